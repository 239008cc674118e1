/** Finds, for each element of the graph, the node that stands for it at a level of detail. */
import { elementPath } from "../model/model-path.ts";
import type { LooseEdge } from "./loose-edges.ts";
import type { Level } from "./map-view.ts";
import type { FlowGraph, FlowNode } from "./shape.ts";

const DEPTH: Readonly<Record<Level, number>> = { estate: 0, modules: 1, entities: 2, fields: 3 };

export class Sight {
  readonly #graph: FlowGraph;
  readonly #depth: number;
  readonly #expanded: ReadonlySet<string>;
  readonly #seen = new Map<string, string>();

  constructor(graph: FlowGraph, level: Level, expanded: ReadonlySet<string>) {
    this.#graph = graph;
    this.#depth = DEPTH[level];
    this.#expanded = expanded;
  }

  of(key: string): string {
    let seen = this.#seen.get(key);
    if (seen !== undefined) return seen;
    const line = this.#line(key);
    let at = 0;
    line.forEach(({ depth }, index) => {
      if (depth <= this.#depth) at = index;
    });
    while (at < line.length - 1 && this.#expanded.has((line[at] as { key: string }).key)) at += 1;
    seen = (line[at] as { key: string }).key;
    this.#seen.set(key, seen);
    return seen;
  }

  /** A party that also receives stands a second time, at the left, for what it gives. */
  ends({ source, target }: LooseEdge): readonly [string, string] {
    const { kind, lane } = this.#graph.getNodeAttributes(source);
    const from = this.of(source);
    return [kind === "party" && lane === "recipient" ? `${from}#origin` : from, this.of(target)];
  }

  /** From the system down to the element itself. */
  #line(key: string): readonly { readonly key: string; readonly depth: number }[] {
    const node = this.#graph.getNodeAttributes(key);
    const top = { key: node.system, depth: 0 };
    switch (node.kind) {
      case "system":
      case "party":
        return [{ key, depth: 0 }];
      case "movement":
      case "store":
        return [top, { key, depth: 1 }];
      case "entity":
        return this.#entityLine(key, node);
      case "field":
        return node.parent === null
          ? [top, { key, depth: 3 }]
          : [...this.#entityLine(node.parent, this.#graph.getNodeAttributes(node.parent)), { key, depth: 3 }];
      default:
        return node.kind satisfies never;
    }
  }

  /** The rows of a log are shown as the log, up to the level of entities. */
  #entityLine(key: string, node: FlowNode): readonly { readonly key: string; readonly depth: number }[] {
    const top = { key: node.system, depth: 0 };
    if (node.parent !== null && node.parent !== node.system) {
      return [top, { key: node.parent, depth: 1 }, { key, depth: 3 }];
    }
    return [top, { key: moduleKey(node), depth: 1 }, { key, depth: 2 }];
  }
}

export function moduleKey(node: FlowNode): string {
  return elementPath(node.system, "module", node.module ?? "unknown module");
}
