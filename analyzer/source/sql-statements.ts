/** Scans SQL outside of rows: statements, their delimiter, quotes and every kind of comment, across chunks. */
import { decodeLeniently } from "./records-decode.ts";

export interface StatementSink {
  /** A statement begins at this offset of the current chunk. */
  begin(offset: number): void;
  /** A parenthesis follows VALUES; true when `text` is the head of an INSERT, whose rows begin there. */
  insert(text: string): boolean;
  /** A statement that was held ended and may define a table. */
  ended(text: string): void;
  /** A statement was longer than `MAX_STATEMENT_BYTES`. */
  tooLong(): void;
}

/** Longest statement that is held; a CREATE TABLE of hundreds of columns is far below. */
export const MAX_STATEMENT_BYTES = 1024 * 1024;

type Reading =
  | "code"
  | "quoted"
  | "escape"
  | "dash"
  | "dashes"
  | "slash"
  | "star"
  | "line-comment"
  | "comment-start"
  | "comment"
  | "comment-star";

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const BANG = 0x21;
const DOUBLE = 0x22;
const HASH = 0x23;
const SINGLE = 0x27;
const OPEN = 0x28;
const STAR = 0x2a;
const DASH = 0x2d;
const SLASH = 0x2f;
const LETTER_M = 0x4d;
const BACKSLASH = 0x5c;
const TICK = 0x60;
/** Letters an INSERT or REPLACE begins with. */
const ROW_VERBS = "IiRr";

export class SqlStatements {
  #reading: Reading = "code";
  #quote = SINGLE;
  #text = Buffer.allocUnsafe(4096);
  #length = 0;
  /** The statement is passed over. */
  #skipping = false;
  #delimiter: Uint8Array = Buffer.from(";");
  #matched = 0;
  /** Depth of comments with code in them, such as triggers: their quotes and inner comments count. */
  #conditional = 0;
  readonly #sink: StatementSink;

  constructor(sink: StatementSink) {
    this.#sink = sink;
  }

  /** Passes over what is left of a statement whose rows were read. */
  skipRest(): void {
    this.#length = 0;
    this.#skipping = true;
  }

  /** Begins anew, as between two statements. */
  reset(): void {
    this.#reading = "code";
    this.#conditional = 0;
    this.#clear();
  }

  get isOpen(): boolean {
    if (this.#conditional > 0 || this.#skipping || this.#reading.startsWith("comment")) return true;
    return this.#length > 0 && !/^\s*(?:delimiter\b.*)?$/i.test(this.#held().slice(0, 200));
  }

  /** Offset behind what was read: `end`, or where the rows of an INSERT begin. */
  scan(chunk: Uint8Array, from: number, end: number): { at: number; rows: boolean } {
    for (let at = from; at < end; at++) {
      const byte = chunk[at] as number;
      switch (this.#reading) {
        case "code":
          if (this.#code(byte, at)) return { at, rows: true };
          break;
        case "quoted":
          this.#keep(byte);
          if (byte === BACKSLASH && this.#quote !== TICK) this.#reading = "escape";
          else if (byte === this.#quote) this.#reading = "code";
          break;
        case "escape":
          this.#keep(byte);
          this.#reading = "quoted";
          break;
        case "dash":
          this.#reading = byte === DASH ? "dashes" : "code";
          if (byte !== DASH) at = this.#again(DASH, at);
          break;
        case "dashes":
          this.#reading = byte === LINE_FEED ? "code" : byte <= SPACE ? "line-comment" : "dash";
          if (byte > SPACE) at = this.#again(DASH, at);
          break;
        case "slash":
          this.#reading = byte === STAR ? "comment-start" : "code";
          if (byte !== STAR) at = this.#again(SLASH, at);
          break;
        case "star":
          this.#reading = "code";
          if (byte === SLASH) this.#conditional--;
          else at--;
          break;
        case "line-comment":
          if (byte === LINE_FEED) this.#reading = "code";
          break;
        case "comment-start":
          // `/*!50003 … */` holds code; MariaDB writes `/*M!` too.
          if (byte === BANG) {
            this.#conditional++;
            this.#reading = "code";
          } else if (byte !== LETTER_M) {
            this.#reading = "comment";
            at--;
          }
          break;
        case "comment":
          if (byte === STAR) this.#reading = "comment-star";
          break;
        case "comment-star":
          if (byte === SLASH) this.#reading = "code";
          else if (byte !== STAR) this.#reading = "comment";
          break;
        default:
          return this.#reading satisfies never;
      }
    }
    return { at: end, rows: false };
  }

  /** True where rows begin. */
  #code(byte: number, at: number): boolean {
    if (byte === SINGLE || byte === DOUBLE || byte === TICK) {
      this.#plain(byte, at);
      this.#quote = byte;
      this.#reading = "quoted";
    } else if (byte === HASH) this.#reading = "line-comment";
    else if (byte === DASH) this.#reading = "dash";
    else if (byte === SLASH) this.#reading = "slash";
    else if (byte === STAR && this.#conditional > 0) this.#reading = "star";
    else if (byte === OPEN && this.#conditional === 0 && this.#followsValues()) {
      if (this.#sink.insert(this.#held())) {
        this.#clear();
        return true;
      }
      this.skipRest();
    } else this.#plain(byte, at);
    return false;
  }

  /** What looked like the beginning of a comment was code; the byte at `at` is read once more. */
  #again(byte: number, at: number): number {
    this.#plain(byte, at);
    return at - 1;
  }

  #plain(byte: number, at: number): void {
    if (this.#conditional > 0) return;
    if (this.#length === 0 && byte > SPACE && !this.#skipping) this.#sink.begin(at);
    if (this.#length > 0 || byte > SPACE) this.#keep(byte);
    if (byte === LINE_FEED && this.#length < 100) this.#readDelimiter();
    this.#matched =
      byte === this.#delimiter[this.#matched] ? this.#matched + 1 : Number(byte === this.#delimiter[0]);
    if (this.#matched < this.#delimiter.length) return;
    this.#matched = 0;
    if (this.#length < 100 && this.#beginsWith("Dd") && /^delimiter\b/i.test(this.#held())) return;
    if (!this.#skipping && this.#beginsWith("Cc")) this.#sink.ended(this.#held());
    this.#clear();
  }

  /** The client's own command ends with its line. */
  #readDelimiter(): void {
    if (!this.#beginsWith("Dd")) return;
    const mark = /^delimiter\s+(\S{1,16})\s*$/i.exec(this.#held())?.[1];
    if (mark === undefined) return;
    this.#delimiter = Buffer.from(mark);
    this.#clear();
  }

  #keep(byte: number): void {
    if (this.#skipping || this.#conditional > 0) return;
    if (this.#length === this.#text.length) {
      if (this.#length >= MAX_STATEMENT_BYTES) {
        this.#sink.tooLong();
        this.skipRest();
        return;
      }
      const grown = Buffer.allocUnsafe(this.#length * 2);
      this.#text.copy(grown);
      this.#text = grown;
    }
    this.#text[this.#length++] = byte;
  }

  /** Told before a statement is decoded: a hostile file can hold millions. */
  #beginsWith(letters: string): boolean {
    return this.#length > 0 && letters.includes(String.fromCharCode(this.#text[0] as number));
  }

  #followsValues(): boolean {
    if (this.#skipping || !this.#beginsWith(ROW_VERBS)) return false;
    let end = this.#length;
    while (end > 0 && (this.#text[end - 1] as number) <= SPACE) end--;
    return /(?:^|[\s)`"])VALUES?$/i.test(this.#text.toString("latin1", Math.max(0, end - 8), end));
  }

  #held(): string {
    return decodeLeniently(this.#text.subarray(0, this.#length)).text;
  }

  #clear(): void {
    this.#length = 0;
    this.#skipping = false;
    this.#matched = 0;
  }
}
