/** Which node of a view stands for an element: itself, what contains it, or the fold it went into. */
import { moduleKey } from "../../analyzer/graph/sight.ts";
import type { MapView } from "../../analyzer/graph/map-view.ts";
import type { FlowGraph } from "../../analyzer/graph/shape.ts";
import { systemOf } from "../../analyzer/model/model-path.ts";

/** A party that gives and takes stands twice; this marks the one at the left. */
export const ORIGIN = "#origin";

/** The element itself, then everything around it, outwards: store or entity, module, system. */
export function containers(graph: FlowGraph, path: string): readonly string[] {
  const line: string[] = [];
  for (let key: string | null = path; key !== null && graph.hasNode(key) && !line.includes(key);) {
    line.push(key);
    const node = graph.getNodeAttributes(key);
    if (node.kind === "entity" && node.parent === node.system) line.push(moduleKey(node));
    key = node.parent;
  }
  const system = systemOf(path);
  return line.length === 0 ? [path, system] : line.includes(system) ? line : [...line, system];
}

/** Keys of the graph that a path names: the element, or those that have it as another name. */
export function elementsOf(graph: FlowGraph, path: string): readonly string[] {
  if (graph.hasNode(path)) return [path];
  const named = graph.filterNodes((_, node) => node.aliases?.includes(path) ?? false);
  return named.length > 0 ? named : [path];
}

export class Shown {
  readonly #graph: FlowGraph;
  /** Visible key by the key it stands for. */
  readonly #at = new Map<string, string>();

  constructor(graph: FlowGraph, view: MapView) {
    this.#graph = graph;
    for (const { key, path } of view.nodes) if (!this.#at.has(path) || key === path) this.#at.set(path, key);
    for (const { key, members } of view.folded) for (const member of members) this.#at.set(member, key);
  }

  /** `null` when nothing of it is visible. */
  of(path: string): string | null {
    for (const key of containers(this.#graph, path)) {
      const at = this.#at.get(key);
      if (at !== undefined) return at;
    }
    return null;
  }
}
