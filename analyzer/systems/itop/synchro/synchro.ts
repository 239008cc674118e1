/** Data sources of an instance and of its collectors as movements into its classes, with their staging tables and the systems they come from. */
import type { ModelPath } from "../../../model/model-path.ts";
import type { Movement } from "../../../model/movement.ts";
import type { Party } from "../../../model/party.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Store } from "../../../model/store.ts";
import type { CollectedSource } from "../collector/collected-source.ts";
import { contradictions } from "../collector/contradictions.ts";
import type { ExportData, ImportFileData, SynchroRunData, TableData } from "../fragments.ts";
import { StagingStores } from "./staging-tables.ts";
import { synchroSources, type SynchroSource } from "./synchro-definition.ts";
import { synchroEvidence } from "./synchro-evidence.ts";
import { movementOf, type MovementContext } from "./synchro-movement.ts";
import { sourceParty } from "./synchro-party.ts";
import { sameFlow } from "./synchro-same.ts";

export interface SynchroContext extends Omit<MovementContext, "evidence"> {
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
  /** Path of the movement each collector's definition became. */
  readonly fed: ReadonlyMap<CollectedSource, ModelPath>;
}

/** One flow: a data source as it is in force, and the collector that feeds it. */
interface Flow {
  readonly source: SynchroSource;
  readonly collected: CollectedSource | null;
  /** Tells flows of one name apart. */
  readonly discriminator: string;
}

/** Everything sorted by path. A source without attribute rows in any export still is a movement, with an empty map. */
export function synchroMovements(
  exports: readonly ExportData[],
  context: SynchroContext,
  collected: readonly CollectedSource[] = [],
): Synchronisation {
  const movements: Movement[] = [];
  const parties = new Map<string, Party>();
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const fed = new Map<CollectedSource, ModelPath>();
  const flows = flowsOf(exports, collected, problems);
  const sources = [...new Map(flows.map(({ source }) => [source.name, source])).values()];
  const evidence = synchroEvidence(sources, context.runs ?? [], context.files ?? [], context.index);
  const staging = new StagingStores(context.tables ?? [], context.index, context.system);
  problems.push(...evidence.problems);
  for (const { source, collected: own, discriminator } of flows) {
    const name = freeName(source.name, discriminator, taken);
    taken.add(name);
    const party = sourceParty(name, source, own, context.system);
    const { movement, problems: found } = movementOf(name, source, party.path, own, { ...context, evidence });
    movements.push(movement);
    if (own !== null) fed.set(own, movement.path);
    if (!parties.has(party.path)) parties.set(party.path, party);
    problems.push(...found);
    staging.add(source);
  }
  const { stores, problems: ofTables } = staging.finish();
  return {
    movements: byPath(movements),
    stores: byPath(stores),
    parties: byPath([...parties.values()]),
    problems: [...problems, ...ofTables],
    fed,
  };
}

/** A collector finds its data source in iTop by name; what iTop has is then in force. */
function flowsOf(
  exports: readonly ExportData[],
  collected: readonly CollectedSource[],
  problems: Problem[],
): readonly Flow[] {
  const fed = new Map<string, CollectedSource[]>();
  const flows: Flow[] = [];
  for (const each of collected) {
    const { name } = each.source;
    const others = fed.get(name) ?? [];
    const copy = others.find((other) => sameFlow(other, each));
    if (copy !== undefined) {
      problems.push(second(each, copy, "is a copy of it and left out"));
      continue;
    }
    if (others[0] !== undefined) {
      problems.push(second(each, others[0], "defines it too: whichever ran last is in force in iTop"));
    }
    fed.set(name, [...others, each]);
  }
  for (const source of synchroSources(exports)) {
    const feeders = fed.get(source.name) ?? [];
    fed.delete(source.name);
    if (feeders.length === 0) flows.push({ source, collected: null, discriminator: source.id });
    for (const [at, each] of feeders.entries()) {
      problems.push(...contradictions(source, each));
      const discriminator = at === 0 ? source.id : placeOf(each, feeders);
      flows.push({ source: completed(source, each, problems), collected: each, discriminator });
    }
  }
  for (const feeders of fed.values()) {
    for (const each of feeders)
      flows.push({ source: each.source, collected: each, discriminator: placeOf(each, feeders) });
  }
  return flows;
}

/** Where no export has the attributes, those the collector sets are the best that is known. */
function completed(
  source: SynchroSource,
  { source: own }: CollectedSource,
  problems: Problem[],
): SynchroSource {
  if (source.attributes !== null || own.attributes === null) return source;
  const message = `No export carries the attributes of the data source "${source.name}"; those of its collector's definition stand in.`;
  problems.push({ kind: "incomplete-export", message, location: source.location });
  return { ...source, attributes: own.attributes };
}

/** The folder tells two collectors apart, unless both stand in one. */
function placeOf({ root, collector }: CollectedSource, feeders: readonly CollectedSource[]): string {
  const isAlone = feeders.filter((each) => each.root === root).length === 1;
  return isAlone && root !== "" ? root : collector;
}

function second(each: CollectedSource, first: CollectedSource, what: string): Problem {
  const message = `The data source "${each.source.name}" is defined by the collector ${first.collector} in ${first.source.location.file}; this one ${what}.`;
  return { kind: "duplicate", message, location: each.source.location };
}

function freeName(name: string, discriminator: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const wanted = `${name} (${discriminator})`;
  let free = wanted;
  for (let count = 2; taken.has(free); count++) free = `${wanted} ${count}`;
  return free;
}

function byPath<Element extends { readonly path: ModelPath }>(
  elements: readonly Element[],
): readonly Element[] {
  return [...elements].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
