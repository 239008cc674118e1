/** Streams the records of an XML file: the elements at a given place, each with its fields; one at a time in memory. */
import type { Location } from "../model/location.ts";
import { decodeChunks } from "./records-decode.ts";
import type { Report } from "./records-scanner.ts";
import { XmlStream } from "./xml-stream.ts";

/** Characters kept of one record; longer ones lose what follows. */
export const MAX_RECORD_CHARACTERS = 64 * 1024 * 1024;

export interface XmlRecord {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly fields: readonly XmlField[];
  readonly location: Location;
}

/** An element of a record; `text` is its own text, `children` the elements inside. */
export interface XmlField {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlField[];
}

export interface XmlShape {
  /** Elements around the records, such as `Set` or `Row`; any of them may stand in any other. */
  readonly containers: ReadonlySet<string>;
  /** Elements whose text is not kept, told by their name and what stood before them in the same element. */
  readonly isSkipped: (name: string, before: readonly { readonly name: string }[]) => boolean;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlField[];
  readonly skipped: boolean;
  readonly at: Location;
  text: string;
}

export async function* xmlRecords(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  shape: XmlShape,
  report: Report,
): AsyncGenerator<XmlRecord> {
  const reader = new RecordReader(file, shape, report);
  const invalid = (): void =>
    report({
      kind: "encoding",
      message: "The file is not valid UTF-8; Windows-1252 was read instead.",
      location: reader.stream.here(),
    });
  for await (const text of decodeChunks(chunks, invalid)) {
    const goesOn = reader.stream.write(text);
    yield* reader.ready.splice(0);
    if (!goesOn) return;
  }
  reader.end();
  yield* reader.ready.splice(0);
}

class RecordReader {
  readonly stream: XmlStream;
  readonly ready: XmlRecord[] = [];
  readonly #shape: XmlShape;
  readonly #report: Report;
  readonly #open: Open[] = [];
  #kept = 0;

  constructor(file: string, shape: XmlShape, report: Report) {
    this.#shape = shape;
    this.#report = report;
    this.stream = new XmlStream(file, report, {
      open: (name, attributes, at) => this.#opened(name, attributes, at),
      text: (text) => this.#text(text),
      close: (_name, at) => this.#closed(at),
    });
  }

  /** A record that the file cuts off is given as far as it goes. */
  end(): void {
    this.stream.end();
    while (this.#open.length > 0) this.#closed(this.stream.here());
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>, at: Location): void {
    const parent = this.#open.at(-1);
    if (parent === undefined && this.#shape.containers.has(name)) return;
    const skipped = parent !== undefined && (parent.skipped || this.#shape.isSkipped(name, parent.children));
    this.#open.push({ name, attributes, children: [], skipped, at, text: "" });
  }

  #text(text: string): void {
    const element = this.#open.at(-1);
    if (element === undefined || element.skipped) return;
    this.#kept += text.length;
    if (this.#kept <= MAX_RECORD_CHARACTERS) element.text += text;
  }

  #closed(end: Location): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    const { name, attributes, children, text, at } = element;
    const parent = this.#open.at(-1);
    if (parent !== undefined) {
      parent.children.push({ name, attributes, children, text: children.length > 0 ? text.trim() : text });
      return;
    }
    const location = { ...at, endLine: end.endLine, endColumn: end.endColumn };
    if (this.#kept > MAX_RECORD_CHARACTERS) {
      const message = `A record is longer than ${MAX_RECORD_CHARACTERS} characters (MAX_RECORD_CHARACTERS).`;
      this.#report({ kind: "limit", message, location, lost: "the end of the record" });
    }
    this.#kept = 0;
    this.ready.push({ name, attributes, fields: children, location });
  }
}
