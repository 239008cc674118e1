/** Walks the graph with a load: the fields under way. An edge is taken only when it carries something of the load. */
import type { FlowEdge, FlowGraph, FlowNode } from "./shape.ts";

/** Field paths under way; `null` when it is not told which, so that anything may be. */
export type Load = ReadonlySet<string> | null;
export type Heading = "onward" | "back";

export interface Move {
  readonly edge: string;
  /** Key of the node arrived at. */
  readonly to: string;
  readonly load: Load;
}

interface Stand {
  readonly key: string;
  readonly load: Load;
}

export class Walk {
  readonly graph: FlowGraph;
  readonly #children = new Map<string, string[]>();

  constructor(graph: FlowGraph) {
    this.graph = graph;
    graph.forEachNode((key, node) => {
      if (node.parent === null || (node.kind !== "field" && node.kind !== "entity")) return;
      const siblings = this.#children.get(node.parent);
      if (siblings === undefined) this.#children.set(node.parent, [key]);
      else siblings.push(key);
    });
  }

  /** What a node starts with: a field carries itself, everything else whatever it has. */
  startLoad(key: string): Load {
    return this.graph.getNodeAttribute(key, "kind") === "field" ? new Set([key]) : null;
  }

  /**
   * Where a way ends on which a party was met: what people and outside systems do with what they got, nothing shows.
   * A trace that starts at a party goes on from there.
   */
  isEnd(key: string, start: string): boolean {
    return key !== start && this.#kind(key) === "party";
  }

  moves(key: string, load: Load, heading: Heading): readonly Move[] {
    const found: Move[] = [];
    for (const stand of this.#stands(key, load)) {
      const edges = heading === "onward" ? this.graph.outEdges(stand.key) : this.graph.inEdges(stand.key);
      const own = this.#kind(stand.key) === "field";
      for (const edge of edges) {
        const { fields } = this.graph.getEdgeAttributes(edge);
        const carried = own ? asLoad(fields) : shared(fields, stand.load);
        if (carried !== null && carried.size === 0) continue;
        const to = this.graph.opposite(stand.key, edge);
        found.push({ edge, to, load: this.#kind(to) === "field" ? new Set([to]) : carried });
      }
    }
    return found;
  }

  /** All nodes and edges that can be reached, whatever the way. */
  reach(start: string, load: Load, heading: Heading): { nodes: Set<string>; edges: Set<string> } {
    const nodes = new Map<string, Load>([[start, load]]);
    const edges = new Set<string>();
    const queue: Stand[] = [{ key: start, load }];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (this.isEnd(at.key, start)) continue;
      for (const move of this.moves(at.key, at.load, heading)) {
        edges.add(move.edge);
        const before = nodes.get(move.to);
        const after = before === undefined ? move.load : joined(before, move.load);
        if (nodes.has(move.to) && after === before) continue;
        nodes.set(move.to, after);
        queue.push({ key: move.to, load: after });
      }
    }
    return { nodes: new Set(nodes.keys()), edges };
  }

  /**
   * A field also travels on edges of its entity, an entity's load on edges of its fields; rows of a store are its
   * content; and all of it goes where the whole system goes, such as into a backup.
   */
  #stands(key: string, load: Load): readonly Stand[] {
    const stands: Stand[] = [{ key, load }];
    const { kind, parent, system } = this.graph.getNodeAttributes(key);
    if ((kind === "field" || kind === "entity" || kind === "store") && this.graph.hasNode(system)) {
      stands.push({ key: system, load });
    }
    const inside = (entity: string): void => {
      const store = this.graph.getNodeAttribute(entity, "parent");
      if (store !== null && this.#kind(store) === "store") stands.push({ key: store, load: null });
    };
    if (kind === "field" && parent !== null) {
      stands.push({ key: parent, load });
      inside(parent);
    } else if (kind === "entity") {
      for (const field of this.#children.get(key) ?? []) {
        if (load === null || load.has(field)) stands.push({ key: field, load: new Set([field]) });
      }
      inside(key);
    } else if (kind === "store") {
      for (const entity of this.#children.get(key) ?? []) {
        stands.push({ key: entity, load: null });
        for (const field of this.#children.get(entity) ?? [])
          stands.push({ key: field, load: new Set([field]) });
      }
    }
    return stands;
  }

  #kind(key: string): FlowNode["kind"] {
    return this.graph.getNodeAttribute(key, "kind");
  }
}

function asLoad(fields: FlowEdge["fields"]): Load {
  return fields.length === 0 ? null : new Set(fields);
}

function shared(fields: FlowEdge["fields"], load: Load): Load {
  if (load === null) return asLoad(fields);
  if (fields.length === 0) return load;
  return new Set(fields.filter((field) => load.has(field)));
}

/** Returns `a` itself when `b` adds nothing. */
function joined(a: Load, b: Load): Load {
  if (a === null) return a;
  if (b === null) return b;
  for (const field of b) if (!a.has(field)) return new Set([...a, ...b]);
  return a;
}
