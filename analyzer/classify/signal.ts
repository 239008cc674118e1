/** One observation of a signal, before the classifier weighs all of them. */
import type { Category } from "../model/category.ts";
import type { Verdict, VerdictEvidence } from "../model/verdict.ts";

/**
 * What the observation claims: the field holds data of the category, could hold any (free text), refers to a person,
 * or is not personal (negative weight).
 */
export type Claim = "holds" | "may-hold" | "links" | "not";

export interface Signal extends VerdictEvidence {
  readonly claim: Claim;
  readonly category: Category;
  /** A finer DPV term than the category's own. */
  readonly dpv?: string;
  readonly special?: Verdict["special"];
  readonly subject?: Verdict["subject"];
}

export function evidenceOf(signal: Signal): VerdictEvidence {
  return { signal: signal.signal, says: signal.says, weight: round(signal.weight), quote: signal.quote };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
