/** The Article 30 register: records, cells and their states, as every output shows them. */
import type { Location } from "../model/location.ts";
import type { ModelPath } from "../model/model-path.ts";
import type { Declarations } from "./declarations.ts";

/** Columns a record may have; the mapping of facts to columns stands in `build.ts`. */
export const COLUMNS = [
  "name",
  "owner",
  "purpose",
  "legal-basis",
  "art9-condition",
  "data-subjects",
  "data-categories",
  "free-text",
  "sources",
  "internal-recipients",
  "external-recipients",
  "processors",
  "third-countries",
  "transfer-mechanism",
  "retention",
  "retention-evidence",
  "measures",
  "location",
  "software",
  "automated-decisions",
  "rights",
  "dpia",
] as const;

export type Column = (typeof COLUMNS)[number];

export type CellState = "inferred" | "declared" | "conflict" | "missing" | "not-applicable";

export interface CellEvidence {
  readonly path: ModelPath | null;
  readonly file: string | null;
  readonly line: number | null;
  /** A field code, a setting, a label; never a value of a person. */
  readonly quote: string;
  /** SHA-256 of what the evidence says, first 16 hex digits. */
  readonly digest: string;
}

export interface Cell {
  /** Lines of text; empty when missing. */
  readonly value: readonly string[];
  readonly state: CellState;
  readonly evidence: readonly CellEvidence[];
  readonly declaredBy: string | null;
  readonly declaredOn: string | null;
  /** What only people can answer, as a question; `null` when nothing is open. */
  readonly question: string | null;
  /** Reason of not-applicable, or both sides of a conflict in words. */
  readonly note: string | null;
  /** Where `register.yaml` declares it. */
  readonly location?: Location;
}

export interface ActivityRecord {
  /** `ITSM-01` or the customer's own id. */
  readonly id: string;
  readonly role: "controller" | "processor";
  readonly status: "draft" | "in review" | "approved" | "retired";
  readonly systems: readonly string[];
  readonly cells: Readonly<Record<Column, Cell>>;
  /** Paths of entities, fields, stores and movements that belong to the activity. */
  readonly elements: readonly ModelPath[];
  /** Digest of all evidence, 16 hex digits: what an approval is bound to. */
  readonly evidenceDigest?: string;
  /** Whether what was approved is what stands here; `null` when nobody approved it. */
  readonly approval?: "current" | "outdated" | null;
  /** Questions that concern the activity as a whole. */
  readonly questions?: readonly string[];
  /** Where `register.yaml` declares the activity. */
  readonly location?: Location;
}

export interface RegisterParty {
  readonly id: string;
  readonly name: string;
  readonly role:
    | "controller"
    | "joint-controller"
    | "processor"
    | "sub-processor"
    | "representative"
    | "data-protection-officer"
    | "recipient"
    | "authority"
    | "unknown";
  readonly contact: string | null;
  readonly country: string | null;
  readonly agreement: string | null;
}

/** What the law asks and nobody declared, or what declarations and systems say differently. */
export interface Gap {
  readonly record: string | null;
  readonly column: Column | "controller" | "officer" | "activity";
  readonly article: string;
  readonly kind: "missing" | "conflict" | "unassigned";
  readonly says: string;
}

export interface Register {
  readonly controller: RegisterParty | null;
  readonly parties: readonly RegisterParty[];
  readonly records: readonly ActivityRecord[];
  readonly gaps: readonly Gap[];
  /** Article 30 items filled or justified, of those that apply; says nothing about accuracy or lawfulness. */
  readonly completeness: { readonly filled: number; readonly of: number };
  /** Personal facts that belong to an activity, of all that were found. */
  readonly coverage: { readonly assigned: number; readonly of: number };
  /** Whether a `register.yaml` was read, or the records are only proposals. */
  readonly declared: boolean;
  /** `register.yaml` as it was read, with the place of every key; `null` or absent without one. */
  readonly declarations?: Declarations | null;
}
