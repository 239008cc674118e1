import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVersions } from "../../../../analyzer/systems/itop/modules/version-compare.ts";

describe("compareVersions", () => {
  it.each([
    ["2.7.1", "2.7.10", -1],
    ["3.1.2", "3.1.2", 0],
    ["3.1", "3.1.0", -1],
    ["3.1.1-1", "3.1.1", 1],
    ["3.1.1-1", "3.1.2", -1],
    ["2.7.0-beta", "2.7.0", -1],
    ["2.7.0beta2", "2.7.0-beta.2", 0],
    ["3.0.0-rc1", "3.0.0-RC1", 0],
    ["1.0pl1", "1.0", 1],
    ["1.0-build", "1.0", -1],
    ["1.0a1", "1.0alpha1", 0],
    ["1.0.x", "1.0.dev", -1],
    ["01.002", "1.2", 0],
    ["1..2", "1.2", 0],
    ["1.2.", "1.2", -1],
    ["", "1", -1],
    ["1", "", 1],
    ["", "", 0],
    ["9223372036854775808", "9223372036854775807", 0],
    ["-1", "1", -1],
    ["1~2", "1.2", -1],
  ])("compares %j with %j as %d", (a, b, expected) => {
    expect(compareVersions(a, b)).toBe(expected);
  });

  it("orders the stages of a release as PHP documents them", () => {
    const stages = ["1.0unknown", "1.0dev", "1.0alpha", "1.0beta", "1.0RC", "1.0#", "1.0pl"];
    for (let at = 1; at < stages.length; at++) {
      expect(compareVersions(stages[at - 1] ?? "", stages[at] ?? "")).toBe(-1);
    }
  });

  const numbers = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 4 });
  const word = fc.constantFrom("dev", "alpha", "a", "beta", "b", "RC", "rc", "pl", "p", "custom");
  const part = fc.oneof(fc.nat({ max: 20 }).map(String), word);
  const version = fc
    .tuple(part, fc.array(fc.tuple(fc.constantFrom(".", "-", "_", "+"), part), { maxLength: 4 }))
    .map(([first, rest]) => first + rest.flat().join(""));

  it("compares plain numbers part by part, a longer version being newer", () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const at = a.findIndex((number, index) => number !== b[index]);
        const [left, right] = [a[at] ?? -1, b[at] ?? -1];
        const expected = at === -1 ? Math.sign(a.length - b.length) : Math.sign(left - right);
        expect(compareVersions(a.join("."), b.join("."))).toBe(expected);
      }),
    );
  });

  it("answers the opposite when the sides are swapped", () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
      }),
    );
  });

  it("does not care which separator is used", () => {
    fc.assert(
      fc.property(version, (each) => {
        expect(compareVersions(each, each.replace(/[-_+]/g, "."))).toBe(0);
      }),
    );
  });
});
