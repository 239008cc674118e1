/** Everything the cells of one record are made from. */
import type { Estate } from "../model/estate.ts";
import type { Verdicts } from "../model/verdict.ts";
import type { FlowGraph } from "../graph/shape.ts";
import type { Declarations } from "./declarations.ts";
import type { DeclaredActivity } from "./declaration-schema.ts";
import type { Element } from "./elements.ts";
import type { LibraryActivity } from "./library/activity.ts";
import type { CellEvidence } from "./register.ts";

export interface RecordFacts {
  readonly id: string;
  readonly library: LibraryActivity | null;
  readonly declared: DeclaredActivity | null;
  readonly elements: readonly Element[];
  readonly estate: Estate;
  readonly verdicts: Verdicts;
  readonly graph: FlowGraph;
  readonly declarations: Declarations | null;
}

/** One line of an inferred cell. */
export interface FoundLine {
  /** What a declaration is compared with: a category id, a recipient's name. */
  readonly key: string;
  readonly text: string;
  readonly evidence: readonly CellEvidence[];
}

export interface Found {
  readonly lines: readonly FoundLine[];
  /** What a person should confirm or settle; `null` leaves the column's own question for an empty cell. */
  readonly question: string | null;
  /** What stays unsettled whatever was declared. */
  readonly unsettled?: string;
}

export const NOTHING_FOUND: Found = { lines: [], question: null };
