/** Line and column of byte offsets in a stream that is never held; columns in UTF-16 units of UTF-8. */
import type { Location } from "../model/location.ts";

const LINE_FEED = 0x0a;

export class BytePosition {
  readonly #file: string;
  /** Offset in the current chunk that `#line` and `#column` stand for. */
  #offset = 0;
  #line = 1;
  #column = 1;

  constructor(file: string) {
    this.#file = file;
  }

  /** The place of an offset of the current chunk; never before one that was asked for already. */
  at(chunk: Uint8Array, offset: number): Location {
    if (offset > this.#offset) this.#moveTo(chunk, offset);
    const [line, column] = [this.#line, this.#column];
    return { file: this.#file, line, column, endLine: line, endColumn: column };
  }

  /** The next offsets are those of the chunk that follows. */
  next(chunk: Uint8Array): void {
    this.#moveTo(chunk, chunk.length);
    this.#offset = 0;
  }

  #moveTo(chunk: Uint8Array, end: number): void {
    let from = this.#offset;
    // Looking past the end would go through a line of megabytes again for each row in it.
    const passed = chunk.subarray(0, end);
    for (let at = passed.indexOf(LINE_FEED, from); at !== -1; at = passed.indexOf(LINE_FEED, from)) {
      this.#line++;
      this.#column = 1;
      from = at + 1;
    }
    for (let at = from; at < end; at++) {
      const byte = chunk[at] as number;
      // Continuation bytes add nothing; what four bytes encode takes two units.
      if ((byte & 0xc0) !== 0x80) this.#column += byte >= 0xf0 ? 2 : 1;
    }
    this.#offset = end;
  }
}

/** From the beginning of one place to another. */
export function through(start: Location, end: Location): Location {
  return { ...start, endLine: end.line, endColumn: end.column };
}
