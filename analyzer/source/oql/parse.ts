/** Reads an OQL text: a query, a union of queries, or a bare condition. */
import type { OqlResult } from "./ast.ts";
import { OqlCursor } from "./cursor.ts";
import { lexOql, type OqlError } from "./lexer.ts";
import { parseQuery, parseWhere } from "./grammar.ts";

/** Errors that are told of one text; what has more is no query. */
export const MAX_OQL_ERRORS = 50;

export interface ParsedOql {
  /** What could be read, also when there are errors; `null` when nothing could. */
  readonly query: OqlResult | null;
  /** By offset; iTop refuses the text when there is any. */
  readonly errors: readonly OqlError[];
}

/**
 * Parses OQL as iTop 2.7 to 3.2 do (one grammar). Never throws; a text with errors still gives the classes
 * that were read before them.
 */
export function parseOql(text: string): ParsedOql {
  const { tokens, errors } = lexOql(text);
  const cursor = new OqlCursor(tokens, errors);
  const query = cursor.is("SELECT") ? parseQuery(cursor) : parseWhere(cursor);
  if (query !== null && cursor.token.kind !== "end") cursor.fail("an operator or the end of the condition");
  const found = cursor.errors.toSorted((a, b) => a.offset - b.offset);
  const beyond = found[MAX_OQL_ERRORS];
  if (beyond === undefined) return { query, errors: found };
  const more = { message: `more than ${MAX_OQL_ERRORS} errors (MAX_OQL_ERRORS)`, offset: beyond.offset };
  return { query, errors: [...found.slice(0, MAX_OQL_ERRORS), more] };
}
