import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import { type CsvRow, csvRows, MAX_ROW_CHARACTERS, MAX_UNEVEN_ROWS } from "../../../analyzer/source/csv.ts";

async function read(
  content: string | Uint8Array,
  chunkBytes = 5,
): Promise<{ rows: readonly CsvRow[]; problems: readonly Problem[] }> {
  const bytes = Buffer.from(content as Uint8Array);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const rows: CsvRow[] = [];
  const problems: Problem[] = [];
  for await (const row of csvRows(chunks(), "teams.csv", (each) => problems.push(each))) rows.push(row);
  return { rows, problems };
}

describe("csv rows", () => {
  it.each([
    [",", "id,name\n7,Ward 4\n"],
    [";", "id;name\n7;Ward 4\n"],
    ["tab", "id\tname\n7\tWard 4\n"],
  ])("are split at the separator the header uses (%s)", async (_name, text) => {
    const { rows } = await read(text);
    expect(rows.map(({ header, values }) => [header, values])).toEqual([
      [
        ["id", "name"],
        ["7", "Ward 4"],
      ],
    ]);
  });

  it("ignore separators inside a quoted heading", async () => {
    const { rows } = await read('"id;key;code",name\n7,Ward 4\n');
    expect(rows[0]?.values).toEqual(["7", "Ward 4"]);
  });

  it("keep quotes, newlines and separators inside quoted cells", async () => {
    const { rows } = await read('id,note\n7,"Bed ""A"",\nroom 3"\n');
    expect(rows[0]?.values).toEqual(["7", 'Bed "A",\nroom 3']);
  });

  it("carry the lines they stand on, past embedded newlines and empty lines", async () => {
    const { rows } = await read('id,note\n7,"two\nlines"\n\n8,one\n');
    expect(rows.map(({ location }) => [location.line, location.endLine])).toEqual([
      [2, 3],
      [5, 5],
    ]);
  });

  it("may be shorter or longer than the header", async () => {
    const { rows, problems } = await read("id,name\n7\n8,Ward 5,extra\n");
    expect(rows.map((row) => row.values.length)).toEqual([1, 3]);
    expect(problems).toEqual([]);
  });

  it("come back as they were written", async () => {
    const cell = fc.string().filter((text) => !/[\r\uD800-\uDFFF]/u.test(text));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 30 }),
        async (cells, chunkBytes) => {
          const quoted = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","));
          const { rows } = await read(["id,name", ...quoted, ""].join("\n"), chunkBytes);
          expect(rows.map((row) => row.values)).toEqual(cells);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("csv that is not what it claims", () => {
  it("is refused when it is an HTML page", async () => {
    const { rows, problems } = await read("<!DOCTYPE html>\n<html><body>Unknown attribute</body></html>\n");
    expect(rows).toEqual([]);
    expect(problems.map((problem) => problem.kind)).toEqual(["malformed"]);
  });

  it("in Windows-1252 is read and reported once", async () => {
    const { rows, problems } = await read(Buffer.from("id,name\n7,Åse\n8,Jürgen\n", "latin1"));
    expect(rows.map((row) => row.values[1])).toEqual(["Åse", "Jürgen"]);
    expect(problems.map((problem) => problem.kind)).toEqual(["encoding"]);
  });

  it("keeps characters that a chunk boundary cuts in two", async () => {
    const { rows, problems } = await read("id,name\n7,Ødegård 😀\n", 1);
    expect(rows[0]?.values[1]).toBe("Ødegård 😀");
    expect(problems).toEqual([]);
  });

  it("is read up to a quote that never closes", async () => {
    const { rows, problems } = await read('id,name\n7,Ward 4\n8,"Ward');
    expect(rows.map((row) => row.values[0])).toEqual(["7"]);
    expect(problems.map(({ kind, location }) => [kind, location.line])).toEqual([["truncated", 3]]);
  });

  it("is read up to a row that is too long, which is said once", async () => {
    const { rows, problems } = await read(
      `id,name\n7,Ward 4\n8,"${"a\n".repeat(2 * MAX_ROW_CHARACTERS)}`,
      65_536,
    );
    expect(rows.map((row) => row.values[0])).toEqual(["7"]);
    expect(problems).toMatchObject([{ kind: "limit", location: { line: 3 } }]);
  });

  it("is read up to where too many rows have another width than the header", async () => {
    const { rows, problems } = await read(
      `id,name\n7,Ward 4\n${"x\n".repeat(2 * MAX_UNEVEN_ROWS)}`,
      4_000_000,
    );
    expect(rows[0]?.values).toEqual(["7", "Ward 4"]);
    expect(rows.length).toBeGreaterThan(MAX_UNEVEN_ROWS);
    expect(problems).toMatchObject([{ kind: "limit", location: { line: expect.any(Number) } }]);
  });

  it("without a byte has no rows and no problem", async () => {
    expect(await read("")).toEqual({ rows: [], problems: [] });
  });
});
