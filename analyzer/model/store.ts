/** A place that keeps values: a table, history, log, staging table, attachment store or backup. */
import type { ModelPath } from "./model-path.ts";
import type { Provenance, Ternary } from "./provenance.ts";
import type { Retention } from "./retention.ts";

export type StoreKind =
  | "primary"
  | "history"
  | "notification-log"
  | "api-log"
  | "event-log"
  | "audit-log"
  | "login-log"
  | "sync-log"
  | "file-log"
  | "sync-staging"
  | "queue"
  | "attachment"
  | "mailbox"
  | "raw-mail"
  | "preferences"
  | "replica"
  | "backup"
  | "statistics"
  | "case-log";

export type StorePart =
  "addresses" | "bodies" | "payloads" | "old-values" | "names" | "trace" | "binary" | "credentials";

/** How rows end; `covers` is "all" or the condition in words. */
export interface Purge {
  readonly exists: Ternary;
  readonly enabled: Ternary;
  readonly scheduled: Ternary;
  readonly covers: string;
}

/** What an export of the store's own rows showed; counts and dates only, never a value. */
export interface StoreObservation {
  readonly rows: number;
  /** ISO dates of the oldest and newest row. */
  readonly from: string | null;
  readonly to: string | null;
  /** Rows by closed kinds of outcome, where the rows have one. */
  readonly outcomes?: Readonly<Record<string, number>>;
  readonly file: string;
}

export interface Store {
  readonly path: ModelPath;
  readonly name: string;
  readonly kind: StoreKind;
  /** Name of the entity whose rows are the store, `null` for files and raw tables. */
  readonly entity: string | null;
  /** Names of entities whose values are kept here, when that is limited. */
  readonly of: readonly string[];
  readonly holds: { readonly parts: readonly StorePart[]; readonly fields: readonly ModelPath[] };
  readonly active: {
    readonly state: "on" | "off" | "unknown";
    /** Path of the setting that decides, if one does. */
    readonly setting: ModelPath | null;
    readonly proof: Provenance;
  };
  readonly retention: Retention;
  readonly purge: Purge;
  /** How rows tie to a person. */
  readonly subjectKey: "reference" | "id" | "name" | "email" | "free-text" | "none";
  /** Paths of stores, entities or movements the content derives from. */
  readonly derivedFrom: readonly ModelPath[];
  readonly erasedWithSubject: Ternary | "partial";
  readonly observed: StoreObservation | null;
  readonly proof: Provenance;
}
