/** The port to a query engine for logs too big to stream: one SELECT over one file, its result rows as they come. */
import type { Separator } from "./csv-sniff.ts";

/** How the engine is to take the file apart; nothing is guessed from the content. Every column is text, never null. */
export type LogLayout =
  | {
      readonly kind: "separated";
      readonly separator: Separator;
      /** In file order; identifiers. The header line is a row like any other, with these names in its cells. */
      readonly columns: readonly string[];
    }
  /** Each line is one text in the column `line`; empty lines may be left out. */
  | { readonly kind: "lines" };

export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [name: string]: Cell };
export type ResultRow = Readonly<Record<string, Cell>>;

export interface LogQuery {
  readonly layout: LogLayout;
  /** One SELECT over the relation `log`, in the engine's dialect; its result is unordered. */
  readonly statement: string;
}

/**
 * Runs a query over the file it was made for. Rejects with `QueryRefused` when the file does not have the layout to the
 * last byte, when the result does not fit, or when the engine does not start; what was yielded until then is to be thrown away.
 */
export type RunQuery = (query: LogQuery) => AsyncIterable<ResultRow>;

/** Carries no text of the engine, whose messages quote the file. */
export class QueryRefused extends Error {
  readonly reason: "layout" | "memory" | "unavailable";

  constructor(reason: "layout" | "memory" | "unavailable") {
    super(`the query engine refused (${reason})`);
    this.name = "QueryRefused";
    this.reason = reason;
  }
}
