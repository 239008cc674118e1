import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baselineOf, pruned, readBaseline, writeBaseline } from "../../../rules/engine/baseline.ts";
import { finding } from "../findings.ts";

const KNOWN = { by: "baseline", reason: null, until: null, approver: null } as const;
const ACCEPTED = { ...KNOWN, by: "exception" } as const;

describe("the baseline", () => {
  it("is read as it was written", () => {
    const entry = fc.record({
      fingerprint: fc.stringMatching(/^[0-9a-f]{32}$/),
      rule: fc.string(),
      path: fc.string(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ fingerprint }) => fingerprint }), (entries) => {
        const { baseline } = readBaseline(writeBaseline({ entries }), "art30-baseline.json");
        const sorted = (list: typeof entries): string[] => list.map((each) => JSON.stringify(each)).sort();
        expect(sorted([...(baseline?.entries ?? [])])).toEqual(sorted(entries));
      }),
    );
  });

  it("is written one finding a line, sorted, whatever order they come in", () => {
    const [a, b] = [
      finding({ path: "itop:Person.a" }),
      finding({ path: "itop:Person.b", fingerprint: "f".repeat(32) }),
    ];
    expect(writeBaseline(baselineOf([b, a]))).toBe(writeBaseline(baselineOf([a, b])));
    expect(writeBaseline(baselineOf([a, b])).split("\n")).toHaveLength(8);
  });

  it("takes what counts and what it knew, not what people accepted", () => {
    const findings = [
      finding({ fingerprint: "new" }),
      finding({ fingerprint: "known", suppressed: KNOWN }),
      finding({ fingerprint: "accepted", suppressed: ACCEPTED }),
    ];
    expect(baselineOf(findings).entries.map(({ fingerprint }) => fingerprint)).toEqual(["new", "known"]);
  });

  it("does not take findings of the linter about itself", () => {
    expect(baselineOf([finding({ rule: "model/input-not-analysed" })]).entries).toEqual([]);
  });

  it("only gets smaller when it is pruned", () => {
    const entries = ["a", "b"].map((fingerprint) => ({ fingerprint, rule: "flow/weak-tls", path: "itop" }));
    expect(pruned({ entries }, entries.slice(0, 1)).entries).toEqual(entries.slice(1));
  });

  it.each([
    ["", "", "JSON that parses"],
    ["[]", "format", '"art30.baseline/1"'],
    ['{"format":"art30.baseline/2","findings":[]}', "format", '"art30.baseline/1"'],
    ['{"format":"art30.baseline/1"}', "findings", "a list"],
    ['{"format":"art30.baseline/1","findings":[{"rule":"x"}]}', "findings.0", "an object with the texts"],
  ])("is a problem and never empty when it is not understood: %j", (text, path, expected) => {
    const { baseline, problems } = readBaseline(text, "art30-baseline.json");
    expect(baseline).toBeNull();
    expect(problems).toMatchObject([{ path, expected: expect.stringContaining(expected) as string }]);
  });
});
