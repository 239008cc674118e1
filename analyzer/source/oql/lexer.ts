/** Cuts OQL text into tokens by longest match, keywords in upper case only. */

export type OqlTokenKind = "keyword" | "name" | "string" | "number" | "hex" | "variable" | "symbol" | "end";

export interface OqlToken {
  readonly kind: OqlTokenKind;
  /** Keyword or symbol as written, name without backquotes, string without quotes and escapes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Wrong syntax or an unknown name; the message speaks of kinds and names, never of a literal. */
export interface OqlError {
  readonly message: string;
  readonly offset: number;
}

/** More tokens than any written query has; guards against texts made to exhaust the analyser. */
export const MAX_OQL_TOKENS = 10_000;

/** A stored query fits into 65,535 bytes; longer texts would also exhaust the matcher of strings. */
export const MAX_OQL_CHARACTERS = 100_000;

export const OQL_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    "IF ELT COALESCE ISNULL CONCAT SUBSTR TRIM DATE DATE_FORMAT CURRENT_DATE NOW TIME TO_DAYS FROM_DAYS " +
    "YEAR MONTH DAY DATE_ADD DATE_SUB ROUND FLOOR INET_ATON INET_NTOA"
  ).split(" "),
);

export const OQL_UNITS: ReadonlySet<string> = new Set(["SECOND", "MINUTE", "HOUR", "DAY", "MONTH", "YEAR"]);

const KEYWORDS: ReadonlySet<string> = new Set([
  ..."SELECT AS FROM JOIN ON WHERE UNION AND OR IN LIKE MATCHES REGEXP BELOW ABOVE NULL INTERVAL".split(" "),
  ...OQL_FUNCTIONS,
  ...OQL_UNITS,
]);

/** Two-word operators are one token with exactly one space; longer ones stand before their beginnings. */
const COMPOUND = /NOT (?:BELOW STRICT|BELOW|ABOVE STRICT|ABOVE|LIKE|IN)|BELOW STRICT|ABOVE STRICT/y;
const NAME = /[_a-zA-Z][_a-zA-Z0-9]*/y;
const QUOTED_NAME = /`[^`]+`/y;
const STRING = /"(?:\\["\\]|[^\\"])*"|'(?:\\['\\]|[^\\'])*'/y;
const NUMBER = /0x[0-9a-fA-F]+|[0-9]+/y;
const VARIABLE = /:[_a-zA-Z][_a-zA-Z0-9]*(?:->[_a-zA-Z][_a-zA-Z0-9]*)?/y;
const SYMBOL = /!=|>=|<=|<<|>>|[-+*/=<>&|^(),.]/y;
const SPACE = /[ \t\n\r]+/y;

/** Tokens in order, closed by one `end` token; characters that begin no token are reported and skipped. */
export function lexOql(whole: string): {
  readonly tokens: readonly OqlToken[];
  readonly errors: readonly OqlError[];
} {
  const tokens: OqlToken[] = [];
  const errors: OqlError[] = [];
  const text = whole.slice(0, MAX_OQL_CHARACTERS);
  if (text.length < whole.length) {
    const message = `text of more than ${MAX_OQL_CHARACTERS} characters is not read to its end (MAX_OQL_CHARACTERS)`;
    errors.push({ message, offset: MAX_OQL_CHARACTERS });
  }
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    if (tokens.length >= MAX_OQL_TOKENS) {
      errors.push({
        message: `query of more than ${MAX_OQL_TOKENS} tokens is not read to its end (MAX_OQL_TOKENS)`,
        offset: at,
      });
      break;
    }
    const token = tokenAt(text, at);
    if (token === null) {
      errors.push({
        message: isQuote(text[at]) ? "string without an end" : "character that OQL does not know",
        offset: at,
      });
      at += isQuote(text[at]) ? text.length - at : 1;
      continue;
    }
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return { tokens, errors };
}

/** Whether a name can stand without backquotes; `NOT` could melt into `NOT IN`. */
export function isPlainName(name: string): boolean {
  return matchAt(NAME, name, 0) === name && !KEYWORDS.has(name) && name !== "NOT";
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function tokenAt(text: string, at: number): OqlToken | null {
  const make = (kind: OqlTokenKind, raw: string, value = raw): OqlToken => ({
    kind,
    text: value,
    start: at,
    end: at + raw.length,
  });
  const word = matchAt(NAME, text, at);
  if (word !== null) {
    const compound = matchAt(COMPOUND, text, at);
    if (compound !== null && compound.length > word.length) return make("keyword", compound);
    return make(KEYWORDS.has(word) ? "keyword" : "name", word);
  }
  const quoted = matchAt(QUOTED_NAME, text, at);
  if (quoted !== null) return make("name", quoted, quoted.slice(1, -1));
  const string = matchAt(STRING, text, at);
  if (string !== null) return make("string", string, string.slice(1, -1).replace(/\\(.)/gs, "$1"));
  const number = matchAt(NUMBER, text, at);
  if (number !== null) return make(number.startsWith("0x") ? "hex" : "number", number);
  const variable = matchAt(VARIABLE, text, at);
  if (variable !== null) return make("variable", variable);
  const symbol = matchAt(SYMBOL, text, at);
  return symbol === null ? null : make("symbol", symbol);
}
