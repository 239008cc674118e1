/** Feeds text to a streaming XML parser: bounded, never expanding entities, and going on after broken syntax. */
import { SaxesParser } from "saxes";
import type { Location } from "../model/location.ts";
import { MAX_XML_DEPTH } from "./read-xml.ts";
import type { Report } from "./records-scanner.ts";

/** Characters between two tags; what is longer holds no record but a hostile text. */
export const MAX_XML_TEXT = 64 * 1024 * 1024;

/** Broken places after which the rest is no XML; the parser makes an error object of each. */
export const MAX_XML_ERRORS = 1_000;

/** Handed to the parser at once, so that the limits are looked at often enough. */
const PIECE = 65_536;

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, at: Location): void;
  text(text: string): void;
  close(name: string, at: Location): void;
}

export class XmlStream {
  readonly #parser = new SaxesParser({ position: true });
  readonly #file: string;
  readonly #report: Report;
  #depth = 0;
  #sinceTag = 0;
  #ended = false;
  #errors = 0;

  constructor(file: string, report: Report, handler: XmlHandler) {
    this.#file = file;
    this.#report = report;
    this.#parser.on("opentag", ({ name, attributes }) => {
      this.#sinceTag = 0;
      if (++this.#depth > MAX_XML_DEPTH) this.#stop(`Elements are nested more than ${MAX_XML_DEPTH} deep (MAX_XML_DEPTH).`); // prettier-ignore
      if (!this.#ended) handler.open(name, attributes as Record<string, string>, this.here());
    });
    this.#parser.on("closetag", ({ name }) => {
      this.#sinceTag = 0;
      this.#depth--;
      if (!this.#ended) handler.close(name, this.here());
    });
    const text = (piece: string): void => {
      if (!this.#ended) handler.text(piece);
    };
    this.#parser.on("text", text);
    this.#parser.on("cdata", text);
    this.#parser.on("doctype", () => {
      const message = "The document type declaration is not interpreted; its entities stand for nothing.";
      report({ kind: "not-analysed", message, location: this.here() });
    });
    this.#parser.on("error", () => this.#broken());
  }

  /** The place reached; a tag's end when called from a handler. */
  here(): Location {
    const line = this.#parser.line;
    const column = this.#parser.column + 1;
    return { file: this.#file, line, column, endLine: line, endColumn: column };
  }

  /** False when nothing more is read. */
  write(text: string): boolean {
    if (this.#ended) return false;
    for (let at = 0; at < text.length && !this.#ended; at += PIECE) {
      const piece = text.slice(at, at + PIECE);
      this.#sinceTag += piece.length;
      this.#parser.write(piece);
      if (this.#sinceTag > MAX_XML_TEXT)
        this.#stop(`A text is longer than ${MAX_XML_TEXT} characters (MAX_XML_TEXT).`);
      if (this.#errors > MAX_XML_ERRORS)
        this.#stop(`The XML is broken in more than ${MAX_XML_ERRORS} places (MAX_XML_ERRORS).`);
    }
    return !this.#ended;
  }

  end(): void {
    if (this.#ended) return;
    const isOpen = this.#depth > 0;
    // The parser says of an early end what it says of any broken syntax.
    if (isOpen) this.#errors++;
    this.#parser.close();
    if (!isOpen) return;
    const message = "The file ends inside an element.";
    this.#report({ kind: "truncated", message, location: this.here(), lost: "what should follow" });
  }

  #broken(): void {
    if (this.#errors++ > 0) return;
    const message = "The XML is not well-formed from here on; read as far as it goes.";
    this.#report({ kind: "malformed", message, location: this.here(), lost: "what the parser passed over" });
  }

  #stop(message: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#report({ kind: "limit", message, location: this.here(), lost: "the rest of the file" });
  }
}
