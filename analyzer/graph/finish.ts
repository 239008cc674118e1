/** Turns a draft into the graph: fills in what follows from edges, sorts, inserts. */
import { MultiDirectedGraph } from "graphology";
import type { Category } from "../model/category.ts";
import type { Personal, Sensitivity } from "../model/verdict.ts";
import { edgeKey, type Draft, type EdgeDraft } from "./draft.ts";
import type { FlowEdge, FlowGraph, FlowMeta, FlowNode, Lane } from "./shape.ts";
import { morePersonal, moreSensitive } from "./strength.ts";

export function finish(draft: Draft, asOf: string): FlowGraph {
  confirmWithin(draft);
  const edges = [...draft.edges]
    .filter(([, { source, target }]) => draft.has(source) && draft.has(target))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const nodes = settled(
    draft,
    edges.map(([, edge]) => edge),
  );
  const graph: FlowGraph = new MultiDirectedGraph<FlowNode, FlowEdge, FlowMeta>();
  graph.setAttribute("asOf", asOf);
  for (const key of [...nodes.keys()].sort()) graph.addNode(key, nodes.get(key) as FlowNode);
  for (const [key, edge] of edges) {
    const { sensitivity, categories } = draft.cargo(edge.fields);
    graph.addDirectedEdgeWithKey(key, edge.source, edge.target, {
      kind: edge.kind,
      fields: edge.fields,
      categories,
      sensitivity,
      evidence: edge.evidence,
      leaves: edge.leaves ?? false,
      says: edge.says,
      location: edge.location,
    });
  }
  return graph;
}

/** An observed field of an entity whose definition covers the whole entity is declared, too. */
function confirmWithin(draft: Draft): void {
  for (const [key, edge] of draft.edges) {
    if (edge.evidence !== "observed") continue;
    const source = entityOf(draft, edge.source);
    const target = entityOf(draft, edge.target);
    if (source === edge.source && target === edge.target) continue;
    const wholeKey = edgeKey(edge.kind, source, target);
    const whole = draft.edges.get(wholeKey);
    if (whole === undefined || whole.evidence === "observed") continue;
    const covered = whole.fields.length === 0 || edge.fields.every((field) => whole.fields.includes(field));
    if (!covered) continue;
    draft.edges.set(key, { ...edge, evidence: "both" });
    draft.edges.set(wholeKey, { ...whole, evidence: "both" });
  }
}

function entityOf(draft: Draft, key: string): string {
  const node = draft.nodes.get(key);
  return node?.kind === "field" && node.parent !== null ? node.parent : key;
}

interface Sum {
  personal: Personal;
  sensitivity: Sensitivity;
  readonly categories: Set<Category>;
  gives: boolean;
  takes: boolean;
}

/** Movements, stores and parties are as personal as what passes them; a party that only gives is an origin. */
function settled(draft: Draft, edges: readonly EdgeDraft[]): Map<string, FlowNode> {
  const sums = new Map<string, Sum>();
  const sumOf = (key: string): Sum => {
    let sum = sums.get(key);
    if (sum === undefined) {
      const node = draft.nodes.get(key);
      sum = {
        personal: node?.personal ?? "no",
        sensitivity: node?.sensitivity ?? "ordinary",
        categories: new Set(node?.categories),
        gives: false,
        takes: false,
      };
      sums.set(key, sum);
    }
    return sum;
  };
  const add = (key: string, part: Pick<FlowNode, "personal" | "sensitivity" | "categories">): void => {
    const sum = sumOf(key);
    sum.personal = morePersonal(sum.personal, part.personal);
    sum.sensitivity = moreSensitive(sum.sensitivity, part.sensitivity);
    for (const category of part.categories) sum.categories.add(category);
  };
  for (const edge of edges) {
    const cargo = draft.cargo(edge.fields);
    sumOf(edge.source).gives = true;
    sumOf(edge.target).takes = true;
    for (const key of [edge.source, edge.target]) {
      if (takesFromEdges(draft.nodes.get(key))) add(key, cargo);
    }
  }
  const nodes = new Map(draft.nodes);
  for (const node of draft.nodes.values()) if (node.kind === "entity") add(node.system, node);
  for (const [key, sum] of sums) {
    const node = draft.nodes.get(key);
    if (node === undefined || node.kind === "field" || node.kind === "entity") continue;
    const lane: Lane = node.kind !== "party" ? node.lane : sum.gives && !sum.takes ? "origin" : "recipient";
    const { personal, sensitivity } = sum;
    nodes.set(key, { ...node, lane, personal, sensitivity, categories: [...sum.categories].sort() });
  }
  return nodes;
}

function takesFromEdges(node: FlowNode | undefined): boolean {
  return node?.kind === "movement" || node?.kind === "store" || node?.kind === "party";
}
