/** Files a collector writes on its own machine: every row it read, until it runs again. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Store } from "../../../model/store.ts";
import type { CollectedSource } from "./collected-source.ts";
import type { Installation } from "./installation.ts";

const STAYS =
  "a collector erases its .csv and .raw files when it begins to collect again, not when it has finished (itop-data-collector-base 1.x)";

/** One store a collector whose definitions move something; `data_path` says where it is. */
export function collectorStores(
  installations: readonly Installation[],
  fed: ReadonlyMap<CollectedSource, ModelPath>,
  index: EntityIndex,
  system: SystemId,
): readonly Store[] {
  return installations.flatMap(({ root, parameters }) => {
    const own = [...fed.keys()].filter((each) => each.root === root && each.isLaunched);
    const [first] = own;
    if (first === undefined) return [];
    const location = parameters.location("data_path") ?? first.source.location;
    const name = root === "" ? "collector files" : `collector files of ${root}`;
    const fields = own.flatMap((each) => collectedFields(each, index));
    const proof = { location, basis: STAYS };
    const store: Store = {
      path: elementPath(system, "store", name),
      name,
      kind: "sync-staging",
      entity: null,
      of: [...new Set(own.map(({ source }) => source.scopeClass).filter((each) => each !== ""))].sort(),
      holds: { parts: ["names"], fields: [...new Set(fields)].sort() },
      active: { state: "on", setting: null, proof: { location, basis: null } },
      retention: {
        kind: "criterion",
        criterion: "until the collector runs again",
        source: "hard-coded",
        proof,
      },
      purge: {
        exists: "yes",
        enabled: "yes",
        scheduled: "unknown",
        covers: "all",
      },
      subjectKey: "id",
      derivedFrom: own.map((each) => fed.get(each) as ModelPath).sort(),
      erasedWithSubject: "no",
      observed: null,
      proof,
    };
    return [store];
  });
}

function collectedFields({ source, columns }: CollectedSource, index: EntityIndex): readonly ModelPath[] {
  return (source.attributes ?? [])
    .filter((row) => row.update === true || row.reconcile === true || columns.from(row.attcode) !== null)
    .flatMap(({ attcode }) => index.field(source.scopeClass, attcode)?.path ?? []);
}
