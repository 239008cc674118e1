/** How firmly a verdict stands: firm enough to act on, a candidate to be classified, or nothing. */
import type { Verdict } from "../../analyzer/model/verdict.ts";

/** From here on a verdict counts as established. */
export const FIRM = 0.8;
/** From here on a verdict is worth a person's look. */
export const CANDIDATE = 0.5;

export type Standing = "yes" | "candidate" | "no";

export function standingOf(verdict: Verdict): Standing {
  if (verdict.personal !== "yes" || verdict.confidence < CANDIDATE) return "no";
  return verdict.confidence >= FIRM ? "yes" : "candidate";
}
