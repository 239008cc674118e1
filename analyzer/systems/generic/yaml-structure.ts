/** Refuses YAML that would cost more than its size before anything is built from it. */
import { Parser, type CST } from "yaml";

/** Deepest nesting of maps and lists. */
export const MAX_YAML_DEPTH = 32;

export interface StructureDefect {
  readonly offset: number;
  readonly kind: "alias" | "depth";
}

/**
 * The first alias or too deep value, `null` when there is none. Aliases multiply (a "billion laughs" file is 400 bytes),
 * and the library's composer recurses: a line of some thousand `- ` ends the process, not just the call. The token
 * tree is built without recursion and is walked without it here.
 */
export function structureDefect(text: string): StructureDefect | null {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [];
  for (const token of new Parser().parse(text)) open.push({ token, depth: 0 });
  let first: StructureDefect | null = null;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    const kind = token.type === "alias" ? "alias" : depth > MAX_YAML_DEPTH ? "depth" : null;
    if (kind !== null) {
      const offset = "offset" in token ? token.offset : 0;
      if (first === null || offset < first.offset) first = { offset, kind };
      continue;
    }
    for (const child of childrenOf(token)) open.push({ token: child, depth: depth + 1 });
  }
  return first;
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap((item) =>
    [item.key, item.value].filter((child) => child !== undefined && child !== null),
  );
}
