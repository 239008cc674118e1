/** Free text whose label or help text asks for people's data, although its name does not. */
import type { Field, Verdict } from "../kit/facts.ts";
import { CANDIDATE } from "../kit/standing.ts";

export interface Cue {
  readonly source: "label" | "help text";
  /** The words that ask for it. */
  readonly words: string;
}

const SOURCES: Readonly<Record<string, Cue["source"]>> = { label: "label", description: "help text" };

export function isRoomy(field: Field): boolean {
  return field.freeText === "long" || field.freeText === "log";
}

/** The strongest cue; `null` for a field that is no free text or asks for nothing. */
export function cueOf(field: Field, verdict: Verdict): Cue | null {
  if (!isRoomy(field) || verdict.personal !== "yes" || verdict.confidence < CANDIDATE) return null;
  const [asks] = verdict.evidence
    .filter(({ signal, weight, quote }) => SOURCES[signal] !== undefined && weight > 0 && quote !== null)
    .sort((a, b) => b.weight - a.weight);
  return asks === undefined
    ? null
    : { source: SOURCES[asks.signal] as Cue["source"], words: asks.quote as string };
}
