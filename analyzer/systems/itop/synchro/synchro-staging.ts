/** The staging table of a data source: a second copy of everything it imports. */
import type { Entity } from "../../../model/entity.ts";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Store } from "../../../model/store.ts";
import type { Location } from "../../../model/location.ts";

const STAYS =
  "a row of a synchro_data table stays until its replica is deleted; iTop has no purge for it (2.7 to 3.2)";

export function stagingPath(system: SystemId, table: string): ModelPath {
  return elementPath(system, "store", table);
}

/** One column per writable attribute of the class, not only the mapped ones, and `primary_key` of the source. */
export function stagingStore(
  system: SystemId,
  table: string,
  scopeClass: string,
  entity: Entity | undefined,
  location: Location,
): Store {
  const proof = { location, basis: STAYS };
  return {
    path: stagingPath(system, table),
    name: table,
    kind: "sync-staging",
    entity: null,
    of: [scopeClass],
    holds: {
      // `primary_key` may be a distinguished name with a person's name in it.
      parts: ["names"],
      fields: entity?.fields.filter((field) => field.writable).map((field) => field.path) ?? [],
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
    observed: null,
    proof,
  };
}
