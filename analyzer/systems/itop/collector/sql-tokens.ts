/** Cuts SQL into tokens, whatever the dialect; what dialects read differently is told apart, not decided. */

export interface SqlToken {
  /** `quoted` is an identifier in back-quotes or brackets, `double` text in `"`: a string in MySQL, a name elsewhere. */
  readonly kind: "word" | "number" | "quoted" | "double" | "string" | "mark";
  /** Without its quotes. */
  readonly text: string;
  /** Parentheses around it. */
  readonly depth: number;
}

const SPACE = /\s+/y;
const COMMENT = /--[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const NUMBER = /\d[\w.]*/y;
const WORD = /[\p{L}_$@][\p{L}\p{N}_$@]*/uy;

export function sqlTokens(text: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let depth = 0;
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < text.length) {
    if (take(SPACE) !== undefined || take(COMMENT) !== undefined) continue;
    const number = take(NUMBER);
    const word = number === undefined ? take(WORD) : undefined;
    if (number !== undefined) tokens.push({ kind: "number", text: number, depth });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, depth });
    else {
      const char = text[at] as string;
      const closing = CLOSING[char];
      // Right behind a name it is a subscript.
      const opensName = char !== "[" || !/[\p{L}\p{N}_\]]/u.test(text[at - 1] ?? "");
      if (closing !== undefined && opensName) {
        const end = endOfQuote(text, at + 1, closing);
        const kind = char === "'" ? "string" : char === '"' ? "double" : "quoted";
        tokens.push({ kind, text: text.slice(at + 1, end), depth });
        at = end + 1;
      } else {
        if (char === ")") depth--;
        tokens.push({ kind: "mark", text: char, depth });
        if (char === "(") depth++;
        at++;
      }
    }
  }
  return tokens;
}

const CLOSING: Readonly<Record<string, string | undefined>> = { "'": "'", '"': '"', "`": "`", "[": "]" };

/** A doubled quote stands for itself. */
function endOfQuote(text: string, from: number, closing: string): number {
  for (let at = text.indexOf(closing, from); at !== -1; at = text.indexOf(closing, at + 2)) {
    if (text[at + 1] !== closing) return at;
  }
  return text.length;
}
