/** Brings the picture's graph in step with what is to be shown, and says where its nodes have to go. */
import { MultiDirectedGraph } from "graphology";
import type { MapEdge, MapNode } from "../../server/contract.ts";
import type { Layout, Point } from "./layout.ts";

export interface PlacedNode {
  readonly x: number;
  readonly y: number;
  readonly node: MapNode;
}

export interface PlacedEdge {
  readonly edge: MapEdge;
}

/** Target coordinates by key, as Sigma animates them. */
export type Moves = Record<string, Record<"x" | "y", number>>;

export type Picture = MultiDirectedGraph<PlacedNode, PlacedEdge>;

export function emptyPicture(): Picture {
  return new MultiDirectedGraph<PlacedNode, PlacedEdge>();
}

/** Sigma's y grows upwards. */
export function toGraph({ x, y }: Point): Point {
  return { x, y: -y };
}

/**
 * Adds, updates and drops nodes and edges; a new node appears where its parent stands. Returns the places that existing
 * and new nodes are not at yet.
 */
export function load(
  picture: Picture,
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
  layout: Layout,
): Moves {
  const shown = new Set(nodes.map(({ key }) => key));
  const lines = new Map(edges.map((edge) => [edge.key, edge]));
  for (const key of picture.edges()) if (!lines.has(key)) picture.dropEdge(key);
  for (const key of picture.nodes()) if (!shown.has(key)) picture.dropNode(key);
  const moves: Moves = {};
  for (const node of nodes) {
    const place = layout.points.get(node.key);
    if (place === undefined) continue;
    const target = toGraph(place);
    if (picture.hasNode(node.key)) {
      picture.setNodeAttribute(node.key, "node", node);
    } else {
      const from = node.parent !== null && picture.hasNode(node.parent) ? node.parent : null;
      const start = from === null ? target : picture.getNodeAttributes(from);
      picture.addNode(node.key, { x: start.x, y: start.y, node });
    }
    const { x, y } = picture.getNodeAttributes(node.key);
    if (x !== target.x || y !== target.y) moves[node.key] = { x: target.x, y: target.y };
  }
  for (const edge of edges) {
    if (!picture.hasNode(edge.source) || !picture.hasNode(edge.target)) continue;
    if (picture.hasEdge(edge.key)) picture.setEdgeAttribute(edge.key, "edge", edge);
    else picture.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, { edge });
  }
  return moves;
}
