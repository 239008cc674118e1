/** The states a cell of a record can be in: a word and a mark each, so that colour is never the only sign. */
import type { Cell } from "../../../server/contract.ts";

export const STATES: Readonly<Record<Cell["state"], { readonly word: string; readonly mark: string }>> = {
  inferred: { word: "from evidence", mark: "◆" },
  declared: { word: "declared", mark: "✓" },
  conflict: { word: "conflict", mark: "≠" },
  missing: { word: "missing", mark: "?" },
  "not-applicable": { word: "does not apply", mark: "–" },
};

/** Order in which a reader has to act: what contradicts, what is open, what stands. */
export const STATE_ORDER: readonly Cell["state"][] = [
  "conflict",
  "missing",
  "inferred",
  "declared",
  "not-applicable",
];
