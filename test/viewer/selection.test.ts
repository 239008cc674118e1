import { describe, expect, it } from "vitest";
import type { Trace } from "../../server/contract.ts";
import { matchesOf, surroundingsOf, traceOnMap } from "../../viewer/graph/selection.ts";
import { traceIn } from "../browser/hospital-answers.ts";
import { edge, hospital, node, viewOf } from "../browser/hospital-map.ts";

const view = viewOf(hospital(), new URLSearchParams());

describe("what stays bright", () => {
  it("reaches through a movement to both ends of a way", () => {
    const { nodes } = surroundingsOf("itop:UserRequest", view);
    expect(nodes).toContain("itop:party/Patient portal");
    expect(nodes).toContain("itop:party/unknown");
    expect(nodes).not.toContain("itop:party/Device maker");
  });

  it("does not turn round at a movement", () => {
    const { nodes } = surroundingsOf("itop:role/Service desk", view);
    expect(nodes).toContain("itop:Person");
    expect(nodes).not.toContain("itop:party/unknown");
  });

  it("ends on a circle of movements", () => {
    const nodes = [
      node("itop:sync/A", "movement", "api", "A", "movement-in"),
      node("itop:sync/B", "movement", "api", "B", "movement-in"),
    ];
    const edges = [
      edge("itop:sync/A", "itop:sync/B", "sends", 1, "both"),
      edge("itop:sync/B", "itop:sync/A", "sends", 1, "both"),
    ];
    expect(surroundingsOf("itop:sync/A", { nodes, edges }).edges.size).toBe(2);
  });
});

describe("a trace on the map", () => {
  const TRACE = traceIn(view.nodes);

  it("shows a field of a closed entity by the entity and lights the lines between its steps", () => {
    const bright = traceOnMap(TRACE.ways, view);
    expect([...bright.nodes].sort()).toEqual(
      TRACE.nodes.filter((key) => key !== "itop:Person.mobile_phone").sort(),
    );
    expect([...bright.edges].sort()).toEqual([...TRACE.edges].sort());
  });

  it("lights only the way that is looked at", () => {
    const bright = traceOnMap(TRACE.ways.slice(1), view);
    expect(bright.nodes).toContain("itop:party/unknown");
    expect(bright.nodes).not.toContain("itop:sync/HR employees");
  });

  it("keeps the entity of a bright field bright", () => {
    const opened = viewOf(hospital(), new URLSearchParams({ expanded: "itop:Person" }));
    expect(traceOnMap(traceIn(opened.nodes).ways, opened).nodes).toContain("itop:Person");
  });

  it("lights a party that gives at the end where it gives", () => {
    const nodes = [
      node("itop:party/Caller", "party", "data-subject", "Caller", "recipient"),
      node("itop:party/Caller#origin", "party", "data-subject", "Caller", "origin"),
      node("itop:UserRequest", "entity", "entity", "User request", "keep"),
    ];
    const edges = [edge("itop:party/Caller#origin", "itop:UserRequest", "writes", 1, "both")];
    const way = wayOf(
      ["itop:party/Caller", "itop:party/Caller#origin"],
      ["itop:UserRequest", "itop:UserRequest"],
    );
    const bright = traceOnMap([way], { nodes, edges });
    expect(bright.nodes).toContain("itop:party/Caller#origin");
    expect(bright.edges.size).toBe(1);
  });

  it("shows a folded party by its group, and never by the whole system", () => {
    const fold = "itop:fold/origin/party/contact data";
    const nodes = [
      node("itop", "system", "system", "iTop", "keep"),
      node(fold, "fold", "party", "2 more parties with contact data", "origin"),
      node("itop:sync/Directory", "movement", "directory-sync", "Directory", "movement-in"),
      node("itop:Person", "entity", "entity", "Person", "keep"),
    ];
    const edges = [
      edge(fold, "itop:sync/Directory", "imports", 2, "declared"),
      edge("itop:sync/Directory", "itop:Person", "writes", 2, "declared"),
    ];
    const way = wayOf(
      ["itop:party/LDAP directory", fold],
      ["itop:sync/Directory", "itop:sync/Directory"],
      ["itop:movement/copy within Person", null],
      ["itop:Person", "itop:Person"],
    );
    const bright = traceOnMap([way], { nodes, edges });
    expect([...bright.nodes].sort()).toEqual([fold, "itop:Person", "itop:sync/Directory"].sort());
    expect(bright.edges.size).toBe(2);
  });
});

/** Steps as key and the node of the map that shows it. */
function wayOf(...steps: readonly (readonly [key: string, shown: string | null])[]): Trace["ways"][number] {
  return {
    direction: "to",
    sentence: "",
    steps: steps.map(([key, shown]) => ({
      key,
      shown,
      kind: "",
      label: key,
      edge: null,
      says: "",
      location: null,
    })),
  };
}

describe("searching the map", () => {
  it("wants every word, in name, kind or category", () => {
    expect(matchesOf("webhook health", view.nodes).map(({ key }) => key)).toEqual([
      "itop:movement/Care webhook",
    ]);
  });

  it("finds nothing for blanks", () => {
    expect(matchesOf("   ", view.nodes)).toEqual([]);
  });
});
