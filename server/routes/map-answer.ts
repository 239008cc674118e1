/** The map as the contract says it: a view of the graph with findings counted at each visible node. */
import { worse } from "../../analyzer/graph/fold-group.ts";
import { collapse, type CollapseOptions } from "../../analyzer/graph/levels.ts";
import type {
  MapEdge as SeenEdge,
  MapNode as SeenNode,
  MapView as View,
} from "../../analyzer/graph/map-view.ts";
import type { FlowGraph } from "../../analyzer/graph/shape.ts";
import type { Finding } from "../../rules/kit/finding.ts";
import type { MapEdge, MapNode, MapView } from "../contract.ts";
import { nodeAnswer } from "./node-answer.ts";
import { elementsOf, ORIGIN, Shown } from "./shown.ts";

type Counts = MapNode["findings"];

/** What is drawn: open findings have a say in what is folded away. */
export function viewOf(graph: FlowGraph, findings: readonly Finding[], options: CollapseOptions): View {
  const worst = new Map<string, Finding["severity"]>();
  for (const { path, severity, suppressed } of findings) {
    if (suppressed !== null) continue;
    for (const key of elementsOf(graph, path))
      worst.set(key, worse(worst.get(key) ?? null, severity) ?? severity);
  }
  return collapse(graph, { ...options, findings: worst });
}

export function mapView(graph: FlowGraph, findings: readonly Finding[], options: CollapseOptions): MapView {
  const view = viewOf(graph, findings, options);
  const counts = findingsByNode(graph, view, findings);
  return {
    level: view.level,
    nodes: view.nodes.map((node) => seen(node, view, counts.get(node.key) ?? none(), options.expanded ?? [])),
    edges: view.edges.map((edge) => edgeAnswer(graph, edge)),
    facets: facets(graph),
  };
}

/** A finding counts once at each visible node that stands for an element it names. */
function findingsByNode(
  graph: FlowGraph,
  view: View,
  findings: readonly Finding[],
): ReadonlyMap<string, Counts> {
  const shown = new Shown(graph, view);
  const counts = new Map<string, Counts>();
  for (const { path, severity, suppressed } of findings) {
    if (suppressed !== null) continue;
    for (const key of new Set(elementsOf(graph, path).map((each) => shown.of(each)))) {
      if (key === null) continue;
      const at = counts.get(key) ?? none();
      at[severity] += 1;
      counts.set(key, at);
    }
  }
  return counts;
}

function none(): Counts {
  return { error: 0, warning: 0, info: 0 };
}

function seen(node: SeenNode, view: View, findings: Counts, expanded: readonly string[]): MapNode {
  const inside = insideOf(node, view);
  return nodeAnswer(node.key, node, {
    findings,
    inside,
    expandable: inside > 0 || expanded.includes(node.key),
  });
}

/** A module is no element of the graph itself; every other node counts itself among its members. */
function insideOf({ key, kind, members }: SeenNode, view: View): number {
  if (kind === "fold") return view.folded.find((fold) => fold.key === key)?.count ?? 0;
  return kind === "module" ? members : members - 1;
}

function edgeAnswer(graph: FlowGraph, edge: SeenEdge): MapEdge {
  const { key, source, target, untold, sensitivity, evidence, leaves } = edge;
  return {
    key,
    source,
    target,
    untold,
    sensitivity,
    evidence,
    leaves,
    kind: edge.kinds.join(", "),
    fields: [...edge.fields],
    categories: [...edge.categories],
    says: edge.says.join("\n"),
    location: placeOf(graph, source, target),
  };
}

/** An edge that stands for many has no one place. */
function placeOf(graph: FlowGraph, source: string, target: string): MapEdge["location"] {
  const [from, to] = [withoutOrigin(source), withoutOrigin(target)];
  if (!graph.hasNode(from) || !graph.hasNode(to)) return null;
  const [only, ...others] = graph.directedEdges(from, to);
  return only === undefined || others.length > 0 ? null : graph.getEdgeAttribute(only, "location");
}

export function withoutOrigin(key: string): string {
  return key.endsWith(ORIGIN) ? key.slice(0, -ORIGIN.length) : key;
}

/** Values the filters may take, whatever is filtered now. */
export function facets(graph: FlowGraph): MapView["facets"] {
  const categories = new Set<string>();
  const kinds = new Set<string>();
  const systems = new Set<string>();
  const parties: { key: string; label: string }[] = [];
  graph.forEachNode((key, node) => {
    for (const category of node.categories) categories.add(category);
    if (node.kind === "movement") kinds.add(node.sort);
    if (node.kind === "party") parties.push({ key, label: node.label });
    systems.add(node.system);
  });
  return {
    categories: [...categories].sort(),
    kinds: [...kinds].sort(),
    systems: [...systems].sort(),
    parties: parties.sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}
