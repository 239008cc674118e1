/** What a collector knows of one data source beyond its definition: where rows come from, and how they travel. */
import type { MovementKind, Transport } from "../../../model/movement.ts";
import type { Party } from "../../../model/party.ts";
import type { SynchroSource } from "../synchro/synchro-definition.ts";
import type { SourceColumns } from "./source-columns.ts";

export interface CollectedSource {
  /** Folder of the collector. */
  readonly root: string;
  readonly collector: string;
  readonly source: SynchroSource;
  readonly kind: MovementKind | null;
  /** `false` when the launch sequence leaves it out. */
  readonly isLaunched: boolean;
  /** `null` when the parameters do not tell. */
  readonly party: { readonly name: string; readonly proof: Party["proof"] } | null;
  readonly transport: Transport;
  readonly columns: SourceColumns;
}
