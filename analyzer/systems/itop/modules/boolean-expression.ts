/** Boolean expressions over terms, as iTop's modules write them: `a || (b && c)`, `!a`. */

export type BooleanExpression =
  | { readonly kind: "term"; readonly text: string }
  | { readonly kind: "not"; readonly of: BooleanExpression }
  | { readonly kind: "and" | "or"; readonly parts: readonly BooleanExpression[] };

/** Parentheses and negations inside each other. */
export const MAX_EXPRESSION_DEPTH = 64;

/** `term` is sticky and matches one term; `null` when the text is not such an expression. */
export function parseBoolean(text: string, term: RegExp): BooleanExpression | null {
  const reader = new Reader(text, term);
  const expression = reader.alternatives(0);
  return expression !== null && reader.atEnd() ? expression : null;
}

/** Every term counts, also where the value is settled before: iTop waits for optional alternatives. */
export function termsOf(expression: BooleanExpression): readonly string[] {
  switch (expression.kind) {
    case "term":
      return [expression.text];
    case "not":
      return termsOf(expression.of);
    case "and":
    case "or":
      return expression.parts.flatMap(termsOf);
    default:
      return expression satisfies never;
  }
}

export function holds(expression: BooleanExpression, isTrue: (term: string) => boolean): boolean {
  switch (expression.kind) {
    case "term":
      return isTrue(expression.text);
    case "not":
      return !holds(expression.of, isTrue);
    case "and":
      return expression.parts.every((part) => holds(part, isTrue));
    case "or":
      return expression.parts.some((part) => holds(part, isTrue));
    default:
      return expression satisfies never;
  }
}

class Reader {
  readonly #text: string;
  readonly #term: RegExp;
  #at = 0;

  constructor(text: string, term: RegExp) {
    this.#text = text;
    this.#term = term;
  }

  alternatives(depth: number): BooleanExpression | null {
    return this.#series("or", "||", () => this.#series("and", "&&", () => this.#operand(depth)));
  }

  atEnd(): boolean {
    this.#skipBlanks();
    return this.#at === this.#text.length;
  }

  #series(
    kind: "and" | "or",
    operator: string,
    readPart: () => BooleanExpression | null,
  ): BooleanExpression | null {
    const parts: BooleanExpression[] = [];
    do {
      const part = readPart();
      if (part === null) return null;
      parts.push(part);
    } while (this.#take(operator));
    return parts.length === 1 ? (parts[0] ?? null) : { kind, parts };
  }

  #operand(depth: number): BooleanExpression | null {
    if (depth >= MAX_EXPRESSION_DEPTH) return null;
    if (this.#take("!")) {
      const of = this.#operand(depth + 1);
      return of === null ? null : { kind: "not", of };
    }
    if (this.#take("(")) {
      const inner = this.alternatives(depth + 1);
      return this.#take(")") ? inner : null;
    }
    this.#skipBlanks();
    this.#term.lastIndex = this.#at;
    const text = this.#term.exec(this.#text)?.[0];
    if (text === undefined || text === "") return null;
    this.#at += text.length;
    return { kind: "term", text };
  }

  #take(symbol: string): boolean {
    this.#skipBlanks();
    if (!this.#text.startsWith(symbol, this.#at)) return false;
    this.#at += symbol.length;
    return true;
  }

  #skipBlanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at++;
  }
}
