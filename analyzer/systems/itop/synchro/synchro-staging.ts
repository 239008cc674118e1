/** The staging table of a data source: a second copy of everything it imports. */
import type { Entity } from "../../../model/entity.ts";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Store } from "../../../model/store.ts";
import type { Location } from "../../../model/location.ts";
import type { TableData } from "../fragments.ts";

const STAYS =
  "a row of a synchro_data table stays until its replica is deleted; iTop has no purge for it (2.7 to 3.2)";

/** Columns that iTop adds to those of the class. */
export const OWN_COLUMNS: ReadonlySet<string> = new Set(["id", "primary_key"]);

/** Attribute codes of the columns: a file has several columns that begin with its code. */
export function stagedAttributes(columns: readonly string[]): ReadonlySet<string> {
  return new Set(
    columns
      .filter((column) => !OWN_COLUMNS.has(column))
      .flatMap((column) => [column, column.replace(/_(?:data|index|format)$/, "")]),
  );
}

export function stagingPath(system: SystemId, table: string): ModelPath {
  return elementPath(system, "store", table);
}

/**
 * One column per writable attribute of the class, not only the mapped ones, and `primary_key` of the source. A dump
 * tells the columns there really are, and the rows that wait in them.
 */
export function stagingStore(
  system: SystemId,
  table: string,
  scopeClass: string | null,
  entity: Entity | undefined,
  location: Location,
  dumped?: TableData,
): Store {
  const proof = { location, basis: STAYS };
  const staged =
    dumped === undefined || dumped.columns.length === 0 ? null : stagedAttributes(dumped.columns);
  return {
    path: stagingPath(system, table),
    name: table,
    kind: "sync-staging",
    entity: null,
    of: scopeClass === null ? [] : [scopeClass],
    holds: {
      // `primary_key` may be a distinguished name with a person's name in it.
      parts: ["names"],
      fields:
        entity?.fields
          .filter((field) => (staged === null ? field.writable : staged.has(field.name)))
          .map((field) => field.path) ?? [],
    },
    active: { state: "on", setting: null, proof: { location, basis: null } },
    retention: { kind: "criterion", criterion: "until the replica is deleted", source: "hard-coded", proof },
    purge: {
      exists: "no",
      enabled: "no",
      scheduled: "no",
      covers: "nothing; rows go only with their replica, when the deletion policy deletes",
    },
    subjectKey: "id",
    derivedFrom: [],
    erasedWithSubject: "no",
    observed:
      dumped === undefined || dumped.rows === null
        ? null
        : { rows: dumped.rows, from: null, to: null, file: dumped.location.file },
    proof,
  };
}
