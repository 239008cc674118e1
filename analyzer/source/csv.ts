/** Streams the rows of a CSV file with their lines; at most one chunk is in memory. */
import { type CsvError, type InfoRecord, type Parser, parse } from "csv-parse";
import type { Location } from "../model/location.ts";
import { isHtmlPage, sniffSeparator } from "./csv-sniff.ts";
import { decodeChunks } from "./records-decode.ts";
import type { Report } from "./records.ts";

/**
 * Longest row that is read, in characters; the rest of the file is given up. iTop cuts the cells of its logs at 65,535;
 * stray quotes make the parser copy what it holds of a cell once more each, which takes seconds beyond this.
 */
export const MAX_ROW_CHARACTERS = 1024 * 1024;

/** Rows of another width than the header; the parser makes an error object of each, and a file with more is no table. */
export const MAX_UNEVEN_ROWS = 50_000;

/** Given to the parser at once, so that rows are taken before very many of them wait. */
const PIECE = 65_536;

/** The separator is told from the first line, or from so much of it. */
const MAX_HEAD_CHARACTERS = 65_536;

export interface CsvRow {
  /** Column headings, shared by all rows; the same heading can occur twice. */
  readonly header: readonly string[];
  /** Cells in column order; may be shorter or longer than the header. */
  readonly values: readonly string[];
  readonly location: Location;
}

interface ParsedRow {
  readonly record: string[];
  readonly info: InfoRecord;
}

/**
 * Rows below the header, in file order. Separators `,` `;` and tab, quotes with embedded newlines. An HTML page under
 * a CSV name yields nothing and reports `malformed`; text outside UTF-8 is read as Windows-1252 and reports `encoding`.
 */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  report: Report,
): AsyncGenerator<CsvRow> {
  const reader = new RowReader(file, report);
  const invalid = (): void =>
    report({
      kind: "encoding",
      message: "The file is not valid UTF-8; Windows-1252 was read instead.",
      location: reader.here(),
    });
  for await (const text of decodeChunks(chunks, invalid)) {
    for (let at = 0; at < text.length; at += PIECE) {
      const goesOn = reader.write(text.slice(at, at + PIECE));
      if (!goesOn) return;
      yield* reader.rows();
      if (reader.isUneven()) return;
    }
  }
  await reader.end();
  yield* reader.rows();
}

class RowReader {
  readonly #file: string;
  readonly #report: Report;
  #parser: Parser | undefined;
  /** Text held back until the first line is whole. */
  #head = "";
  #header: readonly string[] | undefined;
  #lines = 0;
  #emptyLines = 0;
  #failed = false;

  constructor(file: string, report: Report) {
    this.#file = file;
    this.#report = report;
  }

  here(): Location {
    return lines(this.#file, this.#lines + 1, this.#lines + 1);
  }

  /** False when nothing more can be read. */
  write(text: string): boolean {
    if (this.#parser === undefined) {
      this.#head += text;
      if (this.#head.length < MAX_HEAD_CHARACTERS && !this.#head.includes("\n")) return true;
      this.#open();
    } else this.#parser.write(text);
    return !this.#failed;
  }

  *rows(): Generator<CsvRow> {
    for (let next = this.#read(); next !== null; next = this.#read()) {
      const first = this.#lines + 1 + next.info.empty_lines - this.#emptyLines;
      const location = lines(this.#file, first, Math.max(first, next.info.lines));
      this.#lines = next.info.lines;
      this.#emptyLines = next.info.empty_lines;
      if (this.#header === undefined) this.#header = next.record;
      else yield { header: this.#header, values: next.record, location };
    }
  }

  /** True, and said, when too many rows were. */
  isUneven(): boolean {
    if ((this.#parser?.info.invalid_field_length ?? 0) <= MAX_UNEVEN_ROWS) return false;
    const message = `More than ${MAX_UNEVEN_ROWS} rows have another number of cells than the header (MAX_UNEVEN_ROWS).`;
    this.#report({ kind: "limit", message, location: this.here(), lost: "the rows after this one" });
    return true;
  }

  async end(): Promise<void> {
    if (this.#parser === undefined) this.#open();
    const parser = this.#parser;
    if (parser === undefined || this.#failed) return;
    await new Promise<void>((done) => {
      parser.once("error", () => done());
      parser.end(() => done());
    });
  }

  #read(): ParsedRow | null {
    return (this.#parser?.read() ?? null) as ParsedRow | null;
  }

  #open(): void {
    if (isHtmlPage(this.#head)) {
      this.#failed = true;
      const message = "An HTML page was delivered instead of CSV, probably an error page of the export.";
      this.#report({ kind: "malformed", message, location: this.here(), lost: "every row of this export" });
      return;
    }
    const parser = parse({
      delimiter: sniffSeparator(this.#head),
      info: true,
      max_record_size: MAX_ROW_CHARACTERS,
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
    });
    parser.on("skip", (error: CsvError | undefined) => this.#skipped(error));
    parser.on("error", () => this.#tooLong());
    this.#parser = parser;
    parser.write(this.#head);
  }

  #tooLong(): void {
    if (this.#failed) return;
    this.#failed = true;
    const message = `A row is longer than ${MAX_ROW_CHARACTERS} characters (MAX_ROW_CHARACTERS).`;
    this.#report({ kind: "limit", message, location: this.here(), lost: "this row and the ones after it" });
  }

  #skipped(error: CsvError | undefined): void {
    if (error?.code === "CSV_MAX_RECORD_SIZE") return this.#tooLong();
    const cut = error?.code === "CSV_QUOTE_NOT_CLOSED";
    const message = cut ? "The file ends inside a quoted cell." : "A row could not be read.";
    this.#report({ kind: cut ? "truncated" : "malformed", message, location: this.here(), lost: "the row" });
  }
}

function lines(file: string, line: number, endLine: number): Location {
  return { file, line, column: 1, endLine, endColumn: 1 };
}
