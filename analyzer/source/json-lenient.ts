/** Reads JSON text that was cut or broken as far as it goes, keeping the structure up to that point. */

/** Deeper nesting is not followed; the text counts as malformed from there. */
export const MAX_JSON_DEPTH = 256;

export interface LenientJson {
  /** `undefined` when not even a value begins. A string cut in the middle is kept, a cut name or number is not. */
  readonly value: unknown;
  /**
   * `truncated`: the text ends too early; `malformed`: it breaks before its end. Commas before closing marks, NaN and
   * infinities break nothing: other readers of JSON let them pass, and nothing is lost by them.
   */
  readonly state: "complete" | "truncated" | "malformed";
}

/** iTop cuts logged strings at 65,535 characters and appends the original length. */
const CUT_MARK = / -truncated \(\d+ chars\)$/;

export function readTruncatedJson(text: string): LenientJson {
  if (text === "") return { value: undefined, state: "truncated" };
  // What ends in the mark is no JSON; trying would read all of it for nothing.
  if (text.endsWith(" chars)")) return new LenientReader(text.replace(CUT_MARK, "")).read();
  try {
    return { value: JSON.parse(text) as unknown, state: "complete" };
  } catch {
    return new LenientReader(text).read();
  }
}

/** What other readers of JSON let pass for a number. */
const NO_NUMBER = /^-?(?:nan|inf|infinity)$/i;

const ENDED = Symbol("ended");
const BROKEN = Symbol("broken");
type Stop = typeof ENDED | typeof BROKEN;

class LenientReader {
  readonly #text: string;
  #at = 0;
  #stop: Stop | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  read(): LenientJson {
    const value = this.#value(0);
    this.#skipSpace();
    if (this.#stop === null && this.#at < this.#text.length) this.#stop = BROKEN;
    const state = this.#stop === null ? "complete" : this.#stop === ENDED ? "truncated" : "malformed";
    return { value, state };
  }

  #value(depth: number): unknown {
    this.#skipSpace();
    const first = this.#text[this.#at];
    if (first === undefined) return this.#halt();
    if (depth >= MAX_JSON_DEPTH) return this.#halt(BROKEN);
    if (first === "{") return this.#object(depth);
    if (first === "[") return this.#array(depth);
    if (first === '"') return this.#string();
    return this.#literal();
  }

  /** Without a prototype: names come from the outside, `__proto__` among them. */
  #object(depth: number): Record<string, unknown> {
    const members = Object.create(null) as Record<string, unknown>;
    this.#at++;
    for (let first = true; ; first = false) {
      if (this.#closes("}", first)) return members;
      if (this.#stop !== null) return members;
      if (this.#text[this.#at] !== '"') return (this.#halt(this.#endOr(BROKEN)), members);
      const name = this.#string();
      if (this.#stop !== null) return members;
      this.#skipSpace();
      if (this.#text[this.#at] !== ":") return (this.#halt(this.#endOr(BROKEN)), members);
      this.#at++;
      const value = this.#value(depth + 1);
      if (value !== undefined) members[name] = value;
      else if (this.#stop !== null) members[name] = null;
      if (this.#stop !== null) return members;
    }
  }

  #array(depth: number): unknown[] {
    const elements: unknown[] = [];
    this.#at++;
    for (let first = true; ; first = false) {
      if (this.#closes("]", first) || this.#stop !== null) return elements;
      const value = this.#value(depth + 1);
      if (value !== undefined) elements.push(value);
      if (this.#stop !== null) return elements;
    }
  }

  /** Passes a closing mark, or the comma before the next member. */
  #closes(mark: string, first: boolean): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] === mark) {
      this.#at++;
      return true;
    }
    if (!first) {
      if (this.#text[this.#at] === ",") this.#at++;
      else this.#halt(this.#endOr(BROKEN));
      this.#skipSpace();
      if (this.#stop === null && this.#text[this.#at] === mark) {
        this.#at++;
        return true;
      }
    }
    if (this.#at >= this.#text.length) this.#halt();
    return false;
  }

  #string(): string {
    const start = this.#at + 1;
    const end = this.#endOfString(start);
    const raw = this.#text.slice(start, end);
    this.#at = end + 1;
    if (end < this.#text.length) return unescape(raw);
    this.#halt();
    return unescape(raw.replace(/\\(?:u[\da-fA-F]{0,3})?$/, ""));
  }

  /** Offset of the closing quote, the text's length when there is none. */
  #endOfString(start: number): number {
    for (
      let quote = this.#text.indexOf('"', start);
      quote !== -1;
      quote = this.#text.indexOf('"', quote + 1)
    ) {
      let slash = quote;
      while (slash > start && this.#text[slash - 1] === "\\") slash--;
      if ((quote - slash) % 2 === 0) return quote;
    }
    return this.#text.length;
  }

  #literal(): unknown {
    const word = /[-+\w.]*/y;
    word.lastIndex = this.#at;
    const text = word.exec(this.#text)?.[0] ?? "";
    if (this.#at + text.length >= this.#text.length) return this.#halt();
    try {
      const value = JSON.parse(text) as unknown;
      this.#at += text.length;
      return value;
    } catch {
      if (!NO_NUMBER.test(text)) return this.#halt(BROKEN);
      this.#at += text.length;
      return null;
    }
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && " \t\r\n".includes(this.#text[this.#at] as string)) this.#at++;
  }

  #endOr(otherwise: Stop): Stop {
    return this.#at >= this.#text.length ? ENDED : otherwise;
  }

  #halt(stop: Stop = ENDED): undefined {
    this.#stop ??= stop;
    return undefined;
  }
}

/** Tolerates what JSON forbids in strings: raw control characters and unknown escapes stay as they are. */
function unescape(raw: string): string {
  if (!raw.includes("\\")) return raw;
  return raw.replace(
    /\\(?:u([\da-fA-F]{4})|(.))/gs,
    (_whole, code: string | undefined, mark: string | undefined) =>
      code !== undefined
        ? String.fromCharCode(parseInt(code, 16))
        : (ESCAPES[mark as string] ?? (mark as string)),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
