/** Fonts, fills and cell formats of the workbook. */
import type { CellStyle } from "./xlsx-shape.ts";

const FONTS = [
  `<font><sz val="10"/><color rgb="FF1C2430"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><b/><sz val="10"/><color rgb="FF1C2430"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><b/><sz val="18"/><color rgb="FF1C2430"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><sz val="10"/><color rgb="FF8A4B00"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><sz val="10"/><color rgb="FFA11313"/><name val="Calibri"/><family val="2"/></font>`,
];

const fill = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const FILLS = [
  `<fill><patternFill patternType="none"/></fill>`,
  `<fill><patternFill patternType="gray125"/></fill>`,
  fill("FFE9EDF3"),
  fill("FFF4F6F9"),
  fill("FFFDF4E3"),
  fill("FFFCEBEB"),
];

interface Format {
  readonly font: number;
  readonly fill: number;
  readonly border: 0 | 1;
}

const FORMATS: Readonly<Record<CellStyle, Format>> = {
  plain: { font: 0, fill: 0, border: 1 },
  title: { font: 2, fill: 0, border: 0 },
  header: { font: 1, fill: 2, border: 1 },
  label: { font: 1, fill: 3, border: 1 },
  inferred: { font: 0, fill: 3, border: 1 },
  declared: { font: 0, fill: 0, border: 1 },
  conflict: { font: 4, fill: 5, border: 1 },
  missing: { font: 3, fill: 4, border: 1 },
  number: { font: 0, fill: 0, border: 1 },
};

const STYLES = Object.keys(FORMATS) as readonly CellStyle[];

/** Index of a format: each style comes locked and unlocked. */
export function formatOf(style: CellStyle, unlocked: boolean): number {
  return 1 + STYLES.indexOf(style) * 2 + (unlocked ? 1 : 0);
}

export function stylesXml(): string {
  const formats = STYLES.flatMap((style) => [format(style, false), format(style, true)]);
  const edge = (side: string): string => `<${side} style="thin"><color rgb="FFC9D0DA"/></${side}>`;
  const border = `<border>${["left", "right", "top", "bottom"].map(edge).join("")}<diagonal/></border>`;
  return (
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `<fonts count="${FONTS.length}">${FONTS.join("")}</fonts>` +
    `<fills count="${FILLS.length}">${FILLS.join("")}</fills>` +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.join("")}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
}

/** Format 49 is text: what looks like a number, date or formula stays what was written. */
function format(style: CellStyle, unlocked: boolean): string {
  const { font, fill: fillId, border } = FORMATS[style];
  const align = `<alignment ${style === "number" ? 'horizontal="right" ' : ""}vertical="top"${style === "title" ? "" : ' wrapText="1"'}/>`;
  return (
    `<xf numFmtId="49" fontId="${font}" fillId="${fillId}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
    `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${align}` +
    `<protection locked="${unlocked ? 0 : 1}"/></xf>`
  );
}
