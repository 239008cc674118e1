/** Refuses YAML that would cost more than its size before anything is built from it. */
import { Lexer, Parser, type CST } from "yaml";

/** Deepest nesting of maps and lists. */
export const MAX_YAML_DEPTH = 32;
/** Most names and values; the library compares each name of a map with all before it. */
export const MAX_YAML_VALUES = 10_000;

/** Open maps and lists after which the parser is not asked on: it closes them by recursion. */
const MAX_OPEN = 8 * MAX_YAML_DEPTH;

export interface StructureDefect {
  readonly offset: number;
  readonly kind: "alias" | "tag" | "collection-key" | "depth" | "values";
}

/** What is expected instead, in words. */
export const STRUCTURE_EXPECTED: Readonly<Record<StructureDefect["kind"], string>> = {
  alias: "values written out, not YAML aliases",
  tag: "plain values, not YAML tags",
  "collection-key": "names that are words, not maps or lists",
  depth: `at most ${MAX_YAML_DEPTH} levels of nesting`,
  values: `at most ${MAX_YAML_VALUES} names and values`,
};

/**
 * The first defect, `null` when there is none. Aliases multiply (a "billion laughs" file is 400 bytes), a map, list or
 * tagged value as a name is printed to the console by the library, and its composer recurses: a line of some thousand
 * `- ` ends the process, not just the call. The token tree is built within bounds and walked without recursion here.
 */
export function structureDefect(text: string, maxValues = MAX_YAML_VALUES): StructureDefect | null {
  const tokens = tokensOf(text);
  if (typeof tokens === "number") return { offset: tokens, kind: "depth" };
  const open = tokens.map((token) => ({ token, depth: 0, isKey: false }));
  let first: StructureDefect | null = null;
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth, isKey } = next;
    values += 1;
    const kind = values > maxValues ? "values" : defectOf(token, depth, isKey);
    if (kind !== null) {
      const offset = "offset" in token ? token.offset : 0;
      if (kind === "values") return { offset, kind };
      if (first === null || offset < first.offset) first = { offset, kind };
      continue;
    }
    for (const child of childrenOf(token)) open.push({ ...child, depth: depth + 1 });
  }
  return first;
}

/** The offset reached where too much is open. */
function tokensOf(text: string): CST.Token[] | number {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_OPEN) return parser.offset;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function defectOf(token: CST.Token, depth: number, isKey: boolean): StructureDefect["kind"] | null {
  if (token.type === "alias" || token.type === "tag") return token.type;
  if (isKey && "items" in token) return "collection-key";
  return depth > MAX_YAML_DEPTH ? "depth" : null;
}

interface Child {
  readonly token: CST.Token;
  readonly isKey: boolean;
}

/** Names, values, and the marks before them. */
function childrenOf(token: CST.Token): readonly Child[] {
  const children: Child[] = [];
  const add = (tokens: readonly (CST.Token | null | undefined)[] | undefined, isKey = false): void => {
    for (const each of tokens ?? []) if (each) children.push({ token: each, isKey });
  };
  if (token.type === "document") {
    add(token.start.filter(isTag));
    add([token.value]);
  } else if ("items" in token) {
    for (const { start, key, sep, value } of token.items) {
      add(start.filter(isTag));
      add([key], true);
      add(sep?.filter(isTag));
      add([value]);
    }
  }
  return children;
}

function isTag(token: CST.SourceToken): boolean {
  return token.type === "tag";
}
