/** Every place an iTop keeps values in, with what fills it and what ends it. */
import type { Entity } from "../../../model/entity.ts";
import type { SystemId } from "../../../model/model-path.ts";
import type { Store } from "../../../model/store.ts";
import { StoreContext } from "./store-context.ts";
import { eventStores } from "./store-events.ts";
import { fileStores } from "./store-files.ts";
import { historyStores } from "./store-history.ts";
import { caseLogStores, recordStores } from "./store-records.ts";
import type { SettingLookup } from "../model/validation.ts";

/**
 * Stores sorted by path. `setting` gives the value in force, defaults included, and nothing when no configuration
 * was read; `version` is the iTop release. Staging tables belong to the synchronisation that fills them.
 */
export function itopStores(
  entities: readonly Entity[],
  setting: SettingLookup,
  version: string | null,
  system: SystemId,
): readonly Store[] {
  const context = new StoreContext(system, entities, setting, version);
  return [
    ...recordStores(context),
    ...caseLogStores(context),
    ...historyStores(context),
    ...eventStores(context),
    ...fileStores(context),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}
