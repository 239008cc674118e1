/** Sorts the nodes of a view into systems, columns and, where a column is too tall, parts of a column. */
import type { MapEdge, MapNode } from "../../server/contract.ts";
import type { Wishes } from "./elk-graph.ts";
import { columnOf, type Column } from "./lanes.ts";
import { byRelevance } from "./names.ts";
import { quietEdges } from "./quiet.ts";
import type { ColumnParts } from "./tracks.ts";

/** A column taller than this is set in several parts, side by side. */
export const MAX_ROWS = 24;

export interface SystemGrid {
  readonly system: string;
  /** Keys of each part of each column, top to bottom. */
  readonly columns: ReadonlyMap<Column, readonly (readonly string[])[]>;
  /** Of the tallest part. */
  readonly rows: number;
}

export interface Grid {
  readonly systems: readonly SystemGrid[];
  readonly parts: readonly ColumnParts[];
}

export function gridOf(
  { nodes, edges }: { readonly nodes: readonly MapNode[]; readonly edges: readonly MapEdge[] },
  wishes: Wishes,
  reserve: readonly Column[],
): Grid {
  const systems = [...new Set(nodes.map(({ system }) => system))].sort();
  const sorted = systems.map((system) =>
    columnsOf(
      nodes.filter((node) => node.system === system),
      wishes,
    ),
  );
  const present = new Set([...reserve, ...sorted.flatMap((columns) => [...columns.keys()])]);
  const parts = [...present].map((column) => ({
    column,
    parts: Math.max(1, ...sorted.map((columns) => Math.ceil((columns.get(column)?.length ?? 0) / MAX_ROWS))),
  }));
  const partsOf = new Map(parts.map((each) => [each.column, each.parts]));
  const quiet = quietEdges(edges);
  const relevant = byRelevance(
    nodes,
    edges.filter(({ key }) => !quiet.has(key)),
  );
  const places = new Map(relevant.map((key, index) => [key, index]));
  return {
    parts,
    systems: sorted.map((columns, index) => {
      const set = new Map(
        [...columns].map(([column, own]) => [column, inParts(own, partsOf.get(column) ?? 1, places)]),
      );
      const rows = Math.max(1, ...[...set.values()].flat().map((part) => part.length));
      return { system: systems[index] ?? "", columns: set, rows };
    }),
  };
}

/** Keys by column, each column ordered by wish. */
function columnsOf(nodes: readonly MapNode[], wishes: Wishes): ReadonlyMap<Column, readonly string[]> {
  const columns = new Map<Column, string[]>();
  for (const node of nodes) {
    const column = columnOf(node);
    columns.set(column, [...(columns.get(column) ?? []), node.key]);
  }
  const wish = (key: string): number => wishes.get(key) ?? 0;
  for (const own of columns.values()) own.sort((a, b) => wish(a) - wish(b) || (a < b ? -1 : 1));
  return columns;
}

/** The most relevant stand in the last part, where their names have room; a short column is dealt out in turn. */
function inParts(
  own: readonly string[],
  parts: number,
  relevance: ReadonlyMap<string, number>,
): readonly (readonly string[])[] {
  const rows = Math.ceil(own.length / parts);
  const place = new Map<string, number>();
  if (own.length <= MAX_ROWS) own.forEach((key, index) => place.set(key, index % parts));
  else {
    const ranked = [...own].sort((a, b) => (relevance.get(a) ?? 0) - (relevance.get(b) ?? 0));
    ranked.forEach((key, index) => place.set(key, parts - 1 - Math.floor(index / rows)));
  }
  return Array.from({ length: parts }, (_, part) => own.filter((key) => place.get(key) === part));
}
