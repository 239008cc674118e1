/** Which rules a run has: all, or those that `--only` and `--skip` leave. */
import { closest } from "../../analyzer/source/closest.ts";
import type { Rule } from "../kit/define-rule.ts";

/** Rules by id or by family (`storage`, `storage/*`), in order of their ids. */
export function selectRules(
  rules: readonly Rule[],
  only: readonly string[] = [],
  skip: readonly string[] = [],
): readonly Rule[] {
  return rules
    .filter(({ meta }) => only.length === 0 || only.some((name) => covers(name, meta.id)))
    .filter(({ meta }) => !skip.some((name) => covers(name, meta.id)))
    .sort((a, b) => (a.meta.id < b.meta.id ? -1 : a.meta.id > b.meta.id ? 1 : 0));
}

export interface UnknownRule {
  readonly name: string;
  /** The rule that was probably meant. */
  readonly near: string | null;
}

/** Names that select nothing, for a usage error. */
export function unknownRules(names: readonly string[], rules: readonly Rule[]): readonly UnknownRule[] {
  const ids = rules.map(({ meta }) => meta.id);
  return names
    .filter((name) => !ids.some((id) => covers(name, id)))
    .map((name) => ({ name, near: closest(name, ids) }));
}

function covers(name: string, id: string): boolean {
  return name === id || id.startsWith(`${name.replace(/\/\*?$/, "")}/`);
}
