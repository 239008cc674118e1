import { describe, expect, it } from "vitest";
import { selectRules, unknownRules } from "../../../rules/engine/selection.ts";
import { rule } from "../findings.ts";

const RULES = ["storage/secret-in-clear", "flow/weak-tls", "storage/opaque-field"].map((id) => rule({ id }));
const ids = (rules: readonly { meta: { id: string } }[]): string[] => rules.map(({ meta }) => meta.id);

describe("selecting rules", () => {
  it("takes all of them, in order of their ids", () => {
    expect(ids(selectRules(RULES))).toEqual([
      "flow/weak-tls",
      "storage/opaque-field",
      "storage/secret-in-clear",
    ]);
  });

  it("takes a family by name or with a star", () => {
    expect(ids(selectRules(RULES, ["storage"]))).toEqual(["storage/opaque-field", "storage/secret-in-clear"]);
    expect(ids(selectRules(RULES, ["storage/*"]))).toEqual([
      "storage/opaque-field",
      "storage/secret-in-clear",
    ]);
  });

  it("leaves out what is skipped even where it was asked for", () => {
    expect(ids(selectRules(RULES, ["storage"], ["storage/opaque-field"]))).toEqual([
      "storage/secret-in-clear",
    ]);
  });

  it("does not take the beginning of a family for the family", () => {
    expect(selectRules(RULES, ["stor"])).toEqual([]);
  });

  it("names what selects nothing, with what was probably meant", () => {
    expect(unknownRules(["flow/weak-tsl", "flow", "nothing-like-it"], RULES)).toEqual([
      { name: "flow/weak-tsl", near: "flow/weak-tls" },
      { name: "nothing-like-it", near: null },
    ]);
  });
});
