/** Streams tables and rows of `mysqldump --xml` and `mysql --xml`; holds one row at a time. */
import type { Location } from "../model/location.ts";
import { decodeChunks } from "./records-decode.ts";
import type { Report } from "./records.ts";
import { MAX_CELL_BYTES, MAX_COLUMNS, type TableColumn, type TableItem, type Wanted } from "./table-items.ts";
import { XmlStream } from "./xml-stream.ts";

/** Rows are handed over after so much text, however much comes at once. */
const PIECE = 65_536;

export async function* mysqlXmlItems(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  report: Report,
  wanted: Wanted,
): AsyncGenerator<TableItem> {
  const reader = new XmlReader(file, report, wanted);
  const foreign = (): void => {
    const message = "The file is not valid UTF-8; Windows-1252 was read instead.";
    report({ kind: "encoding", message, location: reader.stream.here() });
  };
  for await (const text of decodeChunks(chunks, foreign)) {
    for (let at = 0; at < text.length; at += PIECE) {
      const goesOn = reader.stream.write(text.slice(at, at + PIECE));
      if (!goesOn) reader.count();
      yield* reader.take();
      if (!goesOn) return;
    }
  }
  reader.end();
  yield* reader.take();
}

class XmlReader {
  readonly #report: Report;
  readonly #wanted: Wanted;
  readonly stream: XmlStream;
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

  constructor(file: string, report: Report, wanted: Wanted) {
    this.#report = report;
    this.#wanted = wanted;
    this.stream = new XmlStream(file, report, {
      open: (name, attributes, at) => this.#open(name, attributes, at),
      text: (text) => this.#text(text),
      close: (name, at) => this.#close(name, at),
    });
    this.#start = this.#rowStart = this.stream.here();
  }

  take(): readonly TableItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  /** What is still open says more of where the dump ends than the element does. */
  end(): void {
    if (this.#inRow || this.#table !== null) {
      const message = this.#inRow ? "The dump ends inside a row." : "The dump ends inside a table.";
      const location = this.stream.here();
      this.#report({ kind: "truncated", message, location, lost: "the row and what was to follow" });
    } else this.stream.end();
    this.count();
  }

  #open(name: string, attributes: Readonly<Record<string, string>>, at: Location): void {
    switch (name) {
      case "table_structure":
        this.#table = attributes["name"] ?? "";
        this.#shape = [];
        this.#start = at;
        break;
      case "table_data":
        this.#table = attributes["name"] ?? "";
        this.#keep = this.#wanted(this.#table);
        this.#start = at;
        break;
      case "resultset":
        this.#keep = true;
        break;
      case "row":
        this.#inRow = true;
        this.#rowStart = at;
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

  #close(name: string, at: Location): void {
    switch (name) {
      case "field":
        if (this.#cell !== null && this.#keep && this.#values.length < this.#columns.length) {
          const text = this.#hex ? Buffer.from(this.#cell, "hex").toString("utf8") : this.#cell;
          this.#values.push(this.#nil ? null : text);
        }
        this.#cell = null;
        break;
      case "row":
        this.#closeRow(at);
        break;
      case "table_structure":
        if (this.#shape.length > 0) {
          const table = this.#table ?? "";
          this.#items.push({ kind: "table", table, columns: this.#shape, location: this.#start });
        }
        this.#table = null;
        break;
      case "table_data":
        this.count();
        this.#table = null;
    }
  }

  #closeRow(end: Location): void {
    this.#inRow = false;
    this.#rows++;
    if (!this.#keep) return;
    const location = { ...this.#rowStart, endLine: end.endLine, endColumn: end.endColumn };
    this.#items.push({
      kind: "row",
      table: this.#table,
      columns: this.#columns,
      values: this.#values,
      location,
    });
  }

  /** Rows of a table that is not wanted, told once. */
  count(): void {
    if (!this.#keep && this.#rows > 0 && this.#table !== null) {
      this.#items.push({ kind: "rows", table: this.#table, rows: this.#rows, location: this.#start });
    }
    this.#rows = 0;
  }

  #once(problem: Parameters<Report>[0]): void {
    if (this.#said.has(problem.message)) return;
    this.#said.add(problem.message);
    this.#report(problem);
  }
}
