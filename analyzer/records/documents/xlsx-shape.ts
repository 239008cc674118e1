/** What a sheet consists of before it becomes XML. */

export type CellStyle =
  "plain" | "title" | "header" | "label" | "inferred" | "declared" | "conflict" | "missing" | "number";

export interface SheetCell {
  readonly text: string;
  readonly style: CellStyle;
  /** People may change it although the sheet is protected. */
  readonly unlocked?: boolean;
  /** Note that opens at the cell. */
  readonly note?: string;
  /** Words to choose from; other words are let through with a warning. */
  readonly choices?: readonly string[];
}

export interface Sheet {
  readonly name: string;
  /** Widths in characters, one per column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** The first row is a header: frozen with the first column, filtered, repeated on every page. */
  readonly header: boolean;
  readonly landscape: boolean;
  /** Pages the width is fitted to; as many as needed downwards. */
  readonly pagesWide: number;
  /** Protected without a password: a guard against slips, not a lock. */
  readonly protect: boolean;
}

/** Longest text a spreadsheet cell takes is 32 767; the rest is cut with a word about it. */
export const MAX_CELL_TEXT = 32_000;
export const CUT = "\n… cut; the whole text stands in the JSON";

export function plain(text: string, style: CellStyle = "plain"): SheetCell {
  return { text, style };
}

export function headerRow(...labels: readonly string[]): readonly SheetCell[] {
  return labels.map((label) => plain(label, "header"));
}

/** Column letters of an index from 0: A, Z, AA. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
