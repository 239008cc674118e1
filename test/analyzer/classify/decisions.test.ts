import { describe, expect, it } from "vitest";
import { readDecisions } from "../../../analyzer/classify/decisions.ts";
import { SourceText } from "../../../analyzer/source/text.ts";

function read(...lines: readonly string[]): ReturnType<typeof readDecisions> {
  return readDecisions(new SourceText("decisions.yaml", lines.join("\n")));
}

const GOOD = [
  "itop:Ward.contact:",
  "  personal: no",
  "  by: M. Oduya",
  "  on: 2025-03-31",
  "  reason: a shared mailbox",
];

describe("decisions.yaml", () => {
  it("is read into decisions by model path", () => {
    const { decisions, problems } = read(...GOOD);
    expect(problems).toEqual([]);
    expect(decisions.get("itop:Ward.contact")).toEqual({
      personal: "no",
      by: "M. Oduya",
      on: "2025-03-31",
      reason: "a shared mailbox",
    });
  });

  it("may keep them under a heading and give a category", () => {
    const { decisions, problems } = read(
      "decisions:",
      ...[...GOOD, "  category: email"].map((line) => `  ${line}`),
    );
    expect(problems).toEqual([]);
    expect(decisions.get("itop:Ward.contact")?.category).toBe("email");
  });

  it.each([
    ["empty", ""],
    ["only a comment", "# none yet"],
    ["an empty heading", "decisions:"],
  ])("may be %s", (_what, text) => {
    expect(read(text)).toEqual({ decisions: new Map(), problems: [] });
  });

  it("names the line of a decision that lacks who, when or why", () => {
    const { decisions, problems } = read(...GOOD, "itop:Ward.phone:", "  personal: yes");
    expect([...decisions.keys()]).toEqual(["itop:Ward.contact"]);
    expect(problems).toMatchObject([
      { kind: "malformed", message: expect.stringContaining("lacks by, on, reason"), location: { line: 6 } },
    ]);
  });

  it("reports a path decided twice and keeps the first", () => {
    const again = GOOD.map((line) => line.replace("personal: no", "personal: yes"));
    const { decisions, problems } = read(...GOOD, ...again);
    expect(decisions.get("itop:Ward.contact")?.personal).toBe("no");
    expect(problems).toMatchObject([{ kind: "duplicate", location: { line: 6 } }]);
  });

  it.each([
    ["an unknown verdict", "personal: no", "personal: perhaps"],
    ["an unknown category", "reason: a shared mailbox", "reason: x\n  category: shoe-size"],
    ["a date that is none", "on: 2025-03-31", "on: last spring"],
    ["an unknown key", "by: M. Oduya", "by: M. Oduya\n  until: 2030-01-01"],
  ])("reports %s", (_what, from, to) => {
    expect(read(GOOD.join("\n").replace(from, to)).problems).toMatchObject([
      { kind: "unknown-value", location: { file: "decisions.yaml" } },
    ]);
  });

  it.each([
    ["a list", "- itop:Ward.contact"],
    ["a text", "yes"],
    ["a key without a system", "Ward: {}"],
    ["a bare path", "itop:Ward.contact: no"],
  ])("reports %s and goes on", (_what, text) => {
    const { decisions, problems } = read(text);
    expect(decisions.size).toBe(0);
    expect(problems).toHaveLength(1);
  });

  it("reports broken YAML with its line", () => {
    const { problems } = read(...GOOD, "  : [unclosed");
    expect(problems[0]).toMatchObject({ kind: "malformed" });
    expect(problems[0]?.location.line).toBeGreaterThanOrEqual(6);
  });

  it("does not expand aliases", () => {
    const bomb = ["a: &a {x: y}", ...Array.from({ length: 20 }, (_, at) => `itop:C.f${at}: *a`)];
    expect(read(...bomb).decisions.size).toBe(0);
  });
});
