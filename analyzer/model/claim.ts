/** Something a vendor or the customer states about a system; quoted and dated, never taken for a fact. */
import type { Provenance } from "./provenance.ts";
import type { ModelPath } from "./model-path.ts";

export type ClaimTopic =
  | "encryption"
  | "transport"
  | "retention"
  | "role"
  | "hosting"
  | "support"
  | "monitoring"
  | "ml-use"
  | "telemetry"
  | "credentials"
  | "inventory"
  | "certification"
  | "availability"
  | "access"
  | "other";

export interface Claim {
  readonly path: ModelPath;
  readonly topic: ClaimTopic;
  /** The statement in short, in the profile author's words. */
  readonly says: string;
  /** The verbatim words it rests on; short. */
  readonly quote: string | null;
  /** Document the quote is from. */
  readonly source: string;
  /** ISO date, possibly only a year or month. */
  readonly assertedOn: string | null;
  /** Strength of the wording: a recommendation or an option is not a measure in place. */
  readonly modality: "is" | "can" | "should" | "option";
  /** Paths of claims that contradict this one. */
  readonly conflictsWith: readonly ModelPath[];
  readonly proof: Provenance;
}
