/** Scans the rows behind VALUES of an INSERT, byte by byte and across chunks, however long the line is. */
import { SqlCell } from "./sql-cell.ts";
import { MAX_COLUMNS } from "./table-items.ts";

export interface RowSink {
  /** A row begins at this offset of the current chunk. */
  begin(offset: number): void;
  /** A row ended before this offset. */
  row(values: readonly (string | null)[], offset: number): void;
}

type Reading =
  | "between"
  | "value"
  | "word"
  | "word-end"
  | "string"
  | "escape"
  | "quote"
  | "after"
  | "expression"
  | "expression-string"
  | "expression-escape";

type TextKind = "text" | "binary" | "hex" | "bits";

const TAB = 0x09;
const SPACE = 0x20;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const OPEN = 0x28;
const CLOSE = 0x29;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;

/** `\n` and its like; `\%` and `\_` keep their backslash, anything else stands for itself. */
const ESCAPES: ReadonlyMap<number, number> = new Map([
  [0x30, 0x00],
  [0x5a, 0x1a],
  [0x62, 0x08],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);

export class SqlValues {
  readonly cell = new SqlCell();
  #reading: Reading = "between";
  #quote = SINGLE;
  #kind: TextKind = "text";
  #depth = 0;
  #keep = false;
  #binary: ReadonlySet<number> = new Set();
  #columns = 0;
  #values: (string | null)[] = [];

  /** Begins a list of rows; `binary` are the columns whose bytes are no text. */
  start(keep: boolean, binary: ReadonlySet<number>): void {
    this.#reading = "between";
    this.#keep = keep;
    this.#binary = binary;
  }

  get inRow(): boolean {
    return this.#reading !== "between";
  }

  /** Where scanning stopped: at `end`, before what follows the last row, or (`broken`) before what fits in no row. */
  scan(
    chunk: Uint8Array,
    from: number,
    end: number,
    sink: RowSink,
  ): { at: number; state: "open" | "done" | "broken" } {
    for (let at = from; at < end; at++) {
      const byte = chunk[at] as number;
      switch (this.#reading) {
        case "between":
          if (byte === OPEN) {
            sink.begin(at);
            this.#columns = 0;
            this.#values = [];
            this.#open();
          } else if (byte !== COMMA && !isSpace(byte)) return { at, state: "done" };
          break;
        case "value":
          if (isSpace(byte)) break;
          if (byte === SINGLE || byte === DOUBLE) this.#openString(byte, "text");
          else if (byte === CLOSE) this.#close(at, sink);
          else if (byte === COMMA) this.#end(null);
          else if (byte === OPEN) this.#expression(1);
          else {
            this.#reading = "word";
            at--;
          }
          break;
        case "word":
        case "word-end":
          if (!this.#passWord(byte, at, sink)) return { at, state: "broken" };
          break;
        case "string": {
          const stop = this.#stringEnd(chunk, at, end);
          if (this.#keep) this.cell.append(chunk, at, stop);
          if (stop === end) return { at: end, state: "open" };
          this.#reading = chunk[stop] === BACKSLASH ? "escape" : "quote";
          at = stop;
          break;
        }
        case "escape":
          this.#escape(byte);
          break;
        case "quote":
          if (byte === this.#quote) {
            if (this.#keep) this.cell.push(byte);
            this.#reading = "string";
            break;
          }
          this.#reading = "after";
          at--;
          break;
        case "after":
          if (byte === COMMA) this.#end(this.#text());
          else if (byte === CLOSE) {
            this.#end(this.#text());
            this.#close(at, sink);
          } else if (byte === SINGLE || byte === DOUBLE) this.#openString(byte, this.#kind);
          else if (!isSpace(byte)) return { at, state: "broken" };
          break;
        case "expression":
        case "expression-string":
        case "expression-escape":
          this.#passExpression(byte, at, sink);
          break;
        default:
          return this.#reading satisfies never;
      }
    }
    return { at: end, state: "open" };
  }

  #open(): void {
    this.#reading = "value";
    this.cell.clear();
  }

  #openString(quote: number, kind: TextKind): void {
    this.#quote = quote;
    this.#kind = kind;
    this.#reading = "string";
  }

  #stringEnd(chunk: Uint8Array, from: number, end: number): number {
    const quote = this.#quote;
    let at = from;
    while (at < end && chunk[at] !== quote && chunk[at] !== BACKSLASH) at++;
    return at;
  }

  #escape(byte: number): void {
    this.#reading = "string";
    if (!this.#keep) return;
    if (byte === 0x25 || byte === 0x5f) this.cell.push(BACKSLASH);
    this.cell.push(ESCAPES.get(byte) ?? byte);
  }

  /** False for what can be no value. */
  #passWord(byte: number, at: number, sink: RowSink): boolean {
    if (byte === COMMA) this.#end(this.#word());
    else if (byte === CLOSE) {
      this.#end(this.#word());
      this.#close(at, sink);
    } else if (byte === SINGLE || byte === DOUBLE) {
      // A word is held even where values are not wanted, so that what stands before a string is judged alike.
      const kind = this.cell.introducer();
      if (kind === null) return false;
      this.cell.clear();
      this.#openString(byte, kind);
    } else if (byte === OPEN) this.#expression(1);
    else if (isSpace(byte)) this.#reading = "word-end";
    else if (this.#reading === "word-end") this.#expression(0);
    else if (this.#keep || this.cell.length < 64) this.cell.push(byte);
    return true;
  }

  /** Function calls and arithmetic have no value that could be read; they count as NULL. */
  #expression(depth: number): void {
    this.#depth = depth;
    this.#reading = "expression";
  }

  #passExpression(byte: number, at: number, sink: RowSink): void {
    if (this.#reading === "expression-escape") this.#reading = "expression-string";
    else if (this.#reading === "expression-string") {
      if (byte === BACKSLASH) this.#reading = "expression-escape";
      else if (byte === this.#quote) this.#reading = "expression";
    } else if (byte === SINGLE || byte === DOUBLE) {
      this.#quote = byte;
      this.#reading = "expression-string";
    } else if (byte === OPEN) this.#depth++;
    else if (byte === CLOSE && this.#depth > 0) this.#depth--;
    else if (byte === COMMA && this.#depth === 0) this.#end(null);
    else if (byte === CLOSE) {
      this.#end(null);
      this.#close(at, sink);
    }
  }

  #text(): string | null {
    if (!this.#keep || this.#kind === "bits") return null;
    return this.#kind === "hex"
      ? this.cell.hex()
      : this.cell.text(this.#kind === "binary" || this.#binary.has(this.#columns));
  }

  #word(): string | null {
    return this.#keep ? this.cell.word() : null;
  }

  #end(value: string | null): void {
    if (this.#keep && this.#columns < MAX_COLUMNS) this.#values.push(value);
    this.#columns++;
    this.#open();
  }

  #close(at: number, sink: RowSink): void {
    this.#reading = "between";
    sink.row(this.#values, at + 1);
    this.#values = [];
  }
}

function isSpace(byte: number): boolean {
  return byte === SPACE || (byte >= TAB && byte <= 0x0d);
}
