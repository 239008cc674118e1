/** Text of one file with positions: turns offsets into lines and columns. */
import type { Location } from "../model/location.ts";

/** Decoded text of one file; offsets are UTF-16 units from its beginning. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  #lineStarts: Uint32Array | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** The range between two offsets; `end` defaults to `start`. */
  locate(start: number, end: number = start): Location {
    const [line, column] = this.position(start);
    const [endLine, endColumn] = end === start ? [line, column] : this.position(end);
    return { file: this.file, line, column, endLine, endColumn };
  }

  /** Line and column of an offset, both from 1. */
  position(offset: number): readonly [line: number, column: number] {
    const starts = (this.#lineStarts ??= lineStartsOf(this.text));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (starts[low] as number) + 1];
  }
}

function lineStartsOf(text: string): Uint32Array {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}
