/** Collapses the graph to one level of detail: systems, modules, entities or fields. */
import { worse } from "./fold-group.ts";
import { fold } from "./fold.ts";
import {
  chosenEdges,
  nothingPersonal,
  united,
  withoutInnerMovements,
  type LooseEdge,
} from "./loose-edges.ts";
import type { Level, MapFilters, MapNode, MapView, Severity } from "./map-view.ts";
import type { FlowGraph, FlowNode } from "./shape.ts";
import { Sight } from "./sight.ts";
import { morePersonal, moreSensitive, union } from "./strength.ts";

/**
 * Nodes a view shows before the least relevant are folded. A layered picture of 200 is searched, not read: at
 * 1280 × 800 with the panel open, about a hundred keep their names.
 */
export const MAP_LIMIT = 100;

/** Better for a printed sheet, which nobody can zoom. */
export const PAPER_LIMIT = 90;

export interface CollapseOptions {
  readonly level: Level;
  /** Keys of nodes and folds that are opened one level further. */
  readonly expanded?: readonly string[];
  readonly filters?: MapFilters;
  readonly limit?: number;
  /** Worst open finding by model path. */
  readonly findings?: ReadonlyMap<string, Severity>;
}

/** Plain data, sorted; the same graph and options give the same view. */
export function collapse(graph: FlowGraph, options: CollapseOptions): MapView {
  const { level, filters = {}, limit = MAP_LIMIT } = options;
  const expanded = new Set(options.expanded);
  const raw = withoutInnerMovements(graph, chosenEdges(graph, filters));
  const sight = new Sight(graph, level, expanded);
  const edges = united(raw, (edge) => sight.ends(edge));
  const nodes = visibleNodes(graph, sight, raw, options);
  const folding = fold(nodes, edges, limit, expanded);
  const drawn = (key: string): string => folding.into.get(key) ?? key;
  const present = new Set(folding.nodes.map(({ key }) => key));
  return {
    level,
    nodes: folding.nodes
      .map((node) => ({
        ...node,
        parent: node.parent !== null && present.has(node.parent) ? node.parent : null,
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    edges:
      folding.into.size === 0
        ? edges
        : united(raw, (edge) => {
            const [source, target] = sight.ends(edge);
            return [drawn(source), drawn(target)];
          }),
    folded: folding.folded,
  };
}

function visibleNodes(
  graph: FlowGraph,
  sight: Sight,
  edges: readonly LooseEdge[],
  { level, filters = {}, findings }: CollapseOptions,
): readonly MapNode[] {
  const touched = new Set<string>();
  const origins = new Set<string>();
  for (const edge of edges) {
    touched.add(edge.source).add(edge.target);
    const [from] = sight.ends(edge);
    if (from.endsWith("#origin")) origins.add(edge.source);
  }
  const nodes = new Map<string, MapNode>();
  graph.forEachNode((key, node) => {
    const shown =
      node.kind === "system" ? level === "estate" || touched.has(key) : stays(key, node, filters, touched);
    if (!shown) return;
    const seen = sight.of(key);
    const severity = findings?.get(key) ?? null;
    const known = nodes.get(seen);
    nodes.set(seen, known === undefined ? first(graph, seen, node, severity) : merged(known, node, severity));
  });
  for (const key of origins) {
    const node = nodes.get(key);
    if (node === undefined) continue;
    nodes.set(`${key}#origin`, { ...node, key: `${key}#origin`, lane: "origin" });
    if (!edges.some(({ target }) => target === key)) nodes.delete(key);
  }
  return [...nodes.values()];
}

/** Places stay even when nothing moves there; movements and parties only with an edge. */
function stays(key: string, node: FlowNode, filters: MapFilters, touched: ReadonlySet<string>): boolean {
  if (touched.has(key)) return !(node.kind === "movement" && node.lane === "keep");
  if (node.kind === "movement" || node.kind === "party" || node.status === "off") return false;
  if (filters.includeNonPersonal !== true && nothingPersonal(node)) return false;
  if ((filters.party?.length ?? 0) > 0 || (filters.kind?.length ?? 0) > 0) return false;
  if ((filters.system?.length ?? 0) > 0 && filters.system?.includes(node.system) !== true) return false;
  const { category } = filters;
  return (
    category === undefined || category.length === 0 || node.categories.some((each) => category.includes(each))
  );
}

function first(graph: FlowGraph, seen: string, node: FlowNode, findings: Severity | null): MapNode {
  const own = graph.hasNode(seen) ? graph.getNodeAttributes(seen) : null;
  const { personal, sensitivity, categories } = node;
  const shown = own ?? {
    ...node,
    sort: "module",
    label: node.module ?? "unknown module",
    parent: node.system,
  };
  return {
    key: seen,
    path: seen,
    kind: own?.kind ?? "module",
    sort: shown.sort,
    label: shown.label,
    system: shown.system,
    parent: shown.parent,
    lane: shown.lane,
    personal,
    sensitivity,
    categories,
    audience: shown.audience,
    location: own?.location ?? null,
    findings,
    members: 1,
  };
}

function merged(known: MapNode, node: FlowNode, findings: Severity | null): MapNode {
  return {
    ...known,
    personal: morePersonal(known.personal, node.personal),
    sensitivity: moreSensitive(known.sensitivity, node.sensitivity),
    categories: union(known.categories, node.categories),
    findings: worse(known.findings, findings),
    members: known.members + 1,
  };
}
