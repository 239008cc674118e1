import { parseXml } from "@rgrove/parse-xml";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { registerXlsx } from "../../../../analyzer/records/documents/xlsx.ts";
import { columnName } from "../../../../analyzer/records/documents/xlsx-shape.ts";
import { registerOf } from "../hospital-register.ts";
import { DECLARED, HOSTILE_ROLES, OPTIONS } from "./options.ts";

const bytes = registerXlsx(registerOf(DECLARED), OPTIONS);

function partsOf(book: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(book)).map(([name, part]) => [name, strFromU8(part)]));
}

const parts = partsOf(bytes);
const part = (name: string): string => parts.get(name) ?? "";
const register = part("xl/worksheets/sheet2.xml");

/** Format numbers of cells that are unlocked. */
const unlocked = new Set(
  [
    ...part("xl/styles.xml").matchAll(
      /<xf [^>]*xfId[^>]*>(?:<alignment[^>]*>)<protection locked="(\d)"\/><\/xf>/g,
    ),
  ].flatMap((match, index) => (match[1] === "0" ? [index + 1] : [])),
);
const formatAt = (at: string): number => Number(new RegExp(`<c r="${at}" s="(\\d+)"`).exec(register)?.[1]);

describe("the workbook", () => {
  it("consists of well-formed parts that the content types and relations name", () => {
    for (const [name, xml] of parts) expect(() => parseXml(xml), name).not.toThrow();
    for (const [, target] of part("[Content_Types].xml").matchAll(/PartName="\/([^"]+)"/g))
      expect([...parts.keys()]).toContain(target);
    for (const [, target] of part("xl/_rels/workbook.xml.rels").matchAll(/Target="([^"]+)"/g))
      expect([...parts.keys()]).toContain(`xl/${target ?? ""}`);
  });

  it("has its eight sheets in order", () => {
    const names = [...part("xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g)].map((match) => match[1]);
    expect(names).toEqual([
      "Cover",
      "Register",
      "Data inventory",
      "Recipients",
      "Retention",
      "Measures",
      "Evidence",
      "Gaps",
    ]);
  });

  it("freezes header and first column, filters, and repeats both on every page", () => {
    expect(register).toContain(
      `<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>`,
    );
    expect(register).toMatch(/<autoFilter ref="A1:Y\d+"\/>/);
    expect(part("xl/workbook.xml")).toContain(
      `localSheetId="1">'Register'!$A:$A,'Register'!$1:$1</definedName>`,
    );
  });

  it("prints in landscape, fitted to width, with page numbers", () => {
    expect(register).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="\d" fitToHeight="0"\/>/,
    );
    expect(register).toContain("Page &amp;P of &amp;N");
    expect(register).toContain("DRAFT, as of 2026-07-01");
  });

  it("protects found cells without a password and leaves declared ones open", () => {
    expect(register).toContain(`<sheetProtection sheet="1"`);
    expect(register).not.toMatch(/password|hashValue/);
    const [purpose, categories] = [columnName(5), columnName(9)];
    expect(unlocked).toContain(formatAt(`${purpose}2`));
    expect(unlocked).not.toContain(formatAt(`${categories}2`));
  });

  it("offers the usual answers where there are some", () => {
    expect(register).toContain('<formula1>"draft,in review,approved,retired"');
    expect(register).toContain("Art. 6(1)(a),Art. 6(1)(b)");
  });

  it("notes evidence and open questions at the cells", () => {
    const comments = part("xl/comments2.xml");
    expect(comments).toContain("datamodel.hospital.xml:10: Person.");
    expect(comments).toContain("✓ declared: Head of the service desk, 2026-02-10");
    expect(comments).toMatch(/○ open\nWhich basis of Article 6\(1\)/);
  });

  it("holds text only: nothing becomes a formula", () => {
    for (const [name, xml] of parts)
      if (name.startsWith("xl/worksheets/sheet")) expect(xml).not.toMatch(/<f>|<f /);
    const hostile = partsOf(registerXlsx(registerOf(null, { roles: HOSTILE_ROLES }), OPTIONS));
    for (const xml of hostile.values()) expect(() => parseXml(xml)).not.toThrow();
    const sheet = hostile.get("xl/worksheets/sheet2.xml") ?? "";
    expect(sheet).toContain("Role =HYPERLINK(&quot;https://example.org&quot;,&quot;x&quot;)");
    expect(sheet).not.toContain("<script>");
  });

  it("carries the as-of date as its date", () => {
    expect(part("docProps/core.xml")).toContain(">2026-07-01T00:00:00Z</dcterms:modified>");
  });

  it("is the same bytes for the same register", () => {
    expect(Buffer.from(registerXlsx(registerOf(DECLARED), OPTIONS)).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe("column letters", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [51, "AZ"],
    [52, "BA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("of %i are %s", (index, name) => {
    expect(columnName(index)).toBe(name);
  });
});
