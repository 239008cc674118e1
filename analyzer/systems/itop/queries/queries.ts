/** Every stored query of one iTop, and what those of the phrasebook give out. */
import { compareLocations } from "../../../model/location.ts";
import type { Movement } from "../../../model/movement.ts";
import type { Party } from "../../../model/party.ts";
import type { Problem } from "../../../model/problem.ts";
import type { StoredQuery } from "../../../model/query.ts";
import type { XmlElement } from "../../../source/xml.ts";
import type { ExportData } from "../fragments.ts";
import { exportOf, phrasebookReaders, type PhrasebookContext } from "./phrasebook.ts";
import { readQuery } from "./query-reading.ts";
import type { QuerySite } from "./query-site.ts";
import { exportedSites, phrasebookSites } from "./query-sites-exports.ts";
import { modelSites } from "./query-sites-model.ts";

export interface QueriesReading {
  /** By path. */
  readonly queries: readonly StoredQuery[];
  readonly movements: readonly Movement[];
  readonly parties: readonly Party[];
  readonly problems: readonly Problem[];
}

/** `root` is the merged `itop_design`. */
export function readQueries(
  root: XmlElement,
  exports: readonly ExportData[],
  context: PhrasebookContext,
): QueriesReading {
  const { index, system } = context;
  const queries: StoredQuery[] = [];
  const movements: Movement[] = [];
  const problems: Problem[] = [];
  for (const site of numbered([...modelSites(root), ...exportedSites(exports, index)])) {
    const reading = readQuery(site, index, system);
    queries.push(reading.query);
    problems.push(...reading.problems);
  }
  for (const site of numbered(phrasebookSites(exports))) {
    const reading = readQuery(site, index, system);
    const given = exportOf(site, reading, context);
    const exported = given?.columns.map(({ path }) => path) ?? [];
    queries.push({ ...reading.query, exported });
    problems.push(...reading.problems, ...(given?.problems ?? []));
    if (given !== null) movements.push(given.movement);
  }
  const readers = phrasebookReaders(movements, context);
  return {
    queries: queries.toSorted(byPath),
    movements,
    parties: readers === null ? [] : [readers],
    problems: problems.toSorted((a, b) => compareLocations(a.location, b.location)),
  };
}

/** A second place of one name, as menus with several cells have it, gets a number. */
function numbered<Site extends QuerySite>(sites: readonly Site[]): readonly Site[] {
  const seen = new Map<string, number>();
  return sites.map((site) => {
    const count = (seen.get(site.name) ?? 0) + 1;
    seen.set(site.name, count);
    return count === 1 ? site : { ...site, name: `${site.name} #${count}` };
  });
}

function byPath(a: StoredQuery, b: StoredQuery): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
