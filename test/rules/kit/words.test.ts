import { describe, expect, it } from "vitest";
import { labelOf } from "../../../rules/kit/label.ts";
import { standingOf } from "../../../rules/kit/standing.ts";
import { hasWords, wordsOfName } from "../../../rules/kit/words-of-name.ts";
import { verdict } from "../tilleuls.ts";

describe("the words of a name", () => {
  it.each([
    ["oauth_refresh_token", ["oauth", "refresh", "token"]],
    ["smtpPasswordExpiry", ["smtp", "password", "expiry"]],
    ["Geburtsdatum (privat)", ["geburtsdatum", "privat"]],
    ["key2Name", ["key2", "name"]],
  ])("of %s", (name, words) => {
    expect(wordsOfName(name)).toEqual(words);
  });

  it("are compared whole and in order", () => {
    expect(hasWords("smtp_token_type", "token_type")).toBe(true);
    expect(hasWords("token_of_type", "token_type")).toBe(false);
    expect(hasWords("pinned", "pin")).toBe(false);
  });
});

describe("a label", () => {
  it("is the English one, else the first by language, else the name", () => {
    expect(labelOf({ name: "bd", labels: { fr: "Date de naissance", en: "Date of birth" } })).toBe(
      "Date of birth",
    );
    expect(labelOf({ name: "bd", labels: { fr: "Date de naissance", de: "Geburtsdatum" } })).toBe(
      "Geburtsdatum",
    );
    expect(labelOf({ name: "bd", labels: { en: " " } })).toBe("bd");
  });
});

describe("a verdict stands", () => {
  it.each([
    [0.8, "yes"],
    [0.79, "candidate"],
    [0.49, "no"],
  ] as const)("with confidence %d as %s", (confidence, standing) => {
    expect(standingOf(verdict({ confidence }))).toBe(standing);
  });

  it("as no when it says may-contain, however sure", () => {
    expect(standingOf(verdict({ personal: "may-contain", confidence: 1 }))).toBe("no");
  });
});
