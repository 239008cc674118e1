/** Finds where records begin and end in JSON bytes: tracks strings, escapes and depth, parses nothing. */
import type { Location } from "../model/location.ts";
import type { Problem } from "../model/problem.ts";
import { decodeLeniently } from "./records-decode.ts";
import { RecordPosition } from "./records-position.ts";
import { ByteWindow } from "./records-window.ts";

/** Receives what could not be read as it stands. */
export type Report = (problem: Problem) => void;

export interface RawRecord {
  /** Name of the member in a map, `null` in a list. */
  readonly key: string | null;
  /** JSON text of the record; cut when `complete` is false. */
  readonly text: string;
  readonly complete: boolean;
  readonly location: Location;
}

/** Longest record that is held (an object with its base64 attachments); longer ones are left out. */
export const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** Longest member name that is kept across chunks. */
const MAX_KEY_BYTES = 4096;

const NUL = 0x00;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const BYTE_ORDER_MARK: readonly number[] = [0xef, 0xbb, 0xbf];

export class MemberScanner {
  readonly #report: Report;
  readonly #window = new ByteWindow();
  readonly #position: RecordPosition;
  #at = 0;
  #depth = 0;
  /** Where records lie: 0 one per line, 1 in an array, 2 inside `objects`. */
  #recordDepth: 0 | 1 | 2 = 0;
  /** Members have names. */
  #keyed = false;
  /** Offset of the open record's brace, -1 when none is open. */
  #start = -1;
  #recordKey: string | null = null;
  /** The open record is longer than the limit. */
  #skipping = false;
  #inString = false;
  #escaped = false;
  /** The string that ended last: before a value it is the member's name. */
  #stringStart = 0;
  #stringEnd = 0;
  #saidEncoding = false;
  #saidOutside = false;

  constructor(file: string, report: Report) {
    this.#report = report;
    this.#position = new RecordPosition(file);
  }

  push(chunk: Uint8Array): readonly RawRecord[] {
    const found: RawRecord[] = [];
    this.#window.append(chunk);
    const bytes = this.#window.bytes;
    const end = this.#window.length;
    for (let at = this.#at; at < end;) {
      at = this.#inString
        ? this.#passString(bytes, at, end, found)
        : this.#passStructure(bytes, at, end, found);
    }
    this.#forget(end);
    return found;
  }

  end(): readonly RawRecord[] {
    const found: RawRecord[] = [];
    const { bytes, length } = this.#window;
    if (this.#start >= 0 && !this.#skipping) this.#take(bytes, length, false, found);
    else if (this.#depth > 0) {
      const location = this.#position.moveTo(bytes, length);
      this.#report({ kind: "truncated", message: "The JSON text ends inside a structure.", location });
    }
    return found;
  }

  #passString(bytes: Buffer, from: number, end: number, found: RawRecord[]): number {
    const byLine = this.#recordDepth === 0;
    let escaped = this.#escaped;
    for (let at = from; at < end; at++) {
      const byte = bytes[at] as number;
      if (escaped) escaped = false;
      else if (byte === BACKSLASH) escaped = true;
      else if (byte === QUOTE) {
        this.#inString = this.#escaped = false;
        this.#stringEnd = at;
        return at + 1;
      } else if (byLine && byte === OPEN_BRACE && this.#cutBefore(bytes, at)) {
        this.#startOver(bytes, at, found);
        return at;
      }
    }
    this.#escaped = escaped;
    return end;
  }

  #passStructure(bytes: Buffer, from: number, end: number, found: RawRecord[]): number {
    for (let at = from; at < end; at++) {
      const byte = bytes[at] as number;
      switch (byte) {
        case QUOTE:
          if (this.#depth === 0) break;
          this.#inString = true;
          this.#stringStart = at + 1;
          return at + 1;
        case OPEN_BRACE:
        case OPEN_BRACKET:
          if (byte === OPEN_BRACE && this.#cutBefore(bytes, at)) this.#startOver(bytes, at, found);
          this.#open(bytes, at);
          break;
        case CLOSE_BRACE:
        case CLOSE_BRACKET:
          this.#close(bytes, at, found);
          break;
        default:
          if (this.#depth === 0 && (byte > SPACE || byte === NUL) && byte !== COMMA) this.#outside(bytes, at);
      }
    }
    return end;
  }

  #open(bytes: Buffer, at: number): void {
    const key = bytes.toString(
      "utf8",
      this.#stringStart,
      Math.min(this.#stringEnd, this.#stringStart + MAX_KEY_BYTES),
    );
    if (this.#depth === 0 && bytes[at] === OPEN_BRACKET) {
      this.#recordDepth = 1;
      this.#keyed = false;
    } else if (this.#depth === 1 && this.#recordDepth === 0 && this.#start >= 0 && key === "objects") {
      this.#recordDepth = 2;
      this.#keyed = bytes[at] === OPEN_BRACE;
      this.#start = -1;
      this.#skipping = false;
    } else if (bytes[at] === OPEN_BRACE && this.#depth === this.#recordDepth) {
      this.#start = at;
      this.#recordKey = this.#keyed && this.#recordDepth > 0 ? key : null;
    }
    this.#depth++;
  }

  #close(bytes: Buffer, at: number, found: RawRecord[]): void {
    this.#depth = Math.max(0, this.#depth - 1);
    if (this.#start >= 0 && this.#depth === this.#recordDepth) {
      if (!this.#skipping) this.#take(bytes, at + 1, true, found);
      this.#start = -1;
      this.#skipping = false;
    } else if (this.#depth < this.#recordDepth) this.#recordDepth = 0;
  }

  /** A brace in the first column inside a line's object: the line before was cut. */
  #cutBefore(bytes: Buffer, at: number): boolean {
    return this.#recordDepth === 0 && this.#depth > 0 && this.#start >= 0 && bytes[at - 1] === LINE_FEED;
  }

  #startOver(bytes: Buffer, at: number, found: RawRecord[]): void {
    if (!this.#skipping) this.#take(bytes, at, false, found);
    this.#start = -1;
    this.#depth = 0;
    this.#inString = this.#escaped = this.#skipping = false;
  }

  #take(bytes: Buffer, end: number, complete: boolean, found: RawRecord[]): void {
    this.#position.moveTo(bytes, this.#start);
    const { text, valid } = decodeLeniently(bytes.subarray(this.#start, end));
    const location = this.#position.moveThrough(text, end);
    if (!complete) {
      this.#report({
        kind: "truncated",
        message: "A record ends too early; it was read as far as it goes.",
        location,
      });
    }
    if (!valid && !this.#saidEncoding) {
      this.#saidEncoding = true;
      this.#report({
        kind: "encoding",
        message: "The file is not valid UTF-8; Windows-1252 was read instead.",
        location,
      });
    }
    found.push({ key: this.#recordKey, text, complete, location });
  }

  /** Says once that something other than JSON stands in the file. */
  #outside(bytes: Buffer, at: number): void {
    if (this.#saidOutside || BYTE_ORDER_MARK.includes(bytes[at] as number)) return;
    this.#saidOutside = true;
    const location = this.#position.moveTo(bytes, at);
    const binary = bytes.subarray(at, this.#window.length).includes(NUL);
    this.#report(
      binary
        ? { kind: "binary", message: "The file holds binary content, not JSON text.", location }
        : { kind: "malformed", message: "Text stands outside of any JSON object.", location },
    );
  }

  /** Lets go of all bytes but the open record or the name before it. */
  #forget(end: number): void {
    if (this.#start >= 0 && !this.#skipping && end - this.#start > MAX_RECORD_BYTES) {
      this.#skipping = true;
      const location = this.#position.moveTo(this.#window.bytes, this.#start);
      const message = `A record is longer than ${MAX_RECORD_BYTES / 1024 / 1024} MiB (MAX_RECORD_BYTES) and was left out.`;
      this.#report({ kind: "limit", message, location });
    }
    const name = end - this.#stringStart > MAX_KEY_BYTES ? end : this.#stringStart;
    const keep = this.#start >= 0 && !this.#skipping ? this.#start : Math.min(name, end);
    this.#position.moveTo(this.#window.bytes, keep);
    this.#position.discarded(keep);
    this.#window.discard(keep);
    this.#at = end - keep;
    this.#stringStart -= keep;
    this.#stringEnd -= keep;
    if (this.#start >= 0) this.#start = Math.max(0, this.#start - keep);
  }
}
