import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain, plainInPlace } from "../../../rules/report/plain.ts";
import { HOSTILE } from "./input.ts";

describe("plain text", () => {
  it("has no escape sequences, line breaks or marks that turn text around", () => {
    expect(plain(HOSTILE)).toBe("badge ::error::forged reversed");
  });

  it("keeps letters of every script", () => {
    expect(plain("Élève – 患者 – пациент 🩺")).toBe("Élève – 患者 – пациент 🩺");
  });

  it("never holds a control character, whatever comes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(plain(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it("keeps every column where that is asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        expect(plainInPlace(`\u001b${text}\u0000`)).toHaveLength(text.length + 2);
      }),
    );
  });
});
