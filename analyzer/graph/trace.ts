/** Every way from and to one element, with evidence and a sentence each. */
import type { Location } from "../model/location.ts";
import { sentence } from "./sentence.ts";
import type { EdgeEvidence, EdgeKind, FlowGraph, NodeKind } from "./shape.ts";
import { Walk, type Heading, type Load } from "./walk.ts";

/** Ways listed for each direction; shorter ones first, so the nearest recipients are always among them. */
export const MAX_PATHS = 500;
/** Edges of one way. */
export const MAX_STEPS = 16;
/** Beginnings of ways that are looked at before the search gives up. */
export const MAX_BEGINNINGS = 50_000;

export interface TraceStep {
  /** Key of the node. */
  readonly key: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** The edge that leads here from the step before; `null` at the beginning. */
  readonly via: {
    readonly edge: string;
    readonly kind: EdgeKind;
    readonly evidence: EdgeEvidence;
    readonly leaves: boolean;
    readonly says: string;
    readonly location: Location | null;
  } | null;
}

export interface Way {
  /** In the direction the values go, whichever end was asked for. */
  readonly steps: readonly TraceStep[];
  readonly says: string;
}

export interface Trace {
  readonly path: string;
  /** Keys of the nodes the path stands for: several for a field of an abstract entity, none when it is not on the map. */
  readonly elements: readonly string[];
  readonly from: readonly Way[];
  readonly to: readonly Way[];
  /** A limit was reached: ways are missing. */
  readonly truncated: boolean;
  readonly limits: { readonly paths: number; readonly steps: number };
}

export function trace(graph: FlowGraph, path: string): Trace {
  const walk = new Walk(graph);
  const starts = startsOf(walk, path);
  const from: Way[] = [];
  const to: Way[] = [];
  let truncated = false;
  for (const { key, load } of starts) {
    truncated = follow(walk, key, load, "onward", from) || truncated;
    truncated = follow(walk, key, load, "back", to) || truncated;
  }
  const elements = starts.map(({ key }) => key);
  return { path, elements, from, to, truncated, limits: { paths: MAX_PATHS, steps: MAX_STEPS } };
}

/** The node of that key, those that have it as another name, or the entity of a field that only travels on edges. */
function startsOf(walk: Walk, path: string): readonly { readonly key: string; readonly load: Load }[] {
  const { graph } = walk;
  if (graph.hasNode(path)) return [{ key: path, load: walk.startLoad(path) }];
  const named = graph.filterNodes((_, node) => node.aliases?.includes(path) ?? false);
  if (named.length > 0) return named.map((key) => ({ key, load: walk.startLoad(key) }));
  const entity = path.slice(0, Math.max(0, path.lastIndexOf(".")));
  if (!graph.hasNode(entity) || graph.getNodeAttribute(entity, "kind") !== "entity") return [];
  return [{ key: entity, load: new Set([path]) }];
}

interface Beginning {
  readonly key: string;
  readonly load: Load;
  readonly edge: string | null;
  readonly before: Beginning | null;
  readonly length: number;
}

/** A backup holds the whole system: that a value ends there is said once, not again for each place it passes. */
function isRepeatedBackup(graph: FlowGraph, here: Beginning, to: string): boolean {
  return here.length > 0 && graph.getNodeAttribute(to, "sort") === "backup";
}

/** Who may see a value where it is kept is listed there, and not again at each copy of it. */
const SIGHT: ReadonlySet<string> = new Set(["role-read", "view"]);

/** Ways are found shortest first: a longer one to the same right or view adds nothing to who sees the value. */
class Sights {
  readonly #graph: FlowGraph;
  readonly #lengths = new Map<string, number>();

  constructor(graph: FlowGraph) {
    this.#graph = graph;
  }

  isRepeated(to: string, length: number): boolean {
    if (!SIGHT.has(this.#graph.getNodeAttribute(to, "sort"))) return false;
    const shortest = this.#lengths.get(to) ?? length;
    this.#lengths.set(to, shortest);
    return length > shortest;
  }
}

/** Breadth first over simple ways; one is listed when it cannot go on. Returns whether a limit cut something off. */
function follow(walk: Walk, start: string, load: Load, heading: Heading, ways: Way[]): boolean {
  const queue: Beginning[] = [{ key: start, load, edge: null, before: null, length: 0 }];
  const sights = new Sights(walk.graph);
  const full = ways.length + MAX_PATHS;
  let truncated = false;
  for (let at = 0; at < queue.length; at += 1) {
    const here = queue[at] as Beginning;
    const isOver = walk.isEnd(here.key, start);
    const moves = isOver || here.length === MAX_STEPS ? [] : walk.moves(here.key, here.load, heading);
    if (!isOver && here.length === MAX_STEPS) truncated = true;
    let ended = true;
    for (const move of moves) {
      if (passed(here, move.to) || isRepeatedBackup(walk.graph, here, move.to)) continue;
      ended = false;
      if (sights.isRepeated(move.to, here.length)) continue;
      if (queue.length >= MAX_BEGINNINGS) truncated = true;
      else
        queue.push({ key: move.to, load: move.load, edge: move.edge, before: here, length: here.length + 1 });
    }
    if (!ended || here.edge === null) continue;
    if (ways.length >= full) return true;
    ways.push(wayOf(walk.graph, here, heading));
  }
  return truncated;
}

function passed(here: Beginning, key: string): boolean {
  for (let at: Beginning | null = here; at !== null; at = at.before) if (at.key === key) return true;
  return false;
}

function wayOf(graph: FlowGraph, end: Beginning, heading: Heading): Way {
  const line: Beginning[] = [];
  for (let at: Beginning | null = end; at !== null; at = at.before) line.push(at);
  const onward = heading === "onward";
  if (onward) line.reverse();
  const steps = line.map(({ key }, index): TraceStep => {
    // Walking back, the edge that led to a step is the one that leads from it to the next.
    const edge = onward ? (line[index]?.edge ?? null) : index === 0 ? null : (line[index - 1]?.edge ?? null);
    const { kind, label } = graph.getNodeAttributes(key);
    if (edge === null) return { key, kind, label, via: null };
    const { kind: edgeKind, evidence, leaves, says, location } = graph.getEdgeAttributes(edge);
    return { key, kind, label, via: { edge, kind: edgeKind, evidence, leaves, says, location } };
  });
  return { steps, says: sentence(graph, steps) };
}
