/** Line and column of a byte offset while a stream moves forward; columns in UTF-16 units. */
import type { Location } from "../model/location.ts";
import { decodeLeniently } from "./records-decode.ts";

export class RecordPosition {
  readonly #file: string;
  /** Offset in the window that `#line` and `#column` stand for. */
  #offset = 0;
  #line = 1;
  #column = 1;

  constructor(file: string) {
    this.#file = file;
  }

  /** Moves forward over the bytes up to `offset` and gives the place reached. */
  moveTo(bytes: Buffer, offset: number): Location {
    if (offset > this.#offset) {
      this.#moveOver(decodeLeniently(bytes.subarray(this.#offset, offset)).text);
      this.#offset = offset;
    }
    return this.#here();
  }

  /** Moves over text that was decoded already; gives its range. */
  moveThrough(text: string, endOffset: number): Location {
    const { line, column } = this.#here();
    this.#moveOver(text);
    this.#offset = endOffset;
    return { file: this.#file, line, column, endLine: this.#line, endColumn: this.#column };
  }

  /** The window dropped bytes from its front. */
  discarded(count: number): void {
    this.#offset -= count;
  }

  #moveOver(text: string): void {
    let last = -1;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
      this.#line++;
      last = at;
    }
    this.#column = last === -1 ? this.#column + text.length : text.length - last;
  }

  #here(): Location {
    return {
      file: this.#file,
      line: this.#line,
      column: this.#column,
      endLine: this.#line,
      endColumn: this.#column,
    };
  }
}
