import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import { dateStyle, serialDate } from "../../../analyzer/source/xlsx/cell-dates.ts";
import { MAX_STYLES } from "../../../analyzer/source/xlsx/workbook.ts";
import { sheetRows } from "../../../analyzer/source/xlsx/sheet-rows.ts";

const SHEET = "xl/worksheets/sheet1.xml";

async function read(zip: Uint8Array, size = 100) {
  const problems: Problem[] = [];
  async function* chunks() {
    for (let at = 0; at < zip.length; at += size) yield zip.subarray(at, at + size);
  }
  const rows = [];
  for await (const { cells, location } of sheetRows(chunks, "quay.xlsx", (problem) =>
    problems.push(problem),
  )) {
    rows.push({ line: location.line, cells });
  }
  return { rows, cells: rows.map((row) => row.cells), kinds: problems.map(({ kind }) => kind), problems };
}

function workbook(sheet: string, parts: Record<string, string> = {}): Uint8Array {
  const all = { [SHEET]: `<worksheet><sheetData>${sheet}</sheetData></worksheet>`, ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="166" formatCode="YYYY-MM-dd HH:mm:ss"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="166"/><xf numFmtId="14"/></cellXfs></styleSheet>';

describe("rows of a workbook", () => {
  it("have shared and inline strings, numbers, flags and gaps, at their row and column", async () => {
    const { rows, kinds } = await read(
      workbook(
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>' +
          '<row r="5"><c r="A5"><v>42</v></c><c r="B5" t="b"><v>1</v></c><c r="C5" t="e"><v>#REF!</v></c><c r="D5" t="str"><v>sum</v></c></row>',
        {
          "xl/sharedStrings.xml":
            "<sst><si><t>no</t></si><si><t>Crane_x0041_</t><rPh><t>reading</t></rPh></si></sst>",
        },
      ),
    );
    expect(rows).toEqual([
      { line: 1, cells: ["CraneA", "", "inline"] },
      { line: 5, cells: ["42", "yes", "", "sum"] },
    ]);
    expect(kinds).toEqual([]);
  });

  it("show dates by their style, in both calendars", async () => {
    const sheet =
      '<row><c s="1"><v>46082.25</v></c><c s="2"><v>46082</v></c><c s="0"><v>46082</v></c><c t="d"><v>2026-03-01T06:00:00Z</v></c></row>';
    const { cells } = await read(workbook(sheet, { "xl/styles.xml": STYLES }));
    expect(cells).toEqual([["2026-03-01 06:00:00", "2026-03-01", "46082", "2026-03-01 06:00:00"]]);
    const older = await read(
      workbook('<row><c s="2"><v>44620</v></c></row>', {
        "xl/styles.xml": STYLES,
        "xl/workbook.xml": '<workbook><workbookPr date1904="true"/></workbook>',
      }),
    );
    expect(older.cells).toEqual([["2026-03-01"]]);
  });

  it("are read whatever stands first in the file, and without parts nobody needs", async () => {
    const zip = zipSync({
      [SHEET]: strToU8('<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>'),
      "xl/media/logo.png": crypto.getRandomValues(new Uint8Array(5000)),
      "xl/sharedStrings.xml": strToU8("<sst><si><t>late</t></si></sst>"),
    });
    expect((await read(zip)).cells).toEqual([["late"]]);
  });

  it("are read as far as a cut or damaged file goes", async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, at) => `<row><c><v>${(at * 2654435761) % 99_991}</v></c></row>`,
    ).join("");
    const whole = workbook(rows);
    const cut = await read(whole.subarray(0, whole.length * 0.6));
    expect(cut.cells.length).toBeGreaterThan(100);
    expect(cut.kinds).toContain("truncated");
    const damaged = await read(Uint8Array.from(whole, (byte, at) => (at > 2000 && at < 2400 ? 0xff : byte)));
    expect(damaged.kinds.length).toBeGreaterThan(0);
  });

  it("do not stop at cells beyond the last column", async () => {
    const { cells } = await read(workbook('<row><c r="A1"><v>1</v></c><c r="ZZZ1"><v>2</v></c></row>'));
    expect(cells).toEqual([["1"]]);
  });

  it.each([
    ["a bomb", { "xl/sharedStrings.xml": `<sst>${" ".repeat(40_000_000)}</sst>` }, "MAX_EXPANSION"],
    [
      "styles without end",
      { "xl/styles.xml": `<s><cellXfs>${"<xf/>".repeat(MAX_STYLES + 1)}</cellXfs></s>` },
      "MAX_STYLES",
    ],
    ["elements without end", { [SHEET]: "<row>".repeat(100_000) }, "MAX_XML_DEPTH"],
  ])("are bounded against %s, which is said once", async (_, parts, limit) => {
    const { problems } = await read(workbook("<row/>", parts));
    expect(problems).toMatchObject([{ kind: "limit" }]);
    expect(problems[0]?.message).toContain(limit);
  });

  it("leave their entities unexpanded", async () => {
    const strings = '<!DOCTYPE sst [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    const { cells, kinds } = await read(
      workbook('<row><c t="s"><v>0</v></c></row>', { "xl/sharedStrings.xml": strings }),
    );
    expect(JSON.stringify(cells)).not.toContain("x");
    expect(kinds).toEqual(["not-analysed", "malformed"]);
  });

  it("are handed over before many wide ones gather", async () => {
    const { rows } = await read(workbook('<row><c r="EZZ1"><v>1</v></c></row>'.repeat(30_000)));
    expect(rows).toHaveLength(30_000);
  });

  it("give back numbers and texts", async () => {
    const text = fc
      .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 20 })
      .filter((each) => !/_x|^\s|\s$/.test(each));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        const escaped = texts.map((each) =>
          each.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
        );
        const inline = escaped.map((each) => `<c t="inlineStr"><is><t>${each}</t></is></c>`).join("");
        expect((await read(workbook(`<row>${inline}</row>`))).cells).toEqual([texts]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("dates of a workbook", () => {
  it.each([
    ["GENERAL", null],
    ["[$$-1009]#,##0.00;[RED]\\-[$$-1009]#,##0.00", null],
    ["0.00E+00", null],
    ["YYYY-MM-dd", "date"],
    ["dd/mm/yyyy hh:mm", "date-time"],
    ["[h]:mm:ss", "time"],
    ['"day" 0', null],
  ])("%s", (code, style) => {
    expect(dateStyle(170, code)).toBe(style);
  });

  it("are serial numbers of the day", () => {
    const day = fc.date({ min: new Date("1901-01-01"), max: new Date("2200-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const seconds = Math.floor(date.getTime() / 1000);
        const iso = new Date(seconds * 1000).toISOString();
        expect(serialDate(seconds / 86_400 + 25_569, "date-time", 1900)).toBe(
          `${iso.slice(0, 10)} ${iso.slice(11, 19)}`,
        );
      }),
    );
  });

  it("are none beyond the calendar", () => {
    expect(serialDate(1e12, "date", 1900)).toBeNull();
    expect(serialDate(Number.NaN, "date", 1900)).toBeNull();
  });
});
