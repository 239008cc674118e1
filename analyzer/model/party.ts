/** Who gives or receives data: a role inside, an organisation outside, the data subject, or unknown. */
import type { ModelPath } from "./model-path.ts";
import type { Provenance } from "./provenance.ts";

export type PartyKind =
  "role" | "team" | "organisation" | "data-subject" | "vendor" | "host" | "source" | "unknown";

export interface Party {
  readonly path: ModelPath;
  readonly name: string;
  readonly kind: PartyKind;
  readonly audience: "subject" | "internal" | "external" | "unknown";
  /** Country code (ISO 3166-1 alpha-2) where known, with what it rests on. */
  readonly country: string | null;
  readonly proof: Provenance;
}

/** A way a system offers to erase or pseudonymise a person. */
export interface ErasureProcedure {
  readonly path: ModelPath;
  readonly name: string;
  readonly kind: "delete" | "anonymise" | "pseudonymise";
  readonly installed: "yes" | "no" | "unknown";
  readonly automatic: boolean;
  readonly delayDays: number | null;
  /** Paths of fields and stores it reaches; `"unknown"` when that cannot be told. */
  readonly reaches: readonly ModelPath[] | "unknown";
  readonly proof: Provenance;
}
