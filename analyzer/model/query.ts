/** A query that a definition or an export stores: where it stands, what it reads, whose data it names itself. */
import type { ModelPath } from "./model-path.ts";
import type { Provenance } from "./provenance.ts";

export type QueryPlace =
  | "menu"
  | "dashlet"
  | "field-filter"
  | "portal-scope"
  | "portal-brick"
  | "portal-action"
  | "audit-category"
  | "audit-rule"
  | "phrasebook"
  | "trigger-filter"
  | "sync-scope"
  | "recipients"
  | "relation"
  | "module-parameter"
  | "obsolescence"
  | "uniqueness"
  | "constant";

/** Constants of one kind that stand for a person; counted, never kept. */
export interface QueryLiteral {
  readonly kind: "email" | "name" | "phone" | "identifier";
  readonly count: number;
}

export interface StoredQuery {
  readonly path: ModelPath;
  readonly name: string;
  readonly place: QueryPlace;
  /** Who gets to see the rows it selects; `null` where it selects for the product itself, not for a reader. */
  readonly audience: "end-user" | "internal" | "unknown" | null;
  /** Name of the entity whose rows it selects or judges; `null` when it cannot be told. */
  readonly entity: string | null;
  /** Names of every entity it looks at, joined and nested ones included, sorted. */
  readonly reads: readonly string[];
  /** Paths of the fields its conditions and joins look at, sorted. */
  readonly fields: readonly ModelPath[];
  /** Paths of the fields it is stored to give out, sorted; empty when it names none. */
  readonly exported: readonly ModelPath[];
  readonly valid: boolean;
  /** What is wrong with it, in words; never a constant of the query. */
  readonly error: string | null;
  /** By kind. */
  readonly literals: readonly QueryLiteral[];
  /** Something the product does with the query that its text does not tell, such as ignoring it. */
  readonly note: string | null;
  readonly proof: Provenance;
}
