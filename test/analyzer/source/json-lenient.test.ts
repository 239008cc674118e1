import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_JSON_DEPTH, readTruncatedJson } from "../../../analyzer/source/json-lenient.ts";

describe("lenient JSON", () => {
  it("reads whole JSON as JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(readTruncatedJson(text)).toEqual({ value: JSON.parse(text) as unknown, state: "complete" });
      }),
    );
  });

  it("keeps names and structure up to the mark iTop leaves where it cuts", () => {
    const text = '{"objects":{"Person::7":{"class":"Person","fields":{"name":"Haugl -truncated (91204 chars)';
    expect(readTruncatedJson(text)).toEqual({
      value: { objects: { "Person::7": { class: "Person", fields: { name: "Haugl" } } } },
      state: "truncated",
    });
  });

  it.each([
    ['{"class":"Per', { class: "Per" }],
    ['{"class":"Person","ke', { class: "Person" }],
    ['{"class":"Person","key"', { class: "Person" }],
    ['{"class":"Person","key":', { class: "Person", key: null }],
    ['{"class":"Person","key":12', { class: "Person", key: null }],
    ['{"note":"caf\\u00', { note: "caf" }],
    ['{"list":[1,{"a":true},', { list: [1, { a: true }] }],
  ])("reads %s as far as it is certain", (text, value) => {
    expect(readTruncatedJson(text)).toEqual({ value, state: "truncated" });
  });

  it("tells broken text from cut text", () => {
    expect(readTruncatedJson('{"operation": "core/get", broken')).toEqual({
      value: { operation: "core/get" },
      state: "malformed",
    });
  });

  it("loses nothing by a comma before a closing mark, NaN or an infinity", () => {
    const text = '{"list":[1,],"limit":NaN,"least":-Infinity,"next":{"a":2,},}';
    const value = { list: [1], limit: null, least: null, next: { a: 2 } };
    expect(readTruncatedJson(text)).toEqual({ value, state: "complete" });
    expect(readTruncatedJson("[,]").state).toBe("malformed");
  });

  it("tolerates raw control characters and unknown escapes in strings", () => {
    expect(readTruncatedJson('{"note":"line\none\\q","next":1')).toEqual({
      value: { note: "line\noneq", next: null },
      state: "truncated",
    });
  });

  it("gives no value for text that holds none", () => {
    expect(readTruncatedJson("")).toEqual({ value: undefined, state: "truncated" });
    expect(readTruncatedJson("login=x")).toEqual({ value: undefined, state: "malformed" });
  });

  it("does not let a name reach a prototype", () => {
    const { value } = readTruncatedJson('{"__proto__":{"admin":true},"x":');
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
  });

  it("stops at a depth limit instead of overflowing", () => {
    const { state } = readTruncatedJson(`${"[".repeat(MAX_JSON_DEPTH * 400)}`);
    expect(state).toBe("malformed");
  });

  it("finds in every prefix only names the whole text has", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.jsonValue({ maxDepth: 2 })),
        fc.nat(),
        (value, at) => {
          const text = JSON.stringify(value);
          const read = readTruncatedJson(text.slice(0, at % (text.length + 1))).value;
          for (const name of Object.keys((read ?? {}) as object)) expect(Object.keys(value)).toContain(name);
        },
      ),
    );
  });
});
