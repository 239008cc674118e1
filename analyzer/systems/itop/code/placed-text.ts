/** Text put together from pieces of a file, such as the CDATA sections of one element, that still knows its places. */
import type { Location } from "../../../model/location.ts";
import { isText, type XmlElement, type XmlText } from "../../../source/xml.ts";

/** What readers of code need of a text; `SourceText` fits as it stands. */
export interface Placed {
  readonly file: string;
  readonly text: string;
  locate(start: number, end?: number): Location;
}

const CDATA_START = "<![CDATA[".length;

interface Piece {
  readonly offset: number;
  readonly text: XmlText;
}

/** The text content of an element; `before` and `after` stand around it and count as its ends. */
export class ElementText implements Placed {
  readonly file: string;
  readonly text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #pieces: readonly Piece[];

  constructor(element: XmlElement, before = "", after = "") {
    let text = before;
    const pieces: Piece[] = [];
    for (const node of element.children) {
      if (!isText(node)) continue;
      pieces.push({ offset: text.length, text: node });
      text += node.text;
    }
    this.file = element.location.file;
    this.#start = before.length;
    this.#end = text.length;
    this.#pieces = pieces;
    this.text = text + after;
  }

  locate(start: number, end: number = start): Location {
    const [line, column] = this.#position(start);
    const [endLine, endColumn] = end === start ? [line, column] : this.#position(end);
    return { file: this.file, line, column, endLine, endColumn };
  }

  #position(offset: number): readonly [line: number, column: number] {
    const at = Math.min(Math.max(offset, this.#start), this.#end);
    const piece = this.#pieces.findLast((each) => each.offset <= at);
    if (piece === undefined) return [1, 1];
    const { location, cdata } = piece.text;
    const before = this.text.slice(piece.offset, at);
    const lines = before.split("\n");
    const last = (lines.at(-1) as string).length;
    const line = location.line + lines.length - 1;
    // Escaped text is longer in the file than read: its line is known, the column is not.
    if (!cdata) return line >= location.endLine ? [location.endLine, 1] : [line, 1];
    return [line, lines.length === 1 ? location.column + CDATA_START + last : last + 1];
  }
}
