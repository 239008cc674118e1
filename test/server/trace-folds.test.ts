import { describe, expect, it } from "vitest";
import { mapView } from "../../server/routes/map-answer.ts";
import { traceAnswer } from "../../server/routes/trace-answer.ts";
import { finding, graphContent } from "./graph-content.ts";

describe("a trace over a map that is too full", () => {
  const { snapshot } = graphContent();

  // What has a finding is folded away last, here as on the map.
  it.each([
    [18, "itop:store/Change history", "itop:store/Change history"],
    [19, "itop:sync/HR employees", "itop:fold/keep/store/special-category data"],
  ])("shows its steps by what the map with %i nodes and a finding at %s shows", (limit, path, expected) => {
    const options = { level: "entities" as const, limit };
    const findings = [finding(path)];
    const visible = mapView(snapshot.graph, findings, options).nodes.map(({ key }) => key);
    const found = traceAnswer(snapshot.graph, findings, "itop:Person.mobile_phone", options);
    const shown = found?.ways.flatMap(({ steps }) => steps.flatMap((step) => step.shown ?? [])) ?? [];
    expect(shown).toContain(expected);
    expect(shown.filter((key) => !visible.includes(key))).toEqual([]);
  });
});
