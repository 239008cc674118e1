/** The surroundings of one node, in either direction. */
import type { FlowGraph } from "./shape.ts";

/** Keys within `hops` edges of a node, sorted; a node that is not there has none. */
export function neighbourhood(
  graph: FlowGraph,
  key: string,
  hops: number,
): { readonly nodes: readonly string[]; readonly edges: readonly string[] } {
  if (!graph.hasNode(key)) return { nodes: [], edges: [] };
  const nodes = new Set([key]);
  let rim = [key];
  for (let hop = 0; hop < hops && rim.length > 0; hop += 1) {
    const next: string[] = [];
    for (const at of rim) {
      for (const neighbour of graph.neighbors(at)) {
        if (nodes.has(neighbour)) continue;
        nodes.add(neighbour);
        next.push(neighbour);
      }
    }
    rim = next;
  }
  const edges = graph.filterEdges((_, __, source, target) => nodes.has(source) && nodes.has(target));
  return { nodes: [...nodes].sort(), edges: edges.sort() };
}
