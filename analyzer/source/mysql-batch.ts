/** Streams rows of `mysql --batch`: tab-separated lines below a line of column names; holds one line at a time. */
import type { Location } from "../model/location.ts";
import { decodeLeniently } from "./records-decode.ts";
import type { Report } from "./records.ts";
import { ByteWindow } from "./records-window.ts";
import { MAX_COLUMNS, type TableItem } from "./table-items.ts";

/** Longest line that is held; longer ones are left out. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** Several results may stand below each other: a line for which `isHeader` holds begins the next one. */
export async function* mysqlBatchItems(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  report: Report,
  isHeader: (cells: readonly string[]) => boolean,
): AsyncGenerator<TableItem> {
  const reader = new LineReader(file, report, isHeader);
  for await (const chunk of chunks) yield* reader.push(chunk);
  yield* reader.end();
}

/** Cells of the first line of a text. */
export function batchHeader(head: string): readonly string[] {
  return (head.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] as string).split("\t");
}

class LineReader {
  readonly #file: string;
  readonly #report: Report;
  readonly #isHeader: (cells: readonly string[]) => boolean;
  readonly #window = new ByteWindow();
  readonly #said = new Set<string>();
  #header: readonly string[] | null = null;
  #line = 0;
  #tooLong = false;
  #scanned = 0;

  constructor(file: string, report: Report, isHeader: (cells: readonly string[]) => boolean) {
    this.#file = file;
    this.#report = report;
    this.#isHeader = isHeader;
  }

  *push(chunk: Uint8Array): Generator<TableItem> {
    this.#window.append(chunk);
    const { bytes, length } = this.#window;
    let start = 0;
    for (let at = bytes.indexOf(LINE_FEED, this.#scanned); at !== -1 && at < length;) {
      yield* this.#take(bytes.subarray(start, at));
      start = at + 1;
      at = bytes.indexOf(LINE_FEED, start);
    }
    if (length - start > MAX_LINE_BYTES) {
      this.#tooLong = true;
      start = length;
    }
    this.#window.discard(start);
    this.#scanned = length - start;
  }

  *end(): Generator<TableItem> {
    const { bytes, length } = this.#window;
    if (length === 0 && !this.#tooLong) return;
    // The client ends every line; one that does not end was cut.
    this.#line++;
    const whole = bytes.subarray(0, length).toString("latin1").split("\t").length === this.#header?.length;
    if (whole) {
      this.#line--;
      yield* this.#take(bytes.subarray(0, length));
      return;
    }
    this.#report({
      kind: "truncated",
      message: "The file ends inside a row.",
      location: this.#here(),
      lost: "the row",
    });
  }

  *#take(bytes: Uint8Array): Generator<TableItem> {
    this.#line++;
    const location = this.#here();
    if (this.#tooLong) {
      this.#tooLong = false;
      const message = `A line is longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB (MAX_LINE_BYTES).`;
      this.#once({ kind: "limit", message, location, lost: "the row" });
      return;
    }
    const { text, valid } = decodeLeniently(bytes);
    if (!valid) {
      const message = "The file is not valid UTF-8; Windows-1252 was read instead.";
      this.#once({ kind: "encoding", message, location });
    }
    const line = text.endsWith("\r") ? text.slice(0, -1) : text;
    if (line === "") return;
    const cells = line.split("\t", MAX_COLUMNS);
    if (this.#header === null || this.#beginsResult(cells, this.#header)) {
      this.#header = cells.map((cell) => cell.replace(/^\uFEFF/, ""));
      return;
    }
    if (cells.length !== this.#header.length) {
      const message = "A line has another number of cells than the header; such lines are left out.";
      this.#once({ kind: "malformed", message, location, lost: "rows of the result" });
      return;
    }
    yield { kind: "row", table: null, columns: this.#header, values: cells.map(unescaped), location };
  }

  #beginsResult(cells: readonly string[], header: readonly string[]): boolean {
    return (cells.length !== header.length || cells[0] === header[0]) && this.#isHeader(cells);
  }

  #here(): Location {
    return { file: this.#file, line: this.#line, column: 1, endLine: this.#line, endColumn: 1 };
  }

  #once(problem: Parameters<Report>[0]): void {
    if (this.#said.has(problem.message)) return;
    this.#said.add(problem.message);
    this.#report(problem);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { "0": "\0", n: "\n", t: "\t", "\\": "\\" };

/** The client writes NULL as the bare word, so the text `NULL` cannot be told from it. */
function unescaped(cell: string): string | null {
  if (cell === "NULL") return null;
  return cell.includes("\\")
    ? cell.replace(/\\([0nt\\])/g, (_whole, mark: string) => ESCAPES[mark] as string)
    : cell;
}
