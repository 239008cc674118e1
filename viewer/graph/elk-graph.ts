/** Puts a view as a question to the layered layout of ELK, one system at a time, and reads the answer. */
import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { MapView } from "../../server/contract.ts";
import { COLUMNS, columnOf } from "./lanes.ts";
import { quietEdges } from "./quiet.ts";

/** Wished height of each node's middle, by key; only the order and the proportions count. */
export type Wishes = ReadonlyMap<string, number>;

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.partitioning.activate": "true",
  "elk.separateConnectedComponents": "false",
  "elk.randomSeed": "30",
  "elk.layered.thoroughness": "4",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  // Lines are drawn by the picture; only the places of nodes are wanted.
  "elk.edgeRouting": "POLYLINE",
  "elk.spacing.nodeNode": "14",
  "elk.layered.spacing.nodeNodeBetweenLayers": "80",
  "elk.layered.spacing.edgeNodeBetweenLayers": "10",
} as const;

const NODE = { width: 90, height: 22 } as const;

/** One graph for each system, sorted; lanes are partitions, so that every node stays in its lane. */
export function elkGraphs({ nodes, edges }: Pick<MapView, "nodes" | "edges">): readonly ElkNode[] {
  const quiet = quietEdges(edges);
  const systems = [...new Set(nodes.map(({ system }) => system))].sort();
  return systems.map((system) => {
    const own = nodes.filter((node) => node.system === system).sort((a, b) => (a.key < b.key ? -1 : 1));
    const keys = new Set(own.map(({ key }) => key));
    const inside = edges
      .filter(
        ({ key, source, target }) =>
          !quiet.has(key) && source !== target && keys.has(source) && keys.has(target),
      )
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return {
      id: `system:${system}`,
      layoutOptions: OPTIONS,
      children: own.map((node) => ({
        id: node.key,
        ...NODE,
        layoutOptions: { "elk.partitioning.partition": String(COLUMNS.indexOf(columnOf(node))) },
      })),
      edges: inside.map(({ key, source, target }) => ({
        id: `edge:${key}`,
        sources: [source],
        targets: [target],
      })),
    };
  });
}

export function wishesOf(answers: readonly ElkNode[]): Wishes {
  const wishes = new Map<string, number>();
  for (const { children = [] } of answers) {
    for (const { id, y = 0, height = 0 } of children) wishes.set(id, y + height / 2);
  }
  return wishes;
}
