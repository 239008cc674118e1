import { describe, expect, it } from "vitest";
import { decode, decodeHead } from "../../../analyzer/workspace/decode.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("decoding a file", () => {
  it("reads UTF-8", () => {
    expect(decode(new TextEncoder().encode("Élise à l'accueil"))).toEqual({
      text: "Élise à l'accueil",
      defect: null,
    });
  });

  it("drops a byte-order mark", () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x3c, 0x61, 0x3e)).text).toBe("<a>");
  });

  it("reads UTF-16 by its byte-order mark, in both orders", () => {
    expect(decode(bytes(0xff, 0xfe, 0x3c, 0, 0xe9, 0)).text).toBe("<é");
    expect(decode(bytes(0xfe, 0xff, 0, 0x3c, 0, 0xe9)).text).toBe("<é");
  });

  it("reads what is not UTF-8 as Windows-1252 and says so", () => {
    expect(decode(bytes(0x50, 0x72, 0xe9, 0x6e, 0x6f, 0x6d))).toEqual({ text: "Prénom", defect: "encoding" });
  });

  it("does not pretend that a picture is text", () => {
    expect(decode(bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13))).toEqual({ text: "", defect: "binary" });
  });

  it("reads a beginning by the same rule, though it may end within a letter", () => {
    expect(decodeHead(bytes(0x50, 0x72, 0xe9, 0x6e))).toBe("Prén");
    expect(decodeHead(bytes(0x50, 0x72, 0xc3))).toBe("Pr");
  });
});
