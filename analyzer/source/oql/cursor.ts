/** Walks a token list, keeps the errors, and finds where reading can go on after one. */
import { OQL_FUNCTIONS, type OqlError, type OqlToken } from "./lexer.ts";

export class OqlCursor {
  readonly errors: OqlError[];
  /** Open parentheses, functions and nested queries around the current token. */
  depth = 0;
  readonly #tokens: readonly OqlToken[];
  #at = 0;
  #open = 0;

  constructor(tokens: readonly OqlToken[], errors: readonly OqlError[]) {
    this.#tokens = tokens;
    this.errors = [...errors];
  }

  get token(): OqlToken {
    return this.#tokens[this.#at] as OqlToken;
  }

  /** Parentheses that the tokens before the current one opened and did not close. */
  get open(): number {
    return this.#open;
  }

  /** End of the token before the current one. */
  get lastEnd(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0;
  }

  next(): OqlToken {
    const token = this.token;
    if (token.kind !== "end") this.#at++;
    if (token.kind === "symbol") this.#open += token.text === "(" ? 1 : token.text === ")" ? -1 : 0;
    return token;
  }

  /** The current token is one of these keywords or symbols. */
  is(...texts: readonly string[]): boolean {
    const { kind, text } = this.token;
    return (kind === "keyword" || kind === "symbol") && texts.includes(text);
  }

  take(...texts: readonly string[]): OqlToken | null {
    return this.is(...texts) ? this.next() : null;
  }

  /** Takes the token or reports that it is missing. */
  expect(text: string): OqlToken | null {
    return this.take(text) ?? this.fail(text);
  }

  fail(expected: string): null {
    return this.report(`expected ${expected}, found ${describe(this.token)}`);
  }

  report(message: string): null {
    this.errors.push({ message, offset: this.token.start });
    return null;
  }

  /**
   * Moves to the next of these tokens outside the parentheses that were opened after there were `open`; says whether
   * there is one before the next UNION of the statement around, or the end.
   */
  skipTo(open: number, ...texts: readonly string[]): boolean {
    for (const from = this.#open; this.token.kind !== "end"; this.next()) {
      if (this.#open <= open && this.is(...texts)) return true;
      // A parenthesis nobody closed must not hide the queries that follow.
      if (this.#open <= from && this.is("UNION")) return false;
    }
    return false;
  }
}

function describe(token: OqlToken): string {
  switch (token.kind) {
    case "keyword":
      return OQL_FUNCTIONS.has(token.text) ? `the function ${token.text}` : token.text;
    case "symbol":
      return `"${token.text}"`;
    case "name":
      return "a name";
    case "string":
      return "a string";
    case "number":
    case "hex":
      return "a number";
    case "variable":
      return "a parameter";
    case "end":
      return "the end of the text";
    default: {
      const unknown: never = token.kind;
      return unknown;
    }
  }
}
