/** Puts the parts of a workbook together and zips them with fixed times, so that equal input gives equal bytes. */
import { strToU8, zipSync, type Zippable } from "fflate";
import { escapeMarkup } from "../../graph/export/escape.ts";
import { commentsXml, drawingXml, notesOf } from "./xlsx-notes.ts";
import { columnName, type Sheet } from "./xlsx-shape.ts";
import { sheetXml } from "./xlsx-sheet.ts";
import { stylesXml } from "./xlsx-styles.ts";

export interface Workbook {
  readonly title: string;
  readonly organisation: string;
  /** ISO date, the created and modified date of the file. */
  readonly asOf: string;
  readonly generator: string;
  readonly footer: string;
  readonly sheets: readonly Sheet[];
}

const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Zip entries store local time without a zone: the earliest date the format knows, made of local parts. */
const ZIP_EPOCH = new Date(1980, 0, 1, 0, 0, 0);

export function workbook(book: Workbook): Uint8Array {
  const parts = new Map<string, string>();
  const types: string[] = [];
  const add = (name: string, xml: string, type: string | null): void => {
    parts.set(name, HEAD + xml);
    if (type !== null) types.push(`<Override PartName="/${name}" ContentType="${type}"/>`);
  };
  const footer = { organisation: book.organisation, title: book.title, footer: book.footer };
  for (const [index, sheet] of book.sheets.entries()) {
    const number = index + 1;
    add(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, footer), `${SHEETML}.worksheet+xml`);
    const notes = notesOf(sheet);
    if (notes.length === 0) continue;
    add(`xl/comments${number}.xml`, commentsXml(notes, book.generator), `${SHEETML}.comments+xml`);
    add(`xl/drawings/vmlDrawing${number}.vml`, drawingXml(notes), null);
    const relations =
      relation("rId1", "vmlDrawing", `../drawings/vmlDrawing${number}.vml`) +
      relation("rId2", "comments", `../comments${number}.xml`);
    add(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationships(relations), null);
  }
  add("xl/styles.xml", stylesXml(), `${SHEETML}.styles+xml`);
  add("xl/workbook.xml", workbookXml(book), `${SHEETML}.sheet.main+xml`);
  add("xl/_rels/workbook.xml.rels", workbookRelations(book.sheets.length), null);
  add("docProps/core.xml", coreXml(book), "application/vnd.openxmlformats-package.core-properties+xml");
  add("_rels/.rels", packageRelations(), null);
  const defaults =
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`;
  const contentTypes = `<Types xmlns="${PACKAGE}/content-types">${defaults}${types.sort().join("")}</Types>`;
  add("[Content_Types].xml", contentTypes, null);
  const files: Zippable = {};
  for (const [name, xml] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) files[name] = strToU8(xml);
  return zipSync(files, { level: 6, mtime: ZIP_EPOCH });
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function relationships(content: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
}

function workbookXml({ sheets }: Workbook): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, header, rows, widths }, index) => {
    if (!header) return [];
    const sheet = `'${escapeMarkup(name)}'`;
    const last = `$${columnName(widths.length - 1)}$${rows.length}`;
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$A:$A,${sheet}!$1:$1</definedName>`,
      ...(rows.length > 1
        ? [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!$A$1:${last}</definedName>`,
          ]
        : []),
    ];
  });
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join("")}</sheets>` +
    `<definedNames>${names.sort().join("")}</definedNames></workbook>`
  );
}

function workbookRelations(sheets: number): string {
  const list = Array.from({ length: sheets }, (_, index) =>
    relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  return relationships(list.join("") + relation(`rId${sheets + 1}`, "styles", "styles.xml"));
}

function packageRelations(): string {
  const core = `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`;
  return relationships(relation("rId1", "officeDocument", "xl/workbook.xml") + core);
}

function coreXml({ title, organisation, asOf, generator }: Workbook): string {
  const date = `${/^\d{4}-\d{2}-\d{2}/.exec(asOf)?.[0] ?? "1980-01-01"}T00:00:00Z`;
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    `xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${escapeMarkup(title)}</dc:title><dc:subject>${escapeMarkup(organisation)}</dc:subject>` +
    `<dc:creator>${escapeMarkup(generator)}</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`
  );
}
