/** Standing texts of the documents and the words and marks of states; every text states, asks or counts, none judges. */
import { COLUMN, type ColumnKind } from "../columns.ts";
import type { CellState, Gap } from "../register.ts";

export const DISCLAIMER: readonly string[] = [
  "This document is no legal advice. It lists what was found in the analysed files, what was declared, and what is open.",
  "Found means that a file shows it at the time of the analysis. Declared means that somebody stated it. Neither is an assessment under data protection law.",
  "What the analysed files do not show may exist nevertheless. The two counts on the cover measure neither accuracy nor lawfulness.",
];

/** State as a word and a mark; colour only repeats them. */
export const STATE: Readonly<
  Record<CellState, { readonly word: string; readonly mark: string; readonly means: string }>
> = {
  inferred: { word: "found", mark: "◆", means: "found in the analysed files, with evidence" },
  declared: { word: "declared", mark: "✓", means: "stated by somebody" },
  conflict: { word: "conflict", mark: "≠", means: "what was declared and what was found differ" },
  missing: { word: "open", mark: "○", means: "to be declared" },
  "not-applicable": { word: "not applicable", mark: "–", means: "left out, with the reason" },
};

/** A found cell of a column that a person confirms. */
export const PROPOSED = {
  word: "proposed",
  mark: "◇",
  means: "found in the analysed files; a person has to confirm it",
};

export function stateOf(
  state: CellState,
  kind: ColumnKind,
): { readonly word: string; readonly mark: string } {
  return state === "inferred" && kind === "candidate" ? PROPOSED : STATE[state];
}

/** What a gap is about, in the words of the other sheets. */
export function aboutOf(column: Gap["column"]): string {
  switch (column) {
    case "controller":
      return "Controller";
    case "officer":
      return "Data protection officer";
    case "activity":
      return "Activity";
    default:
      return COLUMN[column].label;
  }
}

export const GAP: Readonly<Record<Gap["kind"], string>> = {
  missing: "open",
  conflict: "conflict",
  unassigned: "in no activity",
};
