/** What a database dump hands over, whatever its format: shapes of tables, rows, and counts of rows nobody wants. */
import type { Location } from "../model/location.ts";
import type { Report } from "./records.ts";

export interface TableColumn {
  readonly name: string;
  /** First word of the declared type, lower case: `varchar`, `longblob`. */
  readonly type: string;
}

export interface TableShape {
  readonly kind: "table";
  readonly table: string;
  readonly columns: readonly TableColumn[];
  readonly location: Location;
}

export interface TableRow {
  readonly kind: "row";
  /** `null` where the format does not name it: only the columns tell. */
  readonly table: string | null;
  readonly columns: readonly string[];
  /** In column order, `null` for NULL and for expressions; may be shorter or longer than the columns. */
  readonly values: readonly (string | null)[];
  readonly location: Location;
}

/** Rows of a table that is not wanted: counted, their values never decoded. */
export interface CountedRows {
  readonly kind: "rows";
  readonly table: string;
  readonly rows: number;
  readonly location: Location;
}

export type TableItem = TableShape | TableRow | CountedRows;

/** Whether rows of a table are to be read; others are only counted. */
export type Wanted = (table: string) => boolean;

export type TableReader = (
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  report: Report,
  wanted: Wanted,
) => AsyncIterable<TableItem>;

/** Longest cell that is kept; of a longer one the beginning is. */
export const MAX_CELL_BYTES = 16 * 1024 * 1024;

/** Columns of one table; MySQL ends at 4096. */
export const MAX_COLUMNS = 4096;
