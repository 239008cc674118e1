/** Where something stands in an analysed file; every element of the model carries one. */

/** A range in a file. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Location {
  /** Path relative to the estate's directory, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Orders locations by file, then position; nothing sorts last. */
export function compareLocations(a: Location | null, b: Location | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
