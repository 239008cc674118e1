import { describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import { SqlScanner } from "../../../analyzer/source/sql-rows.ts";
import { MAX_STATEMENT_BYTES } from "../../../analyzer/source/sql-statements.ts";
import { MAX_CELL_BYTES, type TableItem } from "../../../analyzer/source/table-items.ts";

interface Scan {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly problems: readonly Problem[];
}

function scan(...chunks: readonly (string | Uint8Array)[]): Scan {
  const problems: Problem[] = [];
  const scanner = new SqlScanner(
    "dump.sql",
    (problem) => void problems.push(problem),
    () => true,
  );
  const items: TableItem[] = [];
  for (const chunk of chunks)
    for (const item of scanner.push(Buffer.from(chunk as Uint8Array))) items.push(item);
  items.push(...scanner.end());
  return { rows: items.flatMap((item) => (item.kind === "row" ? [item.values] : [])), problems };
}

const kinds = ({ problems }: Scan): readonly string[] => problems.map(({ kind }) => kind);

describe("a SQL dump that is not well", () => {
  it("and ends inside a row keeps the rows before and says so", () => {
    const cut = scan("INSERT INTO ward (a,b) VALUES (1,'x'),(2,'Solheim");
    expect(cut.rows).toEqual([["1", "x"]]);
    expect(cut.problems).toMatchObject([{ kind: "truncated", lost: "the row" }]);
    expect(JSON.stringify(cut.problems)).not.toContain("Solheim");
  });

  it.each(["CREATE TABLE `ward` (\n `id` int", "/* a comment", "INSERT INTO ward (a) VALUES (1),"])(
    "and ends inside a statement says so: %s",
    (text) => {
      expect(kinds(scan(text))).toEqual(["truncated"]);
    },
  );

  it("with a quote too many goes on at the next statement that begins a line", () => {
    const text =
      "INSERT INTO ward (a,b) VALUES (1,'it's broken');\n" +
      "INSERT INTO ward (a,b) VALUES (2,'fine');\n-- it's over\nINSERT INTO ward (a,b) VALUES (3,'fine');\n";
    const broken = scan(text);
    expect(broken.rows).toEqual([
      ["2", "fine"],
      ["3", "fine"],
    ]);
    expect(kinds(broken)).toEqual(["malformed"]);
    expect(scan(...text).rows).toEqual(broken.rows);
  });

  it("reports a defect once, however often it comes", () => {
    const line = "INSERT INTO ward (a) VALUES (1x1'y');\n";
    expect(kinds(scan(line.repeat(500)))).toEqual(["malformed"]);
  });

  it("of millions of rows or statements on one line is gone through once", () => {
    const { problems, rows } = scan(`INSERT INTO ward (a) VALUES ${"(1),".repeat(1_000_000)}`);
    expect(rows.at(-1)).toEqual(["1"]);
    expect(rows).toHaveLength(1_000_000);
    expect(problems).toMatchObject([{ kind: "truncated", location: { line: 1, column: 4_000_029 } }]);
    expect(kinds(scan(`d${";".repeat(4_000_000)}`))).toEqual([]);
  });

  it("without columns anywhere cannot tell what its rows are", () => {
    const blind = scan("INSERT INTO `ward` VALUES (1,2);\n");
    expect(blind.rows).toEqual([]);
    expect(kinds(blind)).toEqual(["incomplete-export"]);
  });

  it("in another character set is read cell by cell, and blobs are nobody's character set", () => {
    const text = Buffer.concat([
      Buffer.from("CREATE TABLE t (id int, photo longblob, name text);\nINSERT INTO t VALUES (1,'"),
      Buffer.from([0xff, 0xd8, 0x5c, 0x30, 0xfe]),
      Buffer.from("','Z\u00fcrich'),(2,NULL,'"),
      Buffer.from([0x5a, 0xfc]),
      Buffer.from("');"),
    ]);
    const mixed = scan(text);
    expect(mixed.rows.map((row) => row[2])).toEqual(["Zürich", "Zü"]);
    expect(kinds(mixed)).toEqual(["encoding"]);
    expect(mixed.problems[0]?.location.column).toBeGreaterThan(1);
  });

  it("with NUL bytes in a value keeps them, and between statements passes them", () => {
    expect(scan("\0\0INSERT INTO ward (a) VALUES (1);\0").rows).toEqual([["1"]]);
    expect(scan("INSERT INTO ward (a) VALUES ('a\0b');").rows).toEqual([["a\0b"]]);
  });

  it("with hundreds of megabytes in one INSERT needs the memory of one row", () => {
    const row = Buffer.from(`('${"x".repeat(128 * 1024)}'),`);
    const scanner = new SqlScanner(
      "dump.sql",
      () => {},
      () => true,
    );
    scanner.push(Buffer.from("INSERT INTO ward (a) VALUES "));
    let rows = 0;
    const before = process.memoryUsage().arrayBuffers;
    for (let count = 0; count < 900; count++) rows += scanner.push(row).length;
    expect(rows).toBe(900);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });

  it("keeps the beginning of a cell that is too long, and says that it did", () => {
    const part = Buffer.alloc(MAX_CELL_BYTES / 4, "x");
    const long = scan("INSERT INTO ward (a,b) VALUES ('", part, part, part, part, part, "',7),('y',8);");
    expect(long.rows.map((row) => [row[0]?.length, row[1]])).toEqual([
      [MAX_CELL_BYTES, "7"],
      [1, "8"],
    ]);
    expect(kinds(long)).toEqual(["limit"]);
  });

  it("passes over a statement that is too long", () => {
    const columns = Array.from(
      { length: MAX_STATEMENT_BYTES / 16 },
      (_none, index) => ` \`c${index}\` int not null`,
    );
    const long = scan(`CREATE TABLE t (${columns.join(",")});\nINSERT INTO ward (a) VALUES (1);`);
    expect(long.rows).toEqual([["1"]]);
    expect(kinds(long)).toEqual(["limit"]);
  });

  it.each([
    ["parentheses", "INSERT INTO a VALUES".repeat(2) + "(".repeat(200_000)],
    ["VALUES after VALUES", "INSERT " + "VALUES (".repeat(100_000)],
    ["quotes", "INSERT INTO ward (a) VALUES (" + "''".repeat(200_000)],
    ["comments", "/*!".repeat(200_000)],
    ["columns", `INSERT INTO ward (a) VALUES (${"1,".repeat(200_000)}1);`],
  ])("does not choke on %s", (_what, text) => {
    expect(() => scan(text)).not.toThrow();
  });
});
