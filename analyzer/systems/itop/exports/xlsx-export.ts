/** Reads the XLSX export: one sheet, headings in its first row, values shown as a user sees them. */
import { sheetRows } from "../../../source/xlsx/sheet-rows.ts";
import { isZip } from "../../../source/xlsx/is-zip.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { ExportCollector } from "./export-collector.ts";
import { ExportTable, type TableFormat } from "./export-table.ts";
import { failedExport, failureIn } from "./failed-export.ts";
import { isExportHeader } from "./accepts-export.ts";

const FORMAT: TableFormat = { classes: "ids", labelled: true, linkSets: true };

export async function readXlsxExport(file: SourceFile): Promise<ReadResult> {
  const collector = new ExportCollector(file.path);
  if (!isZip(file.head)) {
    collector.report(failedExport(file.path, failureIn(file.head) ?? "not-a-workbook"));
    return collector.finish();
  }
  const tables = new Map<string, ExportTable | null>();
  for await (const { sheet, cells, location } of sheetRows(
    () => file.chunks(),
    file.path,
    collector.report,
  )) {
    const table = tables.get(sheet);
    if (table === undefined) {
      const isOurs = isExportHeader(cells, file.name);
      tables.set(sheet, isOurs ? new ExportTable(cells, location, file.name, FORMAT, collector) : null);
    } else
      table?.add(
        cells.map((text) => ({ text })),
        location,
      );
  }
  if ([...tables.values()].every((table) => table === null)) {
    const location = { file: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    const message = "No sheet of this workbook has the headings of an iTop export.";
    collector.report({ kind: "unknown-format", message, location, lost: "the whole file" });
  }
  return collector.finish();
}
