import { describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import { mysqlBatchItems } from "../../../analyzer/source/mysql-batch.ts";
import { mysqlXmlItems } from "../../../analyzer/source/mysql-xml.ts";
import type { TableItem } from "../../../analyzer/source/table-items.ts";

interface Read {
  readonly items: readonly TableItem[];
  readonly problems: readonly Problem[];
}

async function* pieces(content: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content as Uint8Array);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function xml(content: string | Uint8Array, size = 7, wanted = (_table: string) => true): Promise<Read> {
  const [items, problems]: [TableItem[], Problem[]] = [[], []];
  const report = (problem: Problem): void => void problems.push(problem);
  for await (const item of mysqlXmlItems(pieces(content, size), "dump.xml", report, wanted)) items.push(item);
  return { items, problems };
}

async function batch(content: string | Uint8Array, size = 7): Promise<Read> {
  const [items, problems]: [TableItem[], Problem[]] = [[], []];
  const report = (problem: Problem): void => void problems.push(problem);
  const isHeader = (cells: readonly string[]): boolean => cells.includes("ward_id");
  for await (const item of mysqlBatchItems(pieces(content, size), "out.tsv", report, isHeader))
    items.push(item);
  return { items, problems };
}

function dump(rows: string): string {
  return `<?xml version="1.0"?>\n<mysqldump xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n<database name="itop">\n${rows}</database>\n</mysqldump>\n`;
}

describe("mysqldump --xml", () => {
  it("gives structures and rows, with NULL apart from empty text", async () => {
    const { items, problems } = await xml(
      dump(`<table_structure name="ward"><field Field="id" Type="int(11)" /><field Field="note" Type="longtext" /></table_structure>
<table_data name="ward">
<row><field name="id">1</field><field name="note">a &amp; &lt;b&gt;
c</field></row>
<row><field name="id">2</field><field name="note" xsi:nil="true" /></row>
<row><field name="id">3</field><field name="note"></field></row>
<row><field name="id">4</field><field name="note" xsi:type="xs:hexBinary">57617264</field></row>
</table_data>`),
    );
    expect(problems).toEqual([]);
    expect(items).toMatchObject([
      {
        kind: "table",
        table: "ward",
        columns: [
          { name: "id", type: "int" },
          { name: "note", type: "longtext" },
        ],
      },
      {
        kind: "row",
        table: "ward",
        columns: ["id", "note"],
        values: ["1", "a & <b>\nc"],
        location: { line: 6, endLine: 7 },
      },
      { values: ["2", null] },
      { values: ["3", ""] },
      { values: ["4", "Ward"] },
    ]);
  });

  it("counts rows of tables nobody wants", async () => {
    const row = `<row><field name="id">1</field></row>`;
    const { items } = await xml(dump(`<table_data name="ward">${row}${row}</table_data>`), 9, () => false);
    expect(items).toMatchObject([{ kind: "rows", table: "ward", rows: 2 }]);
  });

  it("of a query names no table", async () => {
    const { items } = await xml(
      `<?xml version="1.0"?>\n<resultset statement="SELECT * FROM ward"><row><field name="id">1</field></row></resultset>`,
    );
    expect(items).toMatchObject([{ kind: "row", table: null, columns: ["id"], values: ["1"] }]);
  });

  it("that ends too early keeps whole rows and says so", async () => {
    const { items, problems } = await xml(
      dump(`<table_data name="ward"><row><field name="id">1</field></row><row><field name="id">Sol`).slice(
        0,
        -25,
      ),
    );
    expect(items).toMatchObject([{ values: ["1"] }]);
    expect(problems.map(({ kind }) => kind)).toContain("truncated");
    expect(JSON.stringify(problems)).not.toContain("Sol");
  });

  it("expands no entity of its own and survives what is not well-formed", async () => {
    const text = `<!DOCTYPE x [<!ENTITY big "boom">]>\n<mysqldump><table_data name="ward"><row><field name="id">&big;</field></row><row><field name="id">\u0001 2</field></row></table_data></mysqldump>`;
    const { items, problems } = await xml(text);
    expect(JSON.stringify(items)).not.toContain("boom");
    expect(items).toHaveLength(2);
    expect(problems.map(({ kind }) => kind)).toEqual(["not-analysed", "malformed"]);
  });

  it("ends at hostile nesting, with what was counted before", async () => {
    const rows = '<table_data name="bed"><row><field name="id">1</field></row>';
    const { items, problems } = await xml(dump(rows + "<row>".repeat(100_000)), 10_000, () => false);
    expect(items).toMatchObject([{ kind: "rows", table: "bed", rows: 1 }]);
    expect(problems).toMatchObject([{ kind: "limit", location: { line: 4 } }]);
  });

  it("in another character set is read with the fallback", async () => {
    const text = Buffer.from(
      dump(`<table_data name="w"><row><field name="n">Zürich</field></row></table_data>`),
      "latin1",
    );
    const { items, problems } = await xml(text, 4096);
    expect(items).toMatchObject([{ values: ["Zürich"] }]);
    expect(problems.map(({ kind }) => kind)).toEqual(["encoding"]);
  });
});

describe("mysql --batch", () => {
  it("gives rows below the names of the columns, with their escapes undone", async () => {
    const { items, problems } = await batch("id\tnote\n1\ta\\nb\\tc\\\\n\\0\n2\tNULL\n3\t\n");
    expect(problems).toEqual([]);
    expect(items).toMatchObject([
      { table: null, columns: ["id", "note"], values: ["1", "a\nb\tc\\n\0"], location: { line: 2 } },
      { values: ["2", null], location: { line: 3 } },
      { values: ["3", ""], location: { line: 4 } },
    ]);
  });

  it("may hold several results below each other", async () => {
    const { items } = await batch("id\tname\n1\tNorth\nid\tward_id\n7\t1\nid\tward_id\tbeds\n7\t1\t12\n");
    expect(items.map((item) => (item.kind === "row" ? item.columns.length + item.values.length : 0))).toEqual(
      [4, 4, 6],
    );
  });

  it.each([
    ["ends inside a row", "id\tnote\n1\tx\n2", ["truncated"], 1],
    ["ends without a line break", "id\tnote\n1\tx\n2\ty", [], 2],
    ["has lines of another width", "id\tnote\n1\tx\ty\n2\ty\n3\n", ["malformed"], 1],
    ["comes with Windows line ends", "id\tnote\r\n1\tx\r\n", [], 1],
    ["holds raw NUL bytes", "id\tnote\n1\t\0\n", [], 1],
    ["holds nothing", "", [], 0],
  ])("%s", async (_what, text, kinds, rows) => {
    const read = await batch(text, 3);
    expect(read.problems.map(({ kind }) => kind)).toEqual(kinds);
    expect(read.items).toHaveLength(rows);
  });

  it("in another character set is read line by line", async () => {
    const { items, problems } = await batch(Buffer.from("id\tnote\n1\tZürich\n", "latin1"));
    expect(items).toMatchObject([{ values: ["1", "Zürich"] }]);
    expect(problems.map(({ kind }) => kind)).toEqual(["encoding"]);
  });
});
