import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../../analyzer/graph/build.ts";
import { fromJson, toJson } from "../../../../analyzer/graph/export/json.ts";
import type { FlowEdge, FlowGraph, FlowMeta, FlowNode } from "../../../../analyzer/graph/shape.ts";
import { hospital, verdicts } from "../hospital.ts";

const generator = { name: "art30", version: "0.1.0" };
const written = toJson(buildGraph(hospital(), verdicts), generator);

const location = fc.option(
  fc.record({ file: fc.string(), line: fc.nat(), column: fc.nat(), endLine: fc.nat(), endColumn: fc.nat() }),
);
const node: fc.Arbitrary<FlowNode> = fc.record({
  kind: fc.constantFrom("system", "entity", "field", "store", "movement", "party"),
  sort: fc.string(),
  label: fc.string({ unit: "grapheme" }),
  system: fc.string(),
  parent: fc.option(fc.string()),
  lane: fc.constantFrom("origin", "movement-in", "keep", "movement-out", "recipient"),
  personal: fc.constantFrom("yes", "may-contain", "person-link", "no"),
  sensitivity: fc.constantFrom("ordinary", "sensitive", "art9", "art10", "secret"),
  categories: fc.uniqueArray(fc.constantFrom("email", "name", "health")),
  audience: fc.constantFrom("subject", "internal", "external", "unknown", null),
  location,
});
const edge: fc.Arbitrary<FlowEdge> = fc.record({
  kind: fc.constantFrom(
    "imports",
    "stages",
    "writes",
    "matches",
    "reads",
    "notifies",
    "discloses",
    "logs",
    "keeps",
    "copies",
    "shows",
    "exports",
    "sends",
  ),
  fields: fc.array(fc.string()),
  categories: fc.uniqueArray(fc.constantFrom("email", "name", "health")),
  sensitivity: fc.constantFrom("ordinary", "sensitive", "art9", "art10", "secret"),
  evidence: fc.constantFrom("declared", "observed", "both", "claimed", "code"),
  leaves: fc.boolean(),
  says: fc.string(),
  location,
});
const graphs: fc.Arbitrary<FlowGraph> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.string(), node), { minLength: 1, maxLength: 6, selector: ([key]) => key }),
    fc.uniqueArray(fc.tuple(fc.string(), fc.nat(), fc.nat(), edge), {
      maxLength: 8,
      selector: ([key]) => key,
    }),
  )
  .map(([nodes, edges]) => {
    const graph: FlowGraph = new MultiDirectedGraph<FlowNode, FlowEdge, FlowMeta>();
    graph.setAttribute("asOf", "2026-07-01");
    for (const [key, attributes] of nodes) graph.addNode(key, attributes);
    const at = (index: number): string => nodes[index % nodes.length]?.[0] ?? "";
    for (const [key, source, target, attributes] of edges)
      graph.addDirectedEdgeWithKey(key, at(source), at(target), attributes);
    return graph;
  });

describe("art30.graph/1", () => {
  it("reads back exactly what was written", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const text = toJson(graph, generator);
        const read = fromJson(text, "graph.json");
        expect(read.problems).toEqual([]);
        expect(read.graph === null ? null : toJson(read.graph, generator)).toBe(text);
      }),
    );
  });

  it("reads back names, modules and switches of a built graph", () => {
    const { graph } = fromJson(written, "graph.json");
    expect(graph?.getNodeAttribute("itop:Person.email", "aliases")).toEqual(["itop:Contact.email"]);
    expect(graph?.getNodeAttribute("itop:UserRequest", "module")).toBe("itop-request-mgmt");
    expect(graph === null ? null : toJson(graph, generator)).toBe(written);
  });

  it("begins with format, generator and date", () => {
    expect(Object.keys(JSON.parse(written) as object).slice(0, 3)).toEqual(["format", "generator", "asOf"]);
  });

  it("sorts rows and the keys of each row", () => {
    const { nodes } = JSON.parse(written) as { nodes: { key: string }[] };
    const order = nodes.map(({ key }) => key);
    expect(order).toEqual([...order].sort());
    expect(Object.keys(nodes[0] ?? {})).toEqual(Object.keys(nodes[0] ?? {}).sort());
  });

  it.each([
    ["broken JSON", "{", "malformed"],
    ["a list", "[]", "unknown-format"],
    ["another format", '{"format":"art30.model/1"}', "unknown-format"],
  ])("reports %s and reads nothing", (_, text, kind) => {
    const read = fromJson(text, "graph.json");
    expect(read.graph).toBeNull();
    expect(read.problems.map((problem) => problem.kind)).toEqual([kind]);
  });

  it("leaves out rows it cannot read, says which, and reads the rest", () => {
    const data = JSON.parse(written) as {
      nodes: Record<string, unknown>[];
      edges: Record<string, unknown>[];
    };
    const spoiled = JSON.stringify({
      ...data,
      nodes: [{ key: "itop:Odd", kind: "teapot" }, ...data.nodes],
      edges: [{ ...data.edges[0], key: "loose", source: "itop:nowhere" }, ...data.edges],
    });
    const read = fromJson(spoiled, "graph.json");
    expect(read.problems.map(({ kind, message }) => [kind, message])).toEqual([
      ["unknown-value", "Node 1 is incomplete or a duplicate."],
      ["unresolved", "Edge 1 begins or ends at a node that is not in the file."],
    ]);
    expect(read.graph?.hasNode("itop:Person")).toBe(true);
  });
});
