/** The surroundings of one element, every node and edge of them as the graph has it. */
import { neighbourhood } from "../../analyzer/graph/neighbourhood.ts";
import type { FlowGraph } from "../../analyzer/graph/shape.ts";
import type { Finding } from "../../rules/kit/finding.ts";
import type { MapEdge, MapNode, MapView } from "../contract.ts";
import { nodeAnswer } from "./node-answer.ts";
import { countsOf } from "./finding-answer.ts";
import { facets } from "./map-answer.ts";
import { elementsOf } from "./shown.ts";

export function neighbourhoodView(
  graph: FlowGraph,
  findings: readonly Finding[],
  key: string,
  hops: number,
): MapView {
  const around = standsFor(graph, key).map((each) => neighbourhood(graph, each, hops));
  const nodes = [...new Set(around.flatMap((each) => each.nodes))].sort();
  const edges = [...new Set(around.flatMap((each) => each.edges))].sort();
  const open = findings.filter(({ suppressed }) => suppressed === null);
  return {
    level: "fields",
    nodes: nodes.map((each) => nodeOf(graph, each, open)),
    edges: edges.map((each) => edgeOf(graph, each)),
    facets: facets(graph),
  };
}

/** What moves a whole entity moves its fields, too. */
function standsFor(graph: FlowGraph, key: string): readonly string[] {
  const { kind, parent } = graph.getNodeAttributes(key);
  return kind === "field" && parent !== null ? [key, parent] : [key];
}

function nodeOf(graph: FlowGraph, key: string, findings: readonly Finding[]): MapNode {
  const here = findings.filter(({ path }) => elementsOf(graph, path).includes(key));
  return nodeAnswer(key, graph.getNodeAttributes(key), {
    findings: countsOf(here),
    inside: 0,
    expandable: false,
  });
}

function edgeOf(graph: FlowGraph, key: string): MapEdge {
  const { kind, fields, categories, sensitivity, evidence, leaves, says, location } =
    graph.getEdgeAttributes(key);
  return {
    key,
    source: graph.source(key),
    target: graph.target(key),
    kind,
    sensitivity,
    evidence,
    leaves,
    says,
    location,
    fields: [...fields],
    categories: [...categories],
    untold: fields.length === 0,
  };
}
