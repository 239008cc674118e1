/** Modules iTop adds by itself: a PHP condition over the modules already selected. */
import type { Problem } from "../../../model/problem.ts";
import { type BooleanExpression, holds, parseBoolean, termsOf } from "./boolean-expression.ts";
import type { ModuleData } from "../fragments.ts";
import { dropped, type ModuleChoice } from "./modules.ts";

const TERM = /SetupInfo::ModuleIsSelected\(\s*(?:"[^"\\]*"|'[^'\\]*')\s*\)|true\b|false\b/iy;

/**
 * Keeps modules without a condition on others, then adds those whose condition holds until nothing changes.
 * A module whose condition does not hold is no loss: the installation does not have it either.
 */
export function withAutoSelected(candidates: readonly ModuleData[]): ModuleChoice {
  const problems: Problem[] = [];
  const conditions = new Map<ModuleData, BooleanExpression>();
  const selected = new Set<string>();
  for (const module of candidates) {
    const { autoSelect } = module;
    const condition = autoSelect === null ? null : parseBoolean(autoSelect, TERM);
    if (autoSelect !== null && condition === null) {
      problems.push(dropped(module, "its auto_select condition cannot be read"));
    } else if (condition !== null && termsOf(condition).some((term) => selectedName(term) !== null)) {
      conditions.set(module, condition);
    } else selected.add(module.name);
  }
  for (let before = -1; before !== selected.size;) {
    before = selected.size;
    for (const [module, condition] of conditions) {
      if (holds(condition, (term) => isTrue(term, selected))) selected.add(module.name);
    }
  }
  return { modules: candidates.filter(({ name }) => selected.has(name)), problems };
}

function isTrue(term: string, selected: ReadonlySet<string>): boolean {
  const name = selectedName(term);
  return name === null ? term.toLowerCase() === "true" : selected.has(name);
}

function selectedName(term: string): string | null {
  return /["'](.*)["']/.exec(term)?.[1] ?? null;
}
