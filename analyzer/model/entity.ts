/** A class, table, business object or form: something that has fields. */
import type { Field } from "./field.ts";
import type { Location } from "./location.ts";
import type { ModelPath } from "./model-path.ts";
import type { Labels, Origin } from "./provenance.ts";

export type EntityRole =
  | "subject"
  | "account"
  | "person-link"
  | "ticket"
  | "log-record"
  | "configuration-item"
  | "site"
  | "organisation"
  | "catalogue"
  | "technical"
  | "other";

/** End-of-life conditions and what they do; hiding is not removing. */
export interface Lifecycle {
  readonly states: readonly string[];
  readonly obsolescence: string | null;
  readonly archivable: boolean;
}

/** Fields that name or match a record; their content spreads to every place that refers to it. */
export interface Identity {
  readonly displayName: readonly string[];
  readonly reconciliation: readonly string[];
  readonly uniqueness: readonly (readonly string[])[];
}

export interface Entity {
  readonly path: ModelPath;
  readonly name: string;
  readonly parent: string | null;
  readonly abstract: boolean;
  /** Joins two entities (an n:n table). */
  readonly isLink: boolean;
  readonly role: EntityRole;
  /** Product's own grouping words, such as iTop's `bizmodel`. */
  readonly categories: readonly string[];
  /** Whether writes to it are tracked in the product's change history. */
  readonly tracked: boolean;
  readonly identity: Identity;
  readonly lifecycle: Lifecycle;
  /** Reference field through which rows belong to an organisation; `null` when rows are not partitioned. */
  readonly scope: string | null;
  readonly origin: Origin;
  readonly location: Location | null;
  readonly labels: Labels;
  /** Effective fields: inherited and implicit ones included, in definition order. */
  readonly fields: readonly Field[];
}

/** Fields the entity itself declares; a rule that judges definitions looks only at these. */
export function ownFields(entity: Entity): readonly Field[] {
  return entity.fields.filter((field) => field.declaredIn === entity.name && !field.implicit);
}
