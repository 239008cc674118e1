import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  expand,
  MAX_EXPANDED_CHARACTERS,
  MAX_REPLACEMENTS,
} from "../../../../../analyzer/systems/itop/collector/expansion.ts";
import { elementOffsets } from "../../../../../analyzer/systems/itop/collector/json-places.ts";

const texts = fc.array(fc.constantFrom("$a$", "$b$", "$c$", "x", "yy", "$"), { maxLength: 30 });
const values = fc.array(fc.constantFrom("", "$b$", "$c$", "$", "zzz", "a$"), { maxLength: 4 }).map((parts) => parts.join("")); // prettier-ignore

describe("replacing placeholders in a text", () => {
  it("does what replacing each after the other does", () => {
    fc.assert(
      fc.property(texts, values, values, values, (parts, a, b, c) => {
        const text = parts.join("");
        const keys = [["$a$", a] as const, ["$b$", b] as const, ["$c$", c] as const];
        const plain = keys.reduce((now, [key, value]) => now.split(key).join(value), text);
        expect(expand(text, keys).text).toBe(plain);
      }),
    );
  });

  it("knows where each untouched character stood", () => {
    const unique = fc.uniqueArray(fc.integer({ min: 0x4e00, max: 0x4eff }), { maxLength: 20 });
    fc.assert(
      fc.property(unique, texts, values, (codes, parts, value) => {
        const text = codes.map((code, at) => `${String.fromCharCode(code)}${parts[at] ?? ""}`).join("");
        const { text: expanded, original } = expand(text, [["$a$", value], ["$c$", ""]]); // prettier-ignore
        for (const code of codes) {
          const char = String.fromCharCode(code);
          expect(original(expanded.indexOf(char))).toBe(text.indexOf(char));
        }
      }),
    );
  });

  it("places what was put in where its placeholder stood", () => {
    const { text, original } = expand("ab$key$cd", [["$key$", "12345"]]);
    expect(text).toBe("ab12345cd");
    expect([0, 2, 5, 7, 8].map(original)).toEqual([0, 2, 2, 7, 8]);
  });

  it("stops before a text without end", () => {
    const keys = Array.from({ length: 30 }, (_each, at) => [`$k${at}$`, `$k${at + 1}$`.repeat(4)] as const);
    const result = expand("$k0$", keys);
    expect(result).toMatchObject({ complete: false, text: "$k0$" });
    expect(4 ** 30).toBeGreaterThan(MAX_EXPANDED_CHARACTERS);
  });
});

describe("a definition made to be slow", () => {
  it("is given up after a number of replacements", () => {
    const text = "$a$".repeat(MAX_REPLACEMENTS);
    expect(expand(text, [["$a$", "$b$"]]).complete).toBe(true);
    expect(expand(text, [["$a$", "$b$"], ["$b$", ""]])).toMatchObject({ complete: false, text }); // prettier-ignore
  });

  it("with many parameters looks only for those it names", () => {
    const keys = Array.from({ length: 20_000 }, (_each, at) => [`$k${at}$`, "x"] as const);
    expect(expand("y".repeat(1_000_000) + "$k7$$k19999$", keys).text.slice(-3)).toBe("yxx");
  });
});

describe("places of list elements", () => {
  const starts = (text: string): readonly string[] =>
    elementOffsets(text, "rows").map((at) => text.slice(at, at + 3));

  it.each([
    ['{"rows":[{"a":1},{"b":[{},2]} , "x"]}', ['{"a', '{"b', '"x"']],
    ['{"other":[{"rows":[1]}],"rows" : [ 7 ]}', ["7 ]"]],
    ['{"name":"rows","t":"\\"rows\\":[","rows":[]}', []],
    ['{"rows":[1],"rows":[22,33]}', ["22,", "33]"]],
    ['{"rows":[{"a":"]},"}', ['{"a']],
    ["[]", []],
    ["", []],
  ])("in %s", (text, expected) => {
    expect(starts(text)).toEqual(expected);
  });
});
