/** Orders verdicts, sensitivities and evidence, so that a whole shows its strongest part. */
import type { Personal, Sensitivity } from "../model/verdict.ts";
import type { EdgeEvidence } from "./shape.ts";

/** Weakest first; a secret stands apart from the ladder of persons' data, so nothing hides it. */
export const SENSITIVITIES: readonly Sensitivity[] = ["ordinary", "sensitive", "art10", "art9", "secret"];
const PERSONAL: readonly Personal[] = ["no", "person-link", "may-contain", "yes"];

export function moreSensitive(a: Sensitivity, b: Sensitivity): Sensitivity {
  return SENSITIVITIES.indexOf(a) >= SENSITIVITIES.indexOf(b) ? a : b;
}

export function morePersonal(a: Personal, b: Personal): Personal {
  return PERSONAL.indexOf(a) >= PERSONAL.indexOf(b) ? a : b;
}

/** Evidence that gives way to any other, weakest first: a vendor's word, then code that may never run. */
const WEAK: readonly EdgeEvidence[] = ["claimed", "code"];

/** Two statements about the very same edge: a definition that a log confirms is "both". */
export function confirm(a: EdgeEvidence, b: EdgeEvidence): EdgeEvidence {
  if (a === b) return a;
  for (const weak of WEAK) {
    if (a === weak) return b;
    if (b === weak) return a;
  }
  return "both";
}

/** Evidence of several edges drawn as one: what was observed without a definition stays visible. */
export function joint(a: EdgeEvidence, b: EdgeEvidence): EdgeEvidence {
  const order: readonly EdgeEvidence[] = [...WEAK, "declared", "both", "observed"];
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

/** Union of two sorted lists without repetition, sorted; returns one of the two when it holds the other. */
export function union<Item extends string>(a: readonly Item[], b: readonly Item[]): readonly Item[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  return [...new Set([...a, ...b])].sort();
}
