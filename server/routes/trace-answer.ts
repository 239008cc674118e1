/** A trace as the contract says it, with what of a view is to be kept bright. */
import type { FlowGraph } from "../../analyzer/graph/shape.ts";
import type { CollapseOptions } from "../../analyzer/graph/levels.ts";
import { trace, type Trace as Found, type TraceStep as Step, type Way } from "../../analyzer/graph/trace.ts";
import type { MapView } from "../../analyzer/graph/map-view.ts";
import type { Finding } from "../../rules/kit/finding.ts";
import type { Trace } from "../contract.ts";
import { viewOf } from "./map-answer.ts";
import { ORIGIN, Shown } from "./shown.ts";

/** `null` when the path is not on the map. */
export function traceAnswer(
  graph: FlowGraph,
  findings: readonly Finding[],
  path: string,
  options: CollapseOptions,
): Trace | null {
  const found = trace(graph, path);
  if (found.elements.length === 0) return null;
  const bright = new Bright(graph, viewOf(graph, findings, options));
  const answer = (direction: "to" | "from", way: Way) => wayAnswer(direction, way, bright.way(way.steps));
  const ways = [...found.to.map((way) => answer("to", way)), ...found.from.map((way) => answer("from", way))];
  for (const key of found.elements) bright.node(key);
  return {
    path,
    ways,
    nodes: [...bright.nodes].sort(),
    edges: [...bright.edges].sort(),
    truncated: found.truncated,
  };
}

function wayAnswer(
  direction: "to" | "from",
  { says, steps }: Way,
  shown: readonly (string | null)[],
): Trace["ways"][number] {
  return {
    direction,
    sentence: says,
    steps: steps.map(({ key, kind, label, via }, index) => ({
      key,
      shown: shown[index] ?? null,
      kind,
      label,
      edge: via?.edge ?? null,
      says: via?.says ?? "",
      location: via?.location ?? null,
    })),
  };
}

/** Collects keys of the graph and of the view; an edge of the view joins visible neighbours of a way. */
class Bright {
  readonly nodes = new Set<string>();
  readonly edges = new Set<string>();
  readonly #shown: Shown;
  readonly #graph: FlowGraph;
  readonly #drawn: ReadonlyMap<string, string>;
  readonly #visible: ReadonlySet<string>;

  constructor(graph: FlowGraph, view: MapView) {
    this.#graph = graph;
    this.#shown = new Shown(graph, view);
    this.#drawn = new Map(view.edges.map(({ key, source, target }) => [`${source}\n${target}`, key]));
    this.#visible = new Set(view.nodes.map(({ key }) => key));
  }

  node(key: string): void {
    this.nodes.add(key);
    const at = this.#shown.of(key);
    if (at !== null) this.nodes.add(at);
  }

  /** What each step is seen by. */
  way(steps: Found["to"][number]["steps"]): readonly (string | null)[] {
    const shown = steps.map((step, index) => this.#seen(step, index === 0));
    let before: string | null = null;
    for (const [index, step] of steps.entries()) {
      if (step.via !== null) this.edges.add(step.via.edge);
      this.node(step.key);
      const at = shown[index] ?? null;
      if (at === null) continue;
      this.nodes.add(at);
      const edge: string | undefined = before === null ? undefined : this.#drawn.get(`${before}\n${at}`);
      if (edge !== undefined) this.edges.add(edge);
      before = at;
    }
    return shown;
  }

  /** Movements within a system are not drawn: the line goes straight on. */
  #seen({ key, kind }: Step, first: boolean): string | null {
    const inner = kind === "movement" && this.#graph.getNodeAttribute(key, "lane") === "keep";
    if (inner) return null;
    const origin = `${key}${ORIGIN}`;
    return first && this.#visible.has(origin) ? origin : this.#shown.of(key);
  }
}
