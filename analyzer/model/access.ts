/** Who may do what: roles with grants, accounts, and the views that show fields. */
import type { ModelPath } from "./model-path.ts";
import type { Provenance } from "./provenance.ts";

export type GrantOperation = "read" | "write" | "delete" | "bulk-read" | "bulk-write" | "bulk-delete";

export interface Grant {
  /** Name of the entity. */
  readonly entity: string;
  readonly operation: GrantOperation;
  readonly effect: "allow" | "deny";
  /** How the grant comes about, in words: "group Ticketing", "* (every business class)". */
  readonly through: string;
}

/** Right to push a record along its life cycle, such as to assign or to close a ticket. */
export interface StimulusGrant {
  /** Name of the entity, `*` for every one that has the step. */
  readonly entity: string;
  readonly stimulus: string;
  readonly effect: "allow" | "deny";
  readonly through: string;
}

export interface Role {
  readonly path: ModelPath;
  readonly name: string;
  readonly audience: "end-user" | "internal" | "admin" | "technical" | "unknown";
  /** Effective grants, one per entity and operation; undefined rights are absent. */
  readonly grants: readonly Grant[];
  /** Sorted by entity and step; absent where the product knows no such rights. */
  readonly stimuli?: readonly StimulusGrant[];
  readonly proof: Provenance;
}

export interface Account {
  /** Technical accounts are named; accounts of people get a pseudonym that is stable within the estate. */
  readonly path: ModelPath;
  readonly kind: "human" | "technical" | "unknown";
  /** Paths of roles. */
  readonly roles: readonly ModelPath[];
  /** May call the programming interface. */
  readonly apiAccess: boolean;
  /** Number of organisations rows are limited to; `"all"` when unlimited. */
  readonly orgScope: number | "all" | "unknown";
  readonly status: "enabled" | "disabled" | "unknown";
  readonly person: "active" | "inactive" | "none" | "unknown";
  readonly proof: Provenance;
}

export interface View {
  readonly path: ModelPath;
  readonly name: string;
  readonly audience: "public" | "end-user" | "internal";
  readonly entity: string;
  readonly fields: readonly { readonly field: ModelPath; readonly shown: "shown" | "read-only" | "hidden" }[];
  /** Query that limits the rows, as written. */
  readonly scope: string | null;
  readonly proof: Provenance;
}
