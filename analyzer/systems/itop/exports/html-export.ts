/** Reads the `html` and `spreadsheet` exports: one table in a page; a page without one is a failed export. */
import { type HtmlRow, htmlRows } from "../../../source/html-tables.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { ExportCollector } from "./export-collector.ts";
import { ExportTable, type TableFormat } from "./export-table.ts";
import { failedExport } from "./failed-export.ts";

const FORMAT: TableFormat = { classes: "labels", labelled: true, linkSets: false };

export async function readHtmlExport(file: SourceFile): Promise<ReadResult> {
  const collector = new ExportCollector(file.path);
  let table: ExportTable | null = null;
  let position = -1;
  for await (const row of htmlRows(file.chunks(), file.path, collector.report)) {
    if (table !== null && row.table === position) {
      table.add(row.cells.map(withLinks), row.location);
      continue;
    }
    // Pages of a portal or a log-in can hold tables too: only what has headings of an export is one.
    if (table !== null || !isExportTable(row)) continue;
    position = row.table;
    const header = row.cells.map(({ text }) => text);
    table = new ExportTable(header, row.location, file.name, FORMAT, collector);
  }
  if (table === null) collector.report(failedExport(file.path, "page"));
  return collector.finish();
}

function isExportTable({ tableClass, heading, cells }: HtmlRow): boolean {
  return cells.length > 0 && (heading ? /\blistResults\b/.test(tableClass) : tableClass === "");
}

/** Placeholders in the address of a link are part of a message, though its text does not show them. */
function withLinks(cell: HtmlRow["cells"][number]): HtmlRow["cells"][number] {
  const hidden = cell.links.filter((link) => /\$|%24/.test(link) && !cell.text.includes(link));
  return hidden.length === 0 ? cell : { ...cell, text: [cell.text, ...hidden].join("\n") };
}
