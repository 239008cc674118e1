import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import { sqlItems } from "../../../analyzer/source/sql-rows.ts";
import type { TableItem, Wanted } from "../../../analyzer/source/table-items.ts";

interface Read {
  readonly items: readonly TableItem[];
  readonly problems: readonly Problem[];
}

async function read(
  content: string | Uint8Array,
  size = 1 << 16,
  wanted: Wanted = () => true,
): Promise<Read> {
  const bytes = Buffer.from(content as Uint8Array);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const items: TableItem[] = [];
  const problems: Problem[] = [];
  for await (const item of sqlItems(chunks(), "dump.sql", (problem) => problems.push(problem), wanted)) {
    items.push(item);
  }
  return { items, problems };
}

async function values(content: string | Uint8Array, size?: number): Promise<readonly (string | null)[][]> {
  const { items } = await read(content, size);
  return items.flatMap((item) => (item.kind === "row" ? [[...item.values]] : []));
}

/** As mysqldump writes a text. */
function quoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { "\0": "0", "\n": "n", "\r": "r", "\u001a": "Z" };
  const marks = [...text].map((mark) =>
    escapes[mark] !== undefined || `\\'"`.includes(mark) ? `\\${escapes[mark] ?? mark}` : mark,
  );
  return `'${marks.join("")}'`;
}

describe("rows of a SQL dump", () => {
  it("give back every value that was printed, wherever the stream is cut", async () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constant(null), fc.integer());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, size) => {
          const printed = rows.map((row) =>
            row.map((each) => (each === null ? "NULL" : typeof each === "number" ? `${each}` : quoted(each))),
          );
          const sql = `INSERT INTO \`ward\` (\`a\`, \`b\`) VALUES ${printed.map((row) => `(${row.join(",")})`).join(",")};\n`;
          const expected = rows.map((row) => row.map((each) => (each === null ? null : String(each))));
          expect(await values(sql, size)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ["doubled quotes", "('Nurse''s desk')", "Nurse's desk"],
    ["double quotes", '("Ward \\"4\\"")', 'Ward "4"'],
    ["a pattern's escapes, which keep their backslash", "('50\\%\\_')", "50\\%\\_"],
    ["hexadecimal digits", "(0x57617264)", "Ward"],
    ["hexadecimal text", "(X'57617264')", "Ward"],
    ["an introducer", "(_binary 'Ward')", "Ward"],
    ["an introducer without a space", "(_utf8mb4'Ward')", "Ward"],
    ["adjacent strings", "('Wa' 'rd')", "Ward"],
    ["a negative exponent", "(-1.5e-3)", "-1.5e-3"],
    ["the word that is not the value", "('NULL')", "NULL"],
    ["a function, which has no value", "(CONCAT('a,b)', \"(\"))", null],
    ["bits, which are no text", "(b'101')", null],
    ["an empty text", "('')", ""],
  ])("with %s", async (_what, row, expected) => {
    const sql = `INSERT INTO ward (a) VALUES ${row};`;
    expect(await values(sql)).toEqual([[expected]]);
    expect(await values(sql, 1)).toEqual([[expected]]);
  });

  it("take their columns from the CREATE TABLE before when the INSERT lists none", async () => {
    const sql =
      "CREATE TABLE `beds` (\n  `id` int(11) NOT NULL,\n  `note, or (not)` varchar(9) DEFAULT 'a,b)' COMMENT 'it''s',\n  `kind` enum('x','y') DEFAULT NULL,\n  PRIMARY KEY (`id`),\n  KEY `kind` (`kind`)\n) ENGINE=InnoDB;\nINSERT INTO `beds` VALUES (1,'n','x'),(2,NULL,'y');\n";
    const { items } = await read(sql);
    expect(items).toMatchObject([
      {
        kind: "table",
        table: "beds",
        columns: [
          { name: "id", type: "int" },
          { name: "note, or (not)", type: "varchar" },
          { name: "kind", type: "enum" },
        ],
      },
      {
        kind: "row",
        columns: ["id", "note, or (not)", "kind"],
        values: ["1", "n", "x"],
        location: { line: 8, column: 27, endLine: 8, endColumn: 38 },
      },
      { kind: "row", values: ["2", null, "y"] },
    ]);
  });

  it("of tables nobody wants are counted once a statement", async () => {
    const sql = "INSERT INTO a (x) VALUES ('1'),('(2'),('3');INSERT INTO b (x) VALUES (4);";
    const { items } = await read(sql, 5, (table) => table === "b");
    expect(items).toMatchObject([
      { kind: "rows", table: "a", rows: 3 },
      { kind: "row", table: "b", values: ["4"] },
    ]);
  });
});

describe("what is no row", () => {
  const inside = "INSERT INTO trap (x) VALUES ('never');";

  it.each([
    ["a line comment", `-- it's ${inside}\n`],
    ["a hash comment", `# it's ${inside}\n`],
    ["a block comment", `/* it's ${inside} */`],
    [
      "a trigger",
      `DELIMITER ;;\n/*!50003 CREATE*/ /*!50017 DEFINER=\`itop\`@\`localhost\`*/ /*!50003 TRIGGER \`t_bi\` BEFORE INSERT ON \`t\` FOR EACH ROW BEGIN -- don't\n ${inside} /* it's */ SET @x = '*/'; END\n*/;;\nDELIMITER ;\n`,
    ],
    ["a routine", `DELIMITER $$\nCREATE PROCEDURE p() BEGIN ${inside} END $$\nDELIMITER ;\n`],
    ["the mode line of MariaDB", "/*M!999999\\- enable the sandbox mode */ \n"],
    ["an INSERT that selects", "INSERT INTO trap (x) SELECT y FROM z WHERE v IN ('(1)');\n"],
  ])("%s is passed over soundly", async (_what, before) => {
    for (const size of [1, 3, 4096]) {
      const { items, problems } = await read(
        `${before}\nINSERT INTO ward (x) VALUES ('real') ON DUPLICATE KEY UPDATE x = ';';\nINSERT INTO ward (x) VALUES (2);\n`,
        size,
      );
      expect(items.map((item) => (item.kind === "row" ? [item.table, ...item.values] : item.kind))).toEqual([
        ["ward", "real"],
        ["ward", "2"],
      ]);
      expect(problems).toEqual([]);
    }
  });
});
