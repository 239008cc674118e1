/** Streams tables and rows of `mysqldump --xml` and `mysql --xml`; holds one row at a time. */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Location } from "../model/location.ts";
import { decodeChunks } from "./records-decode.ts";
import type { Report } from "./records.ts";
import { MAX_CELL_BYTES, MAX_COLUMNS, type TableColumn, type TableItem, type Wanted } from "./table-items.ts";

/** Text between two tags that is passed over at most, in characters; the parser holds it as a whole. */
export const MAX_XML_TEXT = 64 * 1024 * 1024;

/** What is handed to the parser at once, so that the limits are looked at often enough. */
const PIECE = 1 << 16;

export async function* mysqlXmlItems(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  report: Report,
  wanted: Wanted,
): AsyncGenerator<TableItem> {
  const reader = new XmlReader(file, report, wanted);
  const foreign = (): void => {
    const message = "The file is not valid UTF-8; Windows-1252 was read instead.";
    report({ kind: "encoding", message, location: reader.here() });
  };
  for await (const text of decodeChunks(chunks, foreign)) {
    for (let at = 0; at < text.length; at += PIECE) {
      if (!reader.write(text.slice(at, at + PIECE))) return;
      yield* reader.take();
    }
  }
  reader.end();
  yield* reader.take();
}

class XmlReader {
  readonly #file: string;
  readonly #report: Report;
  readonly #wanted: Wanted;
  readonly #parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  readonly #said = new Set<string>();
  #items: TableItem[] = [];
  /** Table of the open `table_data` or `table_structure`; `null` in the result of a query. */
  #table: string | null = null;
  #keep = false;
  #columns: string[] = [];
  #values: (string | null)[] = [];
  #shape: TableColumn[] = [];
  #inRow = false;
  #nil = false;
  #hex = false;
  #cell: string | null = null;
  #rows = 0;
  #start: Location;
  #rowStart: Location;
  #sinceTag = 0;
  #ended = false;

  constructor(file: string, report: Report, wanted: Wanted) {
    this.#file = file;
    this.#report = report;
    this.#wanted = wanted;
    this.#start = this.#rowStart = this.here();
    this.#parser.on("opentag", (tag) => this.#open(tag));
    this.#parser.on("closetag", (tag) => this.#close(tag.name));
    this.#parser.on("text", (text) => this.#text(text));
    this.#parser.on("cdata", (text) => this.#text(text));
    this.#parser.on("error", () => this.#broken());
  }

  /** False when nothing more can be read. */
  write(text: string): boolean {
    this.#sinceTag += text.length;
    this.#parser.write(text);
    if (this.#sinceTag <= MAX_XML_TEXT) return true;
    this.#ended = true;
    const message = `Text is longer than ${MAX_XML_TEXT / 1024 / 1024} MiB (MAX_XML_TEXT).`;
    this.#report({ kind: "limit", message, location: this.here(), lost: "this row and what follows" });
    return false;
  }

  take(): readonly TableItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  end(): void {
    const open = this.#inRow || this.#table !== null;
    this.#ended = true;
    if (open) {
      const message = this.#inRow ? "The dump ends inside a row." : "The dump ends inside a table.";
      this.#report({
        kind: "truncated",
        message,
        location: this.here(),
        lost: "the row and what was to follow",
      });
    }
    this.#count();
  }

  here(): Location {
    const { line, columnIndex } = this.#parser;
    return { file: this.#file, line, column: columnIndex + 1, endLine: line, endColumn: columnIndex + 1 };
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    this.#sinceTag = 0;
    switch (name) {
      case "table_structure":
        this.#table = attributes["name"] ?? "";
        this.#shape = [];
        this.#start = this.here();
        break;
      case "table_data":
        this.#table = attributes["name"] ?? "";
        this.#keep = this.#wanted(this.#table);
        this.#start = this.here();
        break;
      case "resultset":
        this.#keep = true;
        break;
      case "row":
        this.#inRow = true;
        this.#rowStart = this.here();
        this.#columns = [];
        this.#values = [];
        break;
      case "field":
        if (this.#inRow) this.#openCell(attributes);
        else this.#column(attributes);
    }
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    this.#nil = attributes["xsi:nil"] === "true";
    this.#hex = attributes["xsi:type"] === "xs:hexBinary";
    this.#cell = "";
    if (this.#keep && this.#columns.length < MAX_COLUMNS) this.#columns.push(attributes["name"] ?? "");
  }

  #column(attributes: Readonly<Record<string, string>>): void {
    const name = attributes["Field"];
    if (name === undefined || this.#shape.length >= MAX_COLUMNS) return;
    this.#shape.push({ name, type: (/^\w+/.exec(attributes["Type"] ?? "")?.[0] ?? "").toLowerCase() });
  }

  #text(text: string): void {
    if (this.#cell === null || !this.#keep) return;
    this.#cell += text.slice(0, MAX_CELL_BYTES - this.#cell.length);
    if (text.length + this.#cell.length <= MAX_CELL_BYTES) return;
    const message = `A cell is longer than ${MAX_CELL_BYTES / 1024 / 1024} MiB (MAX_CELL_BYTES).`;
    this.#once({ kind: "limit", message, location: this.#rowStart, lost: "the rest of the cell" });
  }

  #close(name: string): void {
    this.#sinceTag = 0;
    switch (name) {
      case "field":
        if (this.#cell !== null && this.#keep && this.#values.length < this.#columns.length) {
          const text = this.#hex ? Buffer.from(this.#cell, "hex").toString("utf8") : this.#cell;
          this.#values.push(this.#nil ? null : text);
        }
        this.#cell = null;
        break;
      case "row":
        this.#closeRow();
        break;
      case "table_structure":
        if (this.#shape.length > 0) {
          const table = this.#table ?? "";
          this.#items.push({ kind: "table", table, columns: this.#shape, location: this.#start });
        }
        this.#table = null;
        break;
      case "table_data":
        this.#count();
        this.#table = null;
    }
  }

  #closeRow(): void {
    this.#inRow = false;
    this.#rows++;
    if (!this.#keep) return;
    const { line, columnIndex } = this.#parser;
    const location = { ...this.#rowStart, endLine: line, endColumn: columnIndex + 1 };
    this.#items.push({
      kind: "row",
      table: this.#table,
      columns: this.#columns,
      values: this.#values,
      location,
    });
  }

  #count(): void {
    if (!this.#keep && this.#rows > 0 && this.#table !== null) {
      this.#items.push({ kind: "rows", table: this.#table, rows: this.#rows, location: this.#start });
    }
    this.#rows = 0;
  }

  /** The parser goes on after an error. At the end of the file the open elements are told as truncation. */
  #broken(): void {
    if (this.#ended) return;
    const message = "The XML is not well-formed here; reading went on as far as it could.";
    this.#once({ kind: "malformed", message, location: this.here(), lost: "what the broken place held" });
  }

  #once(problem: Parameters<Report>[0]): void {
    if (this.#said.has(problem.message)) return;
    this.#said.add(problem.message);
    this.#report(problem);
  }
}
