/** Reads the columns a SQL query delivers, as far as its own text tells; never guesses. */
import { sqlTokens, type SqlToken } from "./sql-tokens.ts";

/** Characters of one query. */
export const MAX_QUERY_CHARACTERS = 200_000;
/** Longest name of a column that is kept. */
const MAX_COLUMN_NAME = 128;

export interface SelectItem {
  /** Name of the column in the result; `null` when the database makes one up. */
  readonly name: string | null;
  /** The one column it comes from, as written; `null` when it is computed, or a constant. */
  readonly column: string | null;
  /** A literal: nothing comes from the source. */
  readonly constant: boolean;
}

export interface SelectList {
  readonly items: readonly SelectItem[];
  /** `*` or `t.*` stands in the list. */
  readonly star: boolean;
}

const ENDS = /^(?:from|into|where|group|having|order|limit|window|union|intersect|except|minus)$/i;
const COMPOUND = /^(?:union|intersect|except|minus)$/i;
const QUALIFIERS =
  /^(?:distinct|distinctrow|all|straight_join|high_priority|sql_(?:small|big|buffer)_result|sql_(?:no_)?cache|sql_calc_found_rows)$/i;
const CONSTANTS = /^(?:null|true|false|default|current_date|current_time|current_timestamp)$/i;
/** Words that close an expression and never name a column. */
const NOT_A_NAME = /^(?:as|end|null|true|false|unknown|asc|desc)$/i;

/** `null` when the text is no query, or one whose list cannot be told apart. */
export function selectList(query: string): SelectList | null {
  // A backslash escapes the quote after it in MySQL, and is a plain character elsewhere.
  if (query.length > MAX_QUERY_CHARACTERS || /\\['"`]/.test(query)) return null;
  const tokens = sqlTokens(query);
  if (!/^(?:select|with)$/i.test(tokens[0]?.text ?? "")) return null;
  const start = tokens.findIndex((token) => isWord(token, /^select$/i) && token.depth === 0);
  if (start === -1) return null;
  const rest = tokens.slice(afterQualifiers(tokens, start + 1));
  const end = rest.findIndex(
    (token) => token.depth === 0 && (isWord(token, ENDS) || isMark(token, ";") || isMark(token, "#")),
  );
  if (end !== -1 && isMark(rest[end] as SqlToken, "#")) return null;
  const list = end === -1 ? rest : rest.slice(0, end);
  if (list.some(({ depth }) => depth < 0)) return null;
  // The first list names the columns of all; where each comes from differs from part to part.
  const compound = rest.some((token) => token.depth === 0 && isWord(token, COMPOUND));
  const parts = splitAtCommas(list);
  const stars = parts.filter(isStar);
  const items = parts.filter((part) => part.length > 0 && !isStar(part)).map(itemOf);
  return {
    items: compound ? items.map(({ name }) => ({ name, column: null, constant: false })) : items,
    star: stars.length > 0,
  };
}

function afterQualifiers(tokens: readonly SqlToken[], from: number): number {
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as SqlToken;
    if (isWord(token, QUALIFIERS)) at++;
    else if (isWord(token, /^(?:top|on)$/i)) {
      at++;
      if (tokens[at]?.kind === "number") at++;
      else if (isMark(tokens[at], "(")) {
        while (at < tokens.length && !(isMark(tokens[at], ")") && tokens[at]?.depth === 0)) at++;
        at++;
      }
    } else break;
  }
  return at;
}

function splitAtCommas(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]];
  for (const token of tokens) {
    if (token.depth === 0 && isMark(token, ",")) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function isStar(part: readonly SqlToken[]): boolean {
  return isMark(part.at(-1), "*") && (part.length === 1 || isMark(part.at(-2), "."));
}

function itemOf(part: readonly SqlToken[]): SelectItem {
  const last = part.at(-1) as SqlToken;
  const before = part.at(-2);
  if (before !== undefined && before.depth === 0 && isWord(before, /^as$/i)) {
    const isName = last.kind !== "mark" && last.kind !== "number";
    return { name: isName ? named(last.text) : null, ...sourceOf(part.slice(0, -2)) };
  }
  const path = pathOf(part);
  if (path !== null) return { name: named(last.text), ...sourceOf(part) };
  const expression = part.slice(0, -1);
  if (nameable(last) && closesExpression(expression)) {
    return { name: named(last.text), ...sourceOf(expression) };
  }
  return { name: null, ...sourceOf(part) };
}

function nameable(token: SqlToken): boolean {
  return (
    token.depth === 0 &&
    (token.kind === "quoted" ||
      token.kind === "double" ||
      (token.kind === "word" && !NOT_A_NAME.test(token.text)))
  );
}

/** A name right after it can only be its alias. */
function closesExpression(expression: readonly SqlToken[]): boolean {
  const last = expression.at(-1);
  if (last === undefined || last.depth > 0) return false;
  if (pathOf(expression) !== null) return true;
  return isMark(last, ")") || last.kind === "string" || last.kind === "number" || isWord(last, /^end$/i);
}

function sourceOf(expression: readonly SqlToken[]): Pick<SelectItem, "column" | "constant"> {
  const [only] = expression;
  const isLiteral = only?.kind === "string" || only?.kind === "number" || isWord(only, CONSTANTS);
  if (expression.length === 1 && isLiteral) return { column: null, constant: true };
  return { column: pathOf(expression), constant: false };
}

/** `column`, `table.column`; a name with a variable or placeholder in it is none. */
function pathOf(tokens: readonly SqlToken[]): string | null {
  const names: string[] = [];
  for (const [at, token] of tokens.entries()) {
    if (at % 2 === 1) {
      if (!isMark(token, ".")) return null;
    } else if (
      token.kind === "quoted" ||
      (token.kind === "word" && !/[$@]/.test(token.text) && !CONSTANTS.test(token.text))
    ) {
      names.push(token.text);
    } else return null;
  }
  return tokens.length % 2 === 1 ? named(names.join(".")) : null;
}

function named(name: string): string | null {
  return name.length <= MAX_COLUMN_NAME && !/[$@\n]/.test(name) ? name : null;
}

function isWord(token: SqlToken | undefined, pattern: RegExp): boolean {
  return token?.kind === "word" && pattern.test(token.text);
}

function isMark(token: SqlToken | undefined, text: string): boolean {
  return token?.kind === "mark" && token.text === text;
}
