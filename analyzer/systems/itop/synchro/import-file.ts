/** Reads a file that was loaded into a staging table: its columns are what a source really delivers; rows are counted. */
import type { Location } from "../../../model/location.ts";
import { csvRows } from "../../../source/csv.ts";
import { headerCells } from "../../../source/csv-sniff.ts";
import type { Problem } from "../../../model/problem.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { fragment, type ImportFileData } from "../fragments.ts";
import { isIdentifier } from "../rest/rest-names.ts";

/** The column every import begins with. */
export const KEY_COLUMN = "primary_key";

export function acceptsImportFile(file: SourceFile): "import-file" | null {
  if (!/\.(?:csv|txt|tsv)$/i.test(file.name)) return null;
  const cells = headerCells(file.head);
  return cells.length > 1 && cells[0] === KEY_COLUMN ? "import-file" : null;
}

export async function readImportFile(file: SourceFile): Promise<ReadResult> {
  const problems: Problem[] = [];
  const start: Location = { file: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  let rows = 0;
  let header = headerCells(file.head);
  for await (const row of csvRows(file.chunks(), file.path, (problem) => void problems.push(problem))) {
    rows++;
    header = row.header;
  }
  const columns = header.slice(1).filter(isIdentifier);
  const others = header.length - 1 - columns.length;
  if (others > 0) {
    const message = `Of the column headings ${others} ${others === 1 ? "is" : "are"} no attribute code.`;
    problems.push({ kind: "unknown-value", message, location: start, lost: "what these columns deliver" });
  }
  const data: ImportFileData = { columns: [...new Set(columns)], rows, location: start };
  return { fragments: [fragment("import-file", file.path, data)], problems };
}
