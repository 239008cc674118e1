/** Data sources of an instance as movements into its classes, with their staging tables and the systems they come from. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { elementPath, entityPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Movement, MovementKind } from "../../../model/movement.ts";
import type { Party } from "../../../model/party.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Store } from "../../../model/store.ts";
import type { AccountPaths } from "../rights/accounts.ts";
import type { ExportData, ImportFileData, SynchroRunData, TableData } from "../fragments.ts";
import { looseStagingStores, stagingTable, unknownColumns } from "./staging-tables.ts";
import { synchroSources, type SynchroSource } from "./synchro-definition.ts";
import { days, type Runner, synchroDeletionPolicy } from "./synchro-deletion.ts";
import { synchroEvidence } from "./synchro-evidence.ts";
import { synchroDefaults, synchroMapping } from "./synchro-mapping.ts";
import { stagingPath, stagingStore } from "./synchro-staging.ts";
import { isIdentifier } from "../rest/rest-names.ts";

export interface SynchroContext {
  readonly system: SystemId;
  readonly index: EntityIndex;
  readonly accounts: AccountPaths;
  /** How a source is run, by its name, where a collector or a schedule tells. */
  readonly runners?: ReadonlyMap<string, Runner>;
  /** Output of runs, and files that were loaded; they prove how sources are run and what they deliver. */
  readonly runs?: readonly SynchroRunData[];
  readonly files?: readonly ImportFileData[];
  /** Tables of a database dump. */
  readonly tables?: readonly TableData[];
}

export interface Synchronisation {
  readonly movements: readonly Movement[];
  readonly stores: readonly Store[];
  readonly parties: readonly Party[];
  readonly problems: readonly Problem[];
}

/** Everything sorted by path. A source without attribute rows in any export still is a movement, with an empty map. */
export function synchroMovements(exports: readonly ExportData[], context: SynchroContext): Synchronisation {
  const movements: Movement[] = [];
  const stores = new Map<string, Store>();
  const parties: Party[] = [];
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const tables = context.tables ?? [];
  const filled = new Set<TableData>();
  const sources = synchroSources(exports);
  const evidence = synchroEvidence(sources, context.runs ?? [], context.files ?? [], context.index);
  problems.push(...evidence.problems);
  const runners = new Map([...evidence.runners, ...(context.runners ?? [])]);
  for (const source of sources) {
    const name = taken.has(source.name) ? `${source.name} (${source.id})` : source.name;
    taken.add(name);
    const party = sourceParty(name, source, context.system);
    const { movement, problems: found } = movementOf(
      name,
      source,
      party.path,
      { ...context, runners },
      evidence.delivered.get(source.name),
    );
    movements.push(movement);
    parties.push(party);
    problems.push(...found);
    const entity = context.index.entity(source.scopeClass);
    const { table: tableName, scopeClass, location } = source;
    const table = stagingTable(tables, tableName);
    if (table !== undefined && !filled.has(table)) {
      filled.add(table);
      problems.push(...unknownColumns(table, entity));
    }
    const store = stagingStore(context.system, tableName, scopeClass, entity, location, table);
    if (!stores.has(store.path)) stores.set(store.path, store);
  }
  const loose = looseStagingStores(tables, filled, context.index, context.system);
  for (const store of loose.stores) if (!stores.has(store.path)) stores.set(store.path, store);
  problems.push(...loose.problems);
  return {
    movements: byPath(movements),
    stores: byPath([...stores.values()]),
    parties: byPath(parties),
    problems,
  };
}

function movementOf(
  name: string,
  source: SynchroSource,
  party: ModelPath,
  { system, index, accounts, runners }: SynchroContext,
  delivered: ReadonlySet<string> | undefined,
): { readonly movement: Movement; readonly problems: readonly Problem[] } {
  const proof = { location: source.location, basis: null };
  const entity = index.entity(source.scopeClass);
  const { map, problems } = synchroMapping(source, entity, delivered);
  const runner = runners?.get(source.name) ?? "unknown";
  const account = accounts.ofUser(source.user, source.userAccount);
  const movement: Movement = {
    path: elementPath(system, "sync", name),
    name,
    kind: delivered !== undefined && kindOf(source) === "database-sync" ? "file-import" : kindOf(source),
    status: source.status,
    from: { kind: "party", ref: party },
    to:
      entity === undefined
        ? { kind: "system", ref: system }
        : { kind: "entity", ref: entityPath(system, entity.name) },
    map,
    mapOpen: null,
    transport: {
      scheme: null,
      tls: "unknown",
      evidence: "none",
      proof: { location: null, basis: "a data source does not tell how rows reach its staging table" },
    },
    schedule: {
      fullLoadDays: source.fullLoadSeconds === null ? null : days(source.fullLoadSeconds),
      runner,
    },
    ...(account !== undefined && { account }),
    deletion: synchroDeletionPolicy({
      policy: source.deletion,
      fullLoadSeconds: source.fullLoadSeconds,
      retentionSeconds: source.retentionSeconds,
      obsolete: source.status === "obsolete",
      runner,
    }),
    matching: {
      keys: source.matchesBy === "primary-key" ? ["primary_key"] : matchKeys(source),
      onZero: source.onZero,
      onOne: source.onOne,
      onMany: source.onMany,
    },
    defaults: synchroDefaults(source, entity),
    staging: stagingPath(system, source.table),
    statedPurpose: source.description === "" ? null : source.description,
    basis: "definition",
    proof,
  };
  return { movement, problems: [...problems, ...problemsOf(source, entity === undefined)] };
}

function problemsOf(source: SynchroSource, noEntity: boolean): readonly Problem[] {
  const { location } = source;
  const problems: Problem[] = [];
  if (noEntity) {
    const target = isIdentifier(source.scopeClass) ? source.scopeClass : "its target class";
    const message = `The data source "${source.name}" fills ${target}, which is not in the model.`;
    problems.push({ kind: "unresolved", message, location, lost: "which fields the source fills" });
  }
  if (source.attributes === null) {
    const message = `No export carries the attributes of the data source "${source.name}"; export SynchroAttribute too.`;
    problems.push({ kind: "incomplete-export", message, location, lost: "which fields the source fills" });
  }
  return problems;
}

function matchKeys(source: SynchroSource): readonly string[] {
  const keys = (source.attributes ?? []).filter((row) => row.reconcile === true).map((row) => row.attcode);
  return [...new Set(keys)].sort();
}

/** Directory words in name or description are a hint only: iTop does not record what kind of system feeds it. */
function kindOf({ name, description }: SynchroSource): MovementKind {
  const isDirectory = /\b(?:ldaps?|active directory|ad|azure|entra|aad|directory)\b/i.test(
    `${name}\n${description}`,
  );
  return isDirectory ? "directory-sync" : "database-sync";
}

function sourceParty(name: string, source: SynchroSource, system: SystemId): Party {
  const basis =
    kindOf(source) === "directory-sync"
      ? "the data source is named or described with a directory word; the system behind it is not recorded"
      : "named after the data source; the system behind it is not recorded";
  return {
    path: elementPath(system, "party", name),
    name,
    kind: "source",
    audience: "unknown",
    country: null,
    proof: { location: source.location, basis },
  };
}

function byPath<Element extends { readonly path: ModelPath }>(
  elements: readonly Element[],
): readonly Element[] {
  return [...elements].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
