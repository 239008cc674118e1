/** Edges on their way from the graph to the picture: chosen by filters, freed of inner movements, united. */
import type { Category } from "../model/category.ts";
import { edgeKey } from "./draft.ts";
import { MAX_SAYS, type MapEdge, type MapFilters } from "./map-view.ts";
import type { FlowEdge, FlowGraph } from "./shape.ts";
import { joint, moreSensitive, union } from "./strength.ts";
import { Walk } from "./walk.ts";

export interface LooseEdge extends Omit<FlowEdge, "location"> {
  readonly source: string;
  readonly target: string;
}

/** The graph's edges that pass the filters. */
export function chosenEdges(graph: FlowGraph, filters: MapFilters): readonly LooseEdge[] {
  const near =
    filters.party === undefined || filters.party.length === 0 ? null : edgesAround(graph, filters.party);
  const chosen: LooseEdge[] = [];
  graph.forEachEdge((key, edge, source, target, from, to) => {
    if (near !== null && !near.has(key)) return;
    if (!passes(filters.category, edge.categories)) return;
    if (!passes(filters.system, [from.system, to.system])) return;
    const sorts = [from, to].filter(({ kind }) => kind === "movement").map(({ sort }) => sort);
    if (!passes(filters.kind, sorts)) return;
    if (filters.includeNonPersonal !== true && (nothingPersonal(from) || nothingPersonal(to))) return;
    chosen.push({ ...edge, ...narrowed(graph, edge, filters.category ?? []), source, target });
  });
  return chosen;
}

export function nothingPersonal(node: { readonly kind: string; readonly personal: string }): boolean {
  return (
    node.personal === "no" && (node.kind === "entity" || node.kind === "movement" || node.kind === "store")
  );
}

function passes<Item>(wanted: readonly Item[] | undefined, has: readonly Item[]): boolean {
  return wanted === undefined || wanted.length === 0 || has.some((item) => wanted.includes(item));
}

/** Under a category filter an edge shows only the fields of those categories. */
function narrowed(
  graph: FlowGraph,
  edge: FlowEdge,
  wanted: readonly Category[],
): Pick<FlowEdge, "fields" | "categories"> {
  if (wanted.length === 0) return edge;
  const has = (categories: readonly Category[]): boolean => categories.some((each) => wanted.includes(each));
  const fields = edge.fields.filter(
    (path) => graph.hasNode(path) && has(graph.getNodeAttribute(path, "categories")),
  );
  return {
    // References to people have no node to ask; better all fields than none.
    fields: fields.length > 0 ? fields : edge.fields,
    categories: edge.categories.filter((each) => wanted.includes(each)),
  };
}

function edgesAround(graph: FlowGraph, parties: readonly string[]): ReadonlySet<string> {
  const walk = new Walk(graph);
  const edges = new Set<string>();
  for (const party of parties) {
    if (!graph.hasNode(party)) continue;
    for (const heading of ["onward", "back"] as const) {
      for (const edge of walk.reach(party, null, heading).edges) edges.add(edge);
    }
  }
  return edges;
}

/**
 * Replaces movements that stay within a system (change history, reference copies) by direct edges: in a picture they
 * would stand between every entity and its history and say nothing more than the line does.
 */
export function withoutInnerMovements(graph: FlowGraph, edges: readonly LooseEdge[]): readonly LooseEdge[] {
  const inner = (key: string): boolean => {
    const { kind, lane } = graph.getNodeAttributes(key);
    return kind === "movement" && lane === "keep";
  };
  const kept: LooseEdge[] = [];
  const into = new Map<string, LooseEdge[]>();
  for (const edge of edges) {
    if (inner(edge.target)) into.set(edge.target, [...(into.get(edge.target) ?? []), edge]);
    else if (!inner(edge.source)) kept.push(edge);
  }
  for (const second of edges) {
    if (!inner(second.source)) continue;
    for (const first of into.get(second.source) ?? []) {
      const untold = first.fields.length === 0 || second.fields.length === 0;
      const fields =
        first.fields.length === 0
          ? second.fields
          : first.fields.filter((path) => untold || second.fields.includes(path));
      if (fields.length === 0 && !untold) continue;
      kept.push({ ...second, fields, source: first.source });
    }
  }
  return kept;
}

/** One edge for each pair of visible ends; what stays within one end disappears. */
export function united(
  edges: readonly LooseEdge[],
  seen: (edge: LooseEdge) => readonly [string, string],
): readonly MapEdge[] {
  const bundles = new Map<string, LooseEdge[]>();
  const ends = new Map<string, readonly [string, string]>();
  for (const edge of edges) {
    const pair = seen(edge);
    if (pair[0] === pair[1]) continue;
    const key = edgeKey("flow", pair[0], pair[1]);
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, [edge]);
    else bundle.push(edge);
    ends.set(key, pair);
  }
  return [...bundles.keys()]
    .sort()
    .map((key) => bundled(key, ends.get(key) as [string, string], bundles.get(key) as LooseEdge[]));
}

function bundled(
  key: string,
  [source, target]: readonly [string, string],
  bundle: readonly LooseEdge[],
): MapEdge {
  const [first, ...others] = bundle as readonly [LooseEdge, ...LooseEdge[]];
  let { evidence, sensitivity, categories, leaves } = first;
  const fields = new Set(first.fields);
  for (const edge of others) {
    evidence = joint(evidence, edge.evidence);
    sensitivity = moreSensitive(sensitivity, edge.sensitivity);
    categories = union(categories, edge.categories);
    leaves ||= edge.leaves;
    for (const field of edge.fields) fields.add(field);
  }
  return {
    key,
    source,
    target,
    kinds: [...new Set(bundle.map(({ kind }) => kind))].sort(),
    fields: [...fields].sort(),
    untold: bundle.some((edge) => edge.fields.length === 0),
    categories,
    sensitivity,
    evidence,
    leaves,
    says: [...new Set(bundle.map(({ says }) => says))].sort().slice(0, MAX_SAYS),
    members: bundle.length,
  };
}
