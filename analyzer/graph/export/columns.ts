/** Sorts the nodes of a view into columns and orders each column so that few lines cross. */
import type { MapNode, MapView } from "../map-view.ts";
import { LANES } from "./lanes.ts";

/** Columns from left to right; the middle lane has three, so that what is kept stands beside what it is kept from. */
const COLUMNS = ["origin", "movement-in", "entity", "field", "store", "movement-out", "recipient"] as const;
export type Column = (typeof COLUMNS)[number];

export interface Frame {
  readonly system: string;
  /** Nodes by column, top to bottom; empty columns are absent. */
  readonly columns: ReadonlyMap<Column, readonly MapNode[]>;
}

const SWEEPS = 8;

export function columnOf(node: MapNode): Column {
  if (node.lane !== "keep") return node.lane;
  const kind = node.kind === "fold" ? node.sort : node.kind;
  return kind === "field" || kind === "store" ? kind : "entity";
}

export function columnOrder(columns: Iterable<Column>): readonly Column[] {
  const present = new Set(columns);
  return COLUMNS.filter((column) => present.has(column));
}

export function laneOf(column: Column): (typeof LANES)[number]["lane"] {
  return column === "entity" || column === "field" || column === "store" ? "keep" : column;
}

/** One frame for each system, sorted by id; columns ordered by the mean place of each node's neighbours. */
export function framesOf(view: MapView): readonly Frame[] {
  const systems = [...new Set(view.nodes.map(({ system }) => system))].sort();
  const frames = systems.map((system) => {
    const columns = new Map<Column, MapNode[]>();
    for (const node of view.nodes) {
      if (node.system !== system) continue;
      const column = columnOf(node);
      columns.set(column, [...(columns.get(column) ?? []), node]);
    }
    return { system, columns };
  });
  const neighbours = neighboursOf(view);
  const places = new Map<string, number>();
  const settle = (index: number, nodes: readonly MapNode[]): void =>
    nodes.forEach(({ key }, row) => places.set(key, index + (row + 0.5) / nodes.length));
  frames.forEach(({ columns }, index) => columns.forEach((nodes) => settle(index, nodes)));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const order = sweep % 2 === 0 ? COLUMNS : [...COLUMNS].reverse();
    for (const column of order) {
      frames.forEach(({ columns }, index) => {
        const nodes = columns.get(column);
        if (nodes === undefined) return;
        const wish = new Map(nodes.map(({ key }) => [key, mean(neighbours.get(key), places)]));
        const wished = (key: string): number => wish.get(key) ?? places.get(key) ?? 0;
        nodes.sort((a, b) => wished(a.key) - wished(b.key) || (a.key < b.key ? -1 : 1));
        settle(index, nodes);
      });
    }
  }
  return frames;
}

/** Keys of the nodes that an edge or containment ties to each node. */
export function neighboursOf(view: MapView): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const tie = (a: string, b: string): void => {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  };
  for (const { source, target } of view.edges) tie(source, target);
  for (const { key, parent } of view.nodes) if (parent !== null) tie(key, parent);
  return neighbours;
}

/** Mean of what is known of the keys; `undefined` when nothing is. */
export function mean(
  keys: readonly string[] | undefined,
  values: ReadonlyMap<string, number>,
): number | undefined {
  let sum = 0;
  let count = 0;
  for (const key of keys ?? []) {
    const value = values.get(key);
    if (value === undefined) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? undefined : sum / count;
}
