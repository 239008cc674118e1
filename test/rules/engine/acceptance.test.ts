import { describe, expect, it } from "vitest";
import { acceptancesOfComments } from "../../../rules/engine/acceptance.ts";
import type { SuppressionComment } from "../../../rules/engine/suppression-comment.ts";
import { finding } from "../findings.ts";
import { at, field, MODEL_FILE, person, snapshot, system } from "../tilleuls.ts";

const { estate } = snapshot({ systems: [system([person(field("payroll_number", { location: at(21) }))])] });

function comment(line: number, parts: Partial<SuppressionComment> = {}): SuppressionComment {
  return {
    file: MODEL_FILE,
    line,
    rule: "storage/opaque-field",
    reason: "",
    until: null,
    scope: "next",
    location: at(line),
    ...parts,
  };
}

function covers(
  comments: readonly SuppressionComment[],
  parts: Parameters<typeof finding>[0],
): readonly boolean[] {
  const about = finding({ rule: "storage/opaque-field", path: "itop:Person.badge", ...parts });
  return acceptancesOfComments(comments, estate).map((acceptance) => acceptance.matches(about));
}

describe("a comment covers", () => {
  it("a finding on the next line or on its own", () => {
    expect(covers([comment(20)], { location: at(21) })).toEqual([true]);
    expect(covers([comment(20)], { location: at(20) })).toEqual([true]);
    expect(covers([comment(20)], { location: at(22) })).toEqual([false]);
  });

  it("the element on the next line, wherever in it the finding stands", () => {
    expect(covers([comment(20)], { path: "itop:Person.payroll_number", location: at(27) })).toEqual([true]);
  });

  it("what follows after other comments", () => {
    expect(covers([comment(19), comment(20)], { location: at(21) })).toEqual([true, true]);
  });

  it("the line after its own last line", () => {
    const long = comment(18, { location: { ...at(18), endLine: 20 } });
    expect(covers([long], { location: at(21) })).toEqual([true]);
  });

  it("only the rule it names, and only its own file", () => {
    expect(covers([comment(20)], { location: at(21), rule: "storage/secret-in-clear" })).toEqual([false]);
    expect(covers([comment(20)], { location: at(21, "other.xml") })).toEqual([false]);
  });

  it("the whole file in its -file form, and nothing without a place", () => {
    const file = comment(1, { scope: "file" });
    expect(covers([file], { location: at(400) })).toEqual([true]);
    expect(covers([file], { location: null })).toEqual([false]);
  });
});
