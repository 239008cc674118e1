import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "../../../analyzer/classify/compound.ts";
import { MAX_NAME_CHARS, fold, wordsOf } from "../../../analyzer/classify/tokens.ts";
import { vocabularyFor } from "../../../analyzer/classify/vocabulary.ts";

describe("splitting names", () => {
  it.each([
    ["caller_email2", ["caller", "email", "2"]],
    ["homePhoneNumber", ["home", "phone", "number"]],
    ["HTTPServerName", ["http", "server", "name"]],
    ["Numéro d'employé", ["numero", "d", "employe"]],
    ["Straße", ["strasse"]],
    ["E-Mail-Adresse", ["e", "mail", "adresse"]],
    ["", []],
  ])("takes %s apart into whole words", (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it("ignores invisible characters that would hide a word", () => {
    expect(wordsOf("e\u200Bmail\u00AD")).toEqual(["email"]);
  });

  it("keeps a label in a script without spaces as one word", () => {
    expect(wordsOf("電話番号")).toEqual(["電話番号"]);
  });

  it("reads no more of a huge name than its beginning", () => {
    expect(wordsOf("x".repeat(1_000_000))[0]).toHaveLength(MAX_NAME_CHARS);
  });

  it("gives words that are folded already, whatever the input", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        for (const word of wordsOf(text)) expect(fold(word)).toBe(word);
      }),
    );
  });
});

describe("compounds", () => {
  const german = vocabularyFor("de");

  it.each([
    ["Telefonnummer", ["telefonnummer"]],
    ["Abteilungsleitername", ["abteilungsleiter", "name"]],
    ["Patientenadresse", ["patienten", "adresse"]],
  ])("resolves %s", (word, parts) => {
    expect(german.words(word)).toEqual(parts);
  });

  it("needs a cover without gaps", () => {
    const known = new Set(["phone", "number", "city"]);
    expect(partsOf("phonenumber", known)).toEqual(["phone", "number"]);
    expect(partsOf("capacity", known)).toBeNull();
  });

  it("covers the whole word whenever it finds parts", () => {
    const parts = ["kunde", "nummer", "adresse", "name"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 }), (chosen) => {
        expect(partsOf(chosen.join(""), new Set(parts))?.join("")).toBe(chosen.join(""));
      }),
    );
  });

  it("brings plurals back to the word the lexicon has", () => {
    expect(vocabularyFor("en").words("passport_numbers")).toEqual(["passport", "number"]);
  });
});
