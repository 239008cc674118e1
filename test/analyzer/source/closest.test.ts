import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closest, editDistance } from "../../../analyzer/source/closest.ts";

describe("did you mean", () => {
  it("finds the word that was misspelt", () => {
    expect(closest("recomended", ["minimal", "recommended", "strict"])).toBe("recommended");
    expect(closest("itop:Person.emial", ["itop:Person.email", "itop:Person.phone"])).toBe(
      "itop:Person.email",
    );
  });

  it("suggests nothing when nothing is near", () => {
    expect(closest("payroll", ["minimal", "recommended", "strict"])).toBeNull();
  });
});

describe("the edit distance", () => {
  it("counts a swap of neighbours as one", () => {
    expect(editDistance("emial", "email")).toBe(1);
  });

  it("is zero exactly for equal words", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => (editDistance(a, b) === 0) === (a === b)));
  });

  it("is the same in both directions", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => editDistance(a, b) === editDistance(b, a)));
  });
});
