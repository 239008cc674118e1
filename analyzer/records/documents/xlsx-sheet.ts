/** XML of one worksheet: cells, widths, filter, protection, choices, notes and page set-up. */
import { escapeMarkup } from "../../graph/export/escape.ts";
import { columnName, CUT, MAX_CELL_TEXT, type Sheet, type SheetCell } from "./xlsx-shape.ts";
import { formatOf } from "./xlsx-styles.ts";

export interface PageWords {
  readonly organisation: string;
  readonly title: string;
  readonly footer: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function sheetXml(sheet: Sheet, words: PageWords): string {
  const { rows, widths, header, landscape, pagesWide, protect } = sheet;
  const last = `${columnName(widths.length - 1)}${Math.max(rows.length, 1)}`;
  const notes = rows.some((row) => row.some(({ note }) => note !== undefined));
  // The order of the parts is fixed by the format.
  return [
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${last}"/>`,
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${header ? pane() : ""}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/>`,
    `<cols>${widths.map(columnXml).join("")}</cols>`,
    `<sheetData>${rows.map((row, index) => rowXml(row, index, widths)).join("")}</sheetData>`,
    protect
      ? `<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>`
      : "",
    header && rows.length > 1 ? `<autoFilter ref="A1:${last}"/>` : "",
    choicesXml(rows),
    `<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToWidth="${pagesWide}" fitToHeight="0"/>`,
    headerFooter(sheet, words),
    notes ? `<legacyDrawing r:id="rId1"/>` : "",
    `</worksheet>`,
  ].join("");
}

function pane(): string {
  return `<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/>`;
}

function columnXml(width: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

function rowXml(row: readonly SheetCell[], index: number, widths: readonly number[]): string {
  const height = heightOf(row, widths);
  const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`));
  return `<row r="${index + 1}" ht="${height}" customHeight="1">${cells.join("")}</row>`;
}

function cellXml({ text, style, unlocked }: SheetCell, at: string): string {
  const format = formatOf(style, unlocked === true);
  if (text === "") return `<c r="${at}" s="${format}"/>`;
  const whole = text.length > MAX_CELL_TEXT ? text.slice(0, MAX_CELL_TEXT) + CUT : text;
  if (style === "number") return `<c r="${at}" s="${format}"><v>${Number(whole)}</v></c>`;
  return `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(whole)}</t></is></c>`;
}

/** Points of a text line, and the highest row a spreadsheet takes. */
const LINE = 13.5;
const TALLEST = 409;

/** Viewers do not fit rows with wrapped text by themselves when a file is opened. */
function heightOf(row: readonly SheetCell[], widths: readonly number[]): number {
  const lines = row.map(({ text, style }, column) => {
    if (style === "title") return 2;
    const width = Math.max((widths[column] ?? 10) * 1.05, 4);
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.min(TALLEST, Math.max(1, ...lines) * LINE + 3);
}

/** A list may have 255 characters in all. */
function choicesXml(rows: readonly (readonly SheetCell[])[]): string {
  const byList = new Map<string, string[]>();
  for (const [index, row] of rows.entries()) {
    for (const [column, { choices }] of row.entries()) {
      if (choices === undefined) continue;
      const list = choices.join(",");
      byList.set(list, [...(byList.get(list) ?? []), `${columnName(column)}${index + 1}`]);
    }
  }
  if (byList.size === 0) return "";
  const rules = [...byList].map(
    ([list, cells]) =>
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="Not in the list" ` +
      `error="The list holds the usual answers. Keep yours if it is meant." sqref="${cells.join(" ")}">` +
      `<formula1>"${escapeMarkup(list)}"</formula1></dataValidation>`,
  );
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

/** `&` begins a code in headers: double it. */
function headerFooter(sheet: Sheet, { organisation, title, footer }: PageWords): string {
  const text = (words: string): string => escapeMarkup(words.replaceAll("&", "&&").slice(0, 80));
  const top = `&amp;L${text(organisation)}&amp;R${text(title)}`;
  const bottom = `&amp;L${text(footer)}&amp;C${text(sheet.name)}&amp;RPage &amp;P of &amp;N`;
  return `<headerFooter><oddHeader>${top}</oddHeader><oddFooter>${bottom}</oddFooter></headerFooter>`;
}
