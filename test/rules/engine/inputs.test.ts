import { describe, expect, it } from "vitest";
import { applicable } from "../../../rules/engine/inputs.ts";
import { rule } from "../findings.ts";
import { snapshot, system } from "../tilleuls.ts";

const LOGGED = system([], { id: "itop", inputs: ["model", "rest-log"] });
const PLAIN = system([], { id: "desk", inputs: ["model"] });
const needs = (...inputs: ReturnType<typeof rule>["meta"]["inputs"]) =>
  rule({ id: "flow/api-log-left-on", inputs }).meta;

describe("the systems a rule applies to", () => {
  it("are those that have all its inputs; the others are named with what they lack", () => {
    const { systems, notRun } = applicable(
      needs("model", "rest-log"),
      snapshot({ systems: [LOGGED, PLAIN] }),
    );
    expect(systems).toEqual([LOGGED]);
    expect(notRun).toEqual([{ rule: "flow/api-log-left-on", system: "desk", missing: ["rest-log"] }]);
  });

  it("are none when no system has them, so the rule does not run", () => {
    expect(applicable(needs("rights"), snapshot({ systems: [LOGGED] })).systems).toBeNull();
  });

  it("are none in an estate without systems, and that is said", () => {
    expect(applicable(needs("model"), snapshot({}))).toEqual({
      systems: null,
      notRun: [{ rule: "flow/api-log-left-on", system: null, missing: ["model"] }],
    });
  });

  it("are all for a rule about records, once records were declared", () => {
    expect(applicable(needs("records"), snapshot({ systems: [PLAIN], declared: true })).systems).toEqual([
      PLAIN,
    ]);
    expect(applicable(needs("records"), snapshot({ systems: [PLAIN] }))).toEqual({
      systems: null,
      notRun: [{ rule: "flow/api-log-left-on", system: null, missing: ["records"] }],
    });
  });

  it("are those that have at least one of several inputs, where any will do", () => {
    const meta = { ...needs(), anyInput: ["rest-log", "config"] as const };
    const { systems, notRun } = applicable(meta, snapshot({ systems: [LOGGED, PLAIN] }));
    expect(systems).toEqual([LOGGED]);
    expect(notRun).toEqual([{ rule: meta.id, system: "desk", missing: ["rest-log", "config"] }]);
  });

  it("include those whose model comes from the catalogue", () => {
    const standard = system([], { inputs: ["catalogue"] });
    expect(applicable(needs("model"), snapshot({ systems: [standard] })).systems).toEqual([standard]);
  });
});
