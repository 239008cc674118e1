/** Streams the rows of an HTML page's tables: cells as text with their links, at most one row in memory. */
import { Parser } from "htmlparser2";
import type { Location } from "../model/location.ts";
import { LineCounter } from "./line-counter.ts";
import { decodeChunks } from "./records-decode.ts";
import type { Report } from "./records-scanner.ts";

/** Characters of one row, tags included; a longer one ends the reading. */
export const MAX_ROW_CHARACTERS = 64 * 1024 * 1024;

/** Links kept of one cell. */
export const MAX_CELL_LINKS = 1_000;

/** Elements inside each other; the parser looks through all of them at every tag. */
export const MAX_HTML_DEPTH = 500;

export interface HtmlCell {
  readonly text: string;
  /** `href` of each link, in order. */
  readonly links: readonly string[];
  /** The whole text stands in `<em>`, as programs mark what is no value. */
  readonly emphasised: boolean;
}

export interface HtmlRow {
  /** Position of the table in the page, from 0; tables within cells are text of the cell. */
  readonly table: number;
  readonly tableClass: string;
  readonly heading: boolean;
  readonly cells: readonly HtmlCell[];
  readonly location: Location;
}

const BLOCKS: ReadonlySet<string> = new Set("p div br hr li tr h1 h2 h3 h4 h5 h6 pre blockquote".split(" "));
const SILENT: ReadonlySet<string> = new Set(["script", "style", "title"]);

export async function* htmlRows(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  report: Report,
): AsyncGenerator<HtmlRow> {
  const reader = new TableReader(file);
  const invalid = (): void =>
    report({
      kind: "encoding",
      message: "The file is not valid UTF-8; Windows-1252 was read instead.",
      location: reader.here(),
    });
  for await (const text of decodeChunks(chunks, invalid)) {
    reader.write(text);
    yield* reader.ready.splice(0);
    const message = reader.isTooDeep
      ? `Elements are nested more than ${MAX_HTML_DEPTH} deep (MAX_HTML_DEPTH).`
      : `A row is longer than ${MAX_ROW_CHARACTERS} characters (MAX_ROW_CHARACTERS).`;
    if (reader.isTooDeep || reader.sinceRow > MAX_ROW_CHARACTERS) {
      report({ kind: "limit", message, location: reader.here(), lost: "this row and the ones after it" });
      return;
    }
  }
  reader.end();
  yield* reader.ready.splice(0);
  if (!reader.isInTable) return;
  const message = "The page ends inside a table.";
  report({ kind: "truncated", message, location: reader.here(), lost: "the rows that should follow" });
}

class TableReader {
  readonly ready: HtmlRow[] = [];
  sinceRow = 0;
  isTooDeep = false;
  readonly #file: string;
  readonly #lines: LineCounter;
  readonly #parser: Parser;
  #tables = 0;
  #tableClass = "";
  #open = 0;
  /** Tables within each other; only the outermost one has rows. */
  #depth = 0;
  #cells: HtmlCell[] | null = null;
  #rowLine = 1;
  #heading = false;
  #cell: { text: string; links: string[]; marked: string; emphasis: number } | null = null;
  #silent = 0;
  /** Cells of a row without `<tr>`: some exporters open only the first. */
  #width = 0;

  constructor(file: string) {
    this.#file = file;
    this.#lines = new LineCounter();
    this.#parser = new Parser({
      onopentag: (name, attributes) => {
        if (++this.#open > MAX_HTML_DEPTH) this.#giveUp();
        else this.#opened(name, attributes);
      },
      ontext: (text) => this.#text(text),
      onclosetag: (name) => {
        this.#open--;
        if (!this.isTooDeep) this.#closed(name);
      },
    });
  }

  get isInTable(): boolean {
    return this.#unfinished;
  }

  #unfinished = false;

  here(): Location {
    const line = this.#lines.total;
    return { file: this.#file, line, column: 1, endLine: line, endColumn: 1 };
  }

  write(text: string): void {
    this.sinceRow += text.length;
    this.#lines.push(text);
    this.#parser.write(text);
  }

  end(): void {
    this.#unfinished = this.#depth > 0;
    this.#parser.end();
  }

  #giveUp(): void {
    this.isTooDeep = true;
    this.#parser.pause();
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SILENT.has(name)) this.#silent++;
    if (name === "table" && ++this.#depth === 1) {
      this.#tableClass = attributes["class"] ?? "";
      this.#width = 0;
    }
    if (this.#depth === 1 && name === "tr") this.#openRow();
    else if (this.#depth === 1 && (name === "td" || name === "th")) {
      if (this.#cells === null || (this.#width > 0 && this.#cells.length === this.#width)) this.#openRow();
      this.#heading ||= name === "th";
      this.#cell = { text: "", links: [], marked: "", emphasis: 0 };
    }
    if (this.#cell === null) return;
    if (name === "em" || name === "i") this.#cell.emphasis++;
    if (BLOCKS.has(name)) this.#cell.text += "\n";
    const href = name === "a" ? attributes["href"] : undefined;
    if (href !== undefined && this.#cell.links.length < MAX_CELL_LINKS) this.#cell.links.push(href);
  }

  #text(text: string): void {
    if (this.#cell === null || this.#silent > 0) return;
    this.#cell.text += text;
    if (this.#cell.emphasis > 0) this.#cell.marked += text;
  }

  #closed(name: string): void {
    if (SILENT.has(name) && this.#silent > 0) this.#silent--;
    if (this.#cell !== null && (name === "em" || name === "i")) this.#cell.emphasis--;
    if (this.#depth === 1 && (name === "td" || name === "th")) this.#closeCell();
    else if (this.#depth === 1 && name === "tr") this.#closeRow();
    else if (name === "table" && this.#depth > 0 && --this.#depth === 0) {
      this.#closeRow();
      this.#tables++;
    }
  }

  #openRow(): void {
    this.#closeRow();
    this.#cells = [];
    this.#heading = false;
    this.#rowLine = this.#lines.lineAt(this.#parser.startIndex);
  }

  #closeCell(): void {
    if (this.#cell === null) return;
    const { text, links, marked } = this.#cell;
    const emphasised = marked.trim() !== "" && marked.trim() === text.trim();
    this.#cells?.push({ text: plain(text), links, emphasised });
    this.#cell = null;
  }

  #closeRow(): void {
    this.#closeCell();
    const cells = this.#cells;
    this.#cells = null;
    if (cells === null || cells.length === 0) return;
    this.#width = Math.max(this.#width, cells.length);
    this.sinceRow = 0;
    const endLine = this.#lines.lineAt(this.#parser.startIndex);
    const location = { file: this.#file, line: this.#rowLine, column: 1, endLine, endColumn: 1 };
    this.ready.push({
      table: this.#tables,
      tableClass: this.#tableClass,
      heading: this.#heading,
      cells,
      location,
    });
  }
}

/** A browser shows a no-break space for an empty cell. */
function plain(text: string): string {
  return text.replaceAll("\u00A0", " ").trim();
}
