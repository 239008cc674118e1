/** Writes and reads the flow graph as `art30.graph/1`: sorted keys, sorted rows, the same bytes for the same graph. */
import { MultiDirectedGraph } from "graphology";
import type { Problem } from "../../model/problem.ts";
import type { FlowEdge, FlowGraph, FlowMeta, FlowNode } from "../shape.ts";
import { readEdge, readNode } from "./json-rows.ts";

export const GRAPH_FORMAT = "art30.graph/1";

export interface Generator {
  readonly name: string;
  readonly version: string;
}

export function toJson(graph: FlowGraph, generator: Generator): string {
  const nodes = graph.mapNodes((key, node) => ({ key, ...node }));
  const edges = graph.mapEdges((key, edge, source, target) => ({ key, source, target, ...edge }));
  const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);
  const rows = (list: readonly object[]): string =>
    list.length === 0
      ? "[]"
      : `[\n${list.map((row) => `    ${JSON.stringify(sorted(row))}`).join(",\n")}\n  ]`;
  return [
    "{",
    `  "format": ${JSON.stringify(GRAPH_FORMAT)},`,
    `  "generator": ${JSON.stringify(sorted({ ...generator }))},`,
    `  "asOf": ${JSON.stringify(graph.getAttribute("asOf"))},`,
    `  "edges": ${rows(edges.sort(byKey))},`,
    `  "nodes": ${rows(nodes.sort(byKey))}`,
    "}",
    "",
  ].join("\n");
}

/** The same value with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

/** The graph of a written file. Rows that cannot be read are left out and reported; `null` when nothing is readable. */
export function fromJson(
  text: string,
  file: string,
): { graph: FlowGraph | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const problem = (kind: Problem["kind"], message: string): void => {
    problems.push({ kind, message, location: { file, line: 1, column: 1, endLine: 1, endColumn: 1 } });
  };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    problem("malformed", "The graph file is not valid JSON.");
    return { graph: null, problems };
  }
  const record = isRecord(data) ? data : {};
  if (record["format"] !== GRAPH_FORMAT) {
    problem("unknown-format", `The file does not say that its format is ${GRAPH_FORMAT}.`);
    return { graph: null, problems };
  }
  const { nodes, edges, asOf } = record;
  const graph: FlowGraph = new MultiDirectedGraph<FlowNode, FlowEdge, FlowMeta>();
  graph.setAttribute("asOf", typeof asOf === "string" ? asOf : "");
  for (const [index, row] of listOf(nodes).entries()) {
    const node = isRecord(row) ? readNode(row) : null;
    if (node === null || graph.hasNode(node.key))
      problem("unknown-value", `Node ${index + 1} is incomplete or a duplicate.`);
    else graph.addNode(node.key, node.attributes);
  }
  for (const [index, row] of listOf(edges).entries()) {
    const edge = isRecord(row) ? readEdge(row) : null;
    if (edge === null || graph.hasEdge(edge.key))
      problem("unknown-value", `Edge ${index + 1} is incomplete or a duplicate.`);
    else if (!graph.hasNode(edge.source) || !graph.hasNode(edge.target)) {
      problem("unresolved", `Edge ${index + 1} begins or ends at a node that is not in the file.`);
    } else graph.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, edge.attributes);
  }
  return { graph, problems };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
