/** Streams the tables and rows of a SQL dump (mysqldump, MariaDB, phpMyAdmin); holds one row at a time. */
import type { Location } from "../model/location.ts";
import { BytePosition, through } from "./byte-position.ts";
import type { Report } from "./records.ts";
import { createTable, insertHead } from "./sql-heads.ts";
import { type RowSink, SqlValues } from "./sql-values.ts";
import { SqlStatements, type StatementSink, MAX_STATEMENT_BYTES } from "./sql-statements.ts";
import { MAX_CELL_BYTES, type TableItem, type TableShape, type Wanted } from "./table-items.ts";

/** Tables whose columns are remembered for rows that do not list them. */
export const MAX_TABLES = 10_000;

/** Where a dump goes on after a place that makes no sense: mysqldump writes no line break into a value. */
const RESTART = /^(?:INSERT |REPLACE |CREATE |DROP |LOCK |UNLOCK |\/\*!|-- )/i;
const RESTART_BYTES = 8;

const LINE_FEED = 0x0a;

/**
 * Tables and rows in file order. Comments, triggers, routines and views are passed over soundly: nothing inside of
 * them counts as a statement.
 */
export async function* sqlItems(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  report: Report,
  wanted: Wanted,
): AsyncGenerator<TableItem> {
  const scanner = new SqlScanner(file, report, wanted);
  for await (const chunk of chunks) yield* scanner.push(chunk);
  yield* scanner.end();
}

export class SqlScanner {
  readonly #position: BytePosition;
  readonly #report: Report;
  readonly #wanted: Wanted;
  readonly #values = new SqlValues();
  readonly #statements: SqlStatements;
  readonly #shapes = new Map<string, TableShape>();
  readonly #said = new Set<string>();
  #chunk: Uint8Array = new Uint8Array(0);
  #items: TableItem[] = [];
  #mode: "statements" | "rows" | "lost" = "statements";
  #line = "";
  #table = "";
  #columns: readonly string[] = [];
  #keep = false;
  #rows = 0;
  #statementStart: Location;
  #rowStart: Location;

  constructor(file: string, report: Report, wanted: Wanted) {
    this.#position = new BytePosition(file);
    this.#report = report;
    this.#wanted = wanted;
    this.#statementStart = this.#rowStart = this.#position.at(this.#chunk, 0);
    const sink: StatementSink = {
      begin: (offset) => void (this.#statementStart = this.#here(offset)),
      insert: (text) => this.#insert(text),
      ended: (text) => this.#ended(text),
      tooLong: () =>
        this.#once(
          "limit",
          `A statement is longer than ${MAX_STATEMENT_BYTES} bytes (MAX_STATEMENT_BYTES).`,
          {
            location: this.#statementStart,
            lost: "the columns it may define",
          },
        ),
    };
    this.#statements = new SqlStatements(sink);
  }

  push(chunk: Uint8Array): readonly TableItem[] {
    this.#chunk = chunk;
    this.#items = [];
    for (let at = 0; at < chunk.length;) at = this.#advance(chunk, at);
    this.#position.next(chunk);
    return this.#items;
  }

  end(): readonly TableItem[] {
    this.#items = [];
    const location = this.#here(0);
    if (this.#mode === "rows" || this.#statements.isOpen) {
      const inRow = this.#mode === "rows" && this.#values.inRow;
      const message = inRow ? "The dump ends inside a row." : "The dump ends inside a statement.";
      this.#report({ kind: "truncated", message, location, lost: inRow ? "the row" : "what was to follow" });
    }
    this.#count();
    return this.#items;
  }

  #advance(chunk: Uint8Array, from: number): number {
    switch (this.#mode) {
      case "statements": {
        const { at, rows } = this.#statements.scan(chunk, from, chunk.length);
        if (rows) this.#mode = "rows";
        return at;
      }
      case "rows": {
        const { at, state } = this.#values.scan(chunk, from, chunk.length, this.#sink);
        if (state === "open") return at;
        this.#mode = state === "done" ? "statements" : "lost";
        this.#count();
        if (state === "done") this.#statements.skipRest();
        else this.#broken(at);
        return at;
      }
      case "lost":
        return this.#restart(chunk, from);
      default:
        return this.#mode satisfies never;
    }
  }

  readonly #sink: RowSink = {
    begin: (offset) => {
      if (this.#keep) this.#rowStart = this.#here(offset);
    },
    row: (values, offset) => {
      this.#rows++;
      if (!this.#keep) return;
      const location = through(this.#rowStart, this.#here(offset));
      this.#items.push({ kind: "row", table: this.#table, columns: this.#columns, values, location });
      this.#judgeCells(location);
    },
  };

  #judgeCells(location: Location): void {
    const { cell } = this.#values;
    if (cell.cut) {
      const message = `A cell is longer than ${MAX_CELL_BYTES / 1024 / 1024} MiB (MAX_CELL_BYTES).`;
      this.#once("limit", message, { location, lost: "the rest of the cell" });
    }
    if (cell.foreign) {
      this.#once("encoding", "A cell is not valid UTF-8; Windows-1252 was read instead.", { location });
    }
    cell.cut = cell.foreign = false;
  }

  #insert(text: string): boolean {
    const head = insertHead(text);
    if (head === null) return false;
    const shape = this.#shapes.get(head.table);
    this.#table = head.table;
    this.#columns = head.columns ?? shape?.columns.map(({ name }) => name) ?? [];
    this.#keep = this.#wanted(head.table);
    this.#rows = 0;
    if (this.#keep && this.#columns.length === 0) {
      const message = "An INSERT lists no columns, and no CREATE TABLE before it tells them.";
      this.#once("incomplete-export", message, {
        location: this.#statementStart,
        lost: "the rows of the table",
      });
      this.#keep = false;
    }
    const types = new Map(shape?.columns.map(({ name, type }) => [name, type]));
    const binary = this.#columns.flatMap((name, index) =>
      /blob|binary/.test(types.get(name) ?? "") ? [index] : [],
    );
    this.#values.start(this.#keep, new Set(binary));
    return true;
  }

  #ended(text: string): void {
    const found = createTable(text);
    if (found === null) return;
    const shape: TableShape = { kind: "table", ...found, location: this.#statementStart };
    if (this.#shapes.size < MAX_TABLES) this.#shapes.set(shape.table, shape);
    this.#items.push(shape);
  }

  /** Rows that were passed over are told once a statement. */
  #count(): void {
    if (!this.#keep && this.#rows > 0) {
      this.#items.push({
        kind: "rows",
        table: this.#table,
        rows: this.#rows,
        location: this.#statementStart,
      });
    }
    this.#rows = 0;
  }

  #broken(at: number): void {
    const message = "A row cannot be read; reading goes on with the next statement that begins a line.";
    this.#once("malformed", message, { location: this.#here(at), lost: "rows of the table" });
    this.#line = " ";
  }

  /** Looks at the beginning of each line, whatever quotes are open. */
  #restart(chunk: Uint8Array, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (byte === LINE_FEED) this.#line = "";
      else if (this.#line.length < RESTART_BYTES) {
        this.#line += String.fromCharCode(byte);
        if (RESTART.test(this.#line)) return this.#resume(at + 1);
      }
    }
    return chunk.length;
  }

  /** The beginning of the line is read once more, from what was held of it. */
  #resume(at: number): number {
    this.#mode = "statements";
    this.#statements.reset();
    this.#statementStart = this.#here(at);
    const line = Buffer.from(this.#line, "latin1");
    this.#statements.scan(line, 0, line.length);
    return at;
  }

  #here(offset: number): Location {
    return this.#position.at(this.#chunk, offset);
  }

  /** Each kind of defect once a file: a broken dump breaks at every row. */
  #once(
    kind: "limit" | "encoding" | "malformed" | "incomplete-export",
    message: string,
    at: { readonly location: Location; readonly lost?: string },
  ): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.#report({ kind, message, ...at });
  }
}
