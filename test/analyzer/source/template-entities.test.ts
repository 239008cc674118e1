import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeEntities } from "../../../analyzer/source/template/entities.ts";

function escapeOnce(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

describe("decoding character references", () => {
  it("undoes any number of escapings", () => {
    // A text that itself holds references has no author's form to get back to.
    const plain = fc.string().filter((text) => !text.includes("&"));
    fc.assert(
      fc.property(plain, fc.integer({ min: 0, max: 4 }), (text, times) => {
        let escaped = text;
        for (let round = 0; round < times; round++) escaped = escapeOnce(escaped);
        expect(decodeEntities(escaped).text).toBe(text);
      }),
    );
  });

  it("leads every plain character back to its place in the original", () => {
    const original = "a&amp;gt;b &lt;c&#62;d";
    const { text, origin } = decodeEntities(original);
    expect(text).toBe("a>b <c>d");
    for (const letter of "abcd") expect(original[origin(text.indexOf(letter))]).toBe(letter);
    expect(origin(text.length)).toBe(original.length);
  });

  it("keeps what is no reference", () => {
    expect(decodeEntities("R&D & &unknown; &constructor;").text).toBe("R&D & &unknown; &constructor;");
  });

  it("reads numbers in both notations and leaves impossible ones", () => {
    expect(decodeEntities("&#36;&#x24;&#0;&#x110000;").text).toBe("$$&#0;&#x110000;");
  });
});
