import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import { jsonMembers, type RawRecord } from "../../../analyzer/source/records.ts";

async function read(
  content: string | Uint8Array,
  chunkBytes = 7,
): Promise<{ records: readonly RawRecord[]; problems: readonly Problem[] }> {
  const bytes = Buffer.from(content as Uint8Array);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const records: RawRecord[] = [];
  const problems: Problem[] = [];
  for await (const record of jsonMembers(chunks(), "persons.json", (each) => problems.push(each))) {
    records.push(record);
  }
  return { records, problems };
}

describe("members of a REST reply", () => {
  it("are the values of the objects map, with their names", async () => {
    const { records, problems } = await read(
      '{"code":0,"message":"Found: 2","objects":{"Person::3":{"key":"3"},"Team::4":{"key":"4","fields":{"a":[{}]}}}}',
    );
    expect(records.map(({ key, text }) => [key, text])).toEqual([
      ["Person::3", '{"key":"3"}'],
      ["Team::4", '{"key":"4","fields":{"a":[{}]}}'],
    ]);
    expect(problems).toEqual([]);
  });

  it("are found behind braces and escaped quotes inside strings", async () => {
    const { records } = await read('{"objects":{"Person::3":{"note":"\\"} {\\\\"},"Person::4":{}}}');
    expect(records.map((record) => record.text)).toEqual(['{"note":"\\"} {\\\\"}', "{}"]);
  });

  it("carry the column where they begin and end on the one giant line", async () => {
    const { records } = await read('{"objects":{"Person::3":{"city":"Zürich"},"Person::4":{}}}');
    expect(records.map(({ location }) => [location.line, location.column, location.endColumn])).toEqual([
      [1, 25, 42],
      [1, 55, 57],
    ]);
  });

  it("of a reply without objects are the reply itself, for the reader to judge", async () => {
    const { records } = await read('{"code":0,"message":"Found: 0","objects":null}');
    expect(records.map((record) => record.key)).toEqual([null]);
  });

  it("come out the same however the bytes are cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (objects, chunkBytes) => {
          const map = Object.fromEntries(objects.map((object, at) => [`Person::${at}`, object]));
          const { records, problems } = await read(JSON.stringify({ code: 0, objects: map }), chunkBytes);
          expect(records.map((record) => JSON.parse(record.text) as unknown)).toEqual(
            objects.map((object) => JSON.parse(JSON.stringify(object)) as unknown),
          );
          expect(problems).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("rows in other shapes", () => {
  it("are read from an array", async () => {
    const { records } = await read('[\n {"id":1},\n {"id":2}\n]');
    expect(records.map(({ text, location }) => [text, location.line])).toEqual([
      ['{"id":1}', 2],
      ['{"id":2}', 3],
    ]);
  });

  it("are read one per line", async () => {
    const { records } = await read('{"id":1}\n{"id":2}\n');
    expect(records.map(({ text, location }) => [text, location.line])).toEqual([
      ['{"id":1}', 1],
      ['{"id":2}', 2],
    ]);
  });

  it("are read from several replies in one file", async () => {
    const { records } = await read('{"objects":{"Person::3":{}}}\n{"objects":{"Team::4":{}}}');
    expect(records.map((record) => record.key)).toEqual(["Person::3", "Team::4"]);
  });
});

describe("files that are not whole", () => {
  it("yield their last member cut, and say so at its place", async () => {
    const { records, problems } = await read('{"objects":{"Person::3":{},"Person::4":{"name":"Haugl');
    expect(records.map(({ text, complete }) => [text, complete])).toEqual([
      ["{}", true],
      ['{"name":"Haugl', false],
    ]);
    expect(problems.map(({ kind, location }) => [kind, location.column])).toEqual([["truncated", 40]]);
  });

  it("that end between members are reported as truncated", async () => {
    const { records, problems } = await read('{"objects":{"Person::3":{},');
    expect(records).toHaveLength(1);
    expect(problems.map((problem) => problem.kind)).toEqual(["truncated"]);
  });

  it("lose only the line that was cut, not the ones after it", async () => {
    const { records } = await read('{"id":1,"note":"cut he\n{"id":2}\n');
    expect(records.map(({ text, complete }) => [text.trim(), complete])).toEqual([
      ['{"id":1,"note":"cut he', false],
      ['{"id":2}', true],
    ]);
  });

  it("in Windows-1252 are read and reported once", async () => {
    const { records, problems } = await read(Buffer.from('[{"n":"Åse"},{"n":"Jürgen"}]', "latin1"));
    expect(records.map((record) => record.text)).toEqual(['{"n":"Åse"}', '{"n":"Jürgen"}']);
    expect(problems.map((problem) => problem.kind)).toEqual(["encoding"]);
  });

  it("that are no JSON at all yield nothing and one problem", async () => {
    const { records, problems } = await read("<!DOCTYPE html><html><body>Login</body></html>");
    expect(records).toEqual([]);
    expect(problems.map((problem) => problem.kind)).toEqual(["malformed"]);
  });

  it("that are compressed are called binary", async () => {
    const { records, problems } = await read(Uint8Array.of(0x1f, 0x8b, 0x08, 0x00, 0x00), 64);
    expect(records).toEqual([]);
    expect(problems.map((problem) => problem.kind)).toEqual(["binary"]);
  });
});
