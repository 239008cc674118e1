/** Values going from one place to another, as a definition declares it. */
import type { ModelPath } from "./model-path.ts";
import type { Provenance, Ternary } from "./provenance.ts";

export type MovementKind =
  | "directory-sync"
  | "file-import"
  | "database-sync"
  | "api"
  | "mail-in"
  | "webhook"
  | "export"
  | "replication"
  | "backup"
  | "telemetry"
  | "log-shipping"
  | "authentication"
  | "monitoring"
  /** Program code copies, sends or keeps values in a way that no other kind names. */
  | "code";

export type MovementStatus = "production" | "test" | "disabled" | "obsolete" | "unknown";

/** A movement's end: a party, an entity, a store or a whole system, named by its path (a system by its id). */
export interface MovementEnd {
  readonly kind: "party" | "entity" | "store" | "system";
  readonly ref: string;
}

/**
 * One mapped field; `from` is the source's own name for it (a field path where code copies within a system), `to` a
 * field path. `null` where the source does not tell.
 */
export interface FieldMapping {
  readonly from: string | null;
  readonly to: ModelPath | null;
  /** The value is written. */
  readonly update: boolean;
  /** The value is used to find the record. */
  readonly match: boolean;
  readonly policy: "locked" | "unlocked" | "if-empty" | "unknown";
  readonly proof: Provenance;
}

export interface Transport {
  readonly scheme: string | null;
  readonly tls: "required" | "optional" | "none" | "unknown";
  /** What the statement rests on. */
  readonly evidence: "setting" | "observed" | "claim" | "none";
  readonly proof: Provenance;
}

/** What happens to the target when the source record goes. */
export interface DeletionPolicy {
  readonly policy: "ignore" | "delete" | "update" | "update-then-delete" | "propagated" | "unknown";
  readonly retentionDays: number | null;
  readonly canFire: Ternary;
  /** Why it can or cannot, in words. */
  readonly why: string;
}

export interface Matching {
  readonly keys: readonly string[];
  readonly onZero: string;
  readonly onOne: string;
  readonly onMany: string;
}

export interface Movement {
  readonly path: ModelPath;
  readonly name: string;
  readonly kind: MovementKind;
  readonly status: MovementStatus;
  readonly from: MovementEnd;
  readonly to: MovementEnd;
  readonly map: readonly FieldMapping[];
  /** A wildcard or "others" in the source's own words; `null` for a closed list. */
  readonly mapOpen: string | null;
  readonly transport: Transport;
  readonly schedule: {
    readonly fullLoadDays: number | null;
    readonly runner: "combined" | "separate" | "unknown";
  };
  /** Path of the account it runs as; `null` when none is bound, `undefined` when the input cannot tell. */
  readonly account?: ModelPath | null;
  readonly deletion: DeletionPolicy | null;
  readonly matching: Matching | null;
  /** Whether the generated mapping was left as it was. */
  readonly defaults: "untouched" | "edited" | "unknown";
  /** Path of the staging store rows pass through. */
  readonly staging: ModelPath | null;
  /** Purpose in the vendor's or customer's words, quoted; never a declaration. */
  readonly statedPurpose: string | null;
  /** Evidence of the definition: a file, a vendor's claim, or program code, which may never run. */
  readonly basis: "definition" | "claim" | "code";
  readonly proof: Provenance;
}
