/** Writes the flow graph as GraphML for yEd, Gephi and the like. */
import type { FlowGraph } from "../shape.ts";
import { escapeMarkup } from "./escape.ts";

type Value = string | number | boolean;

const NODE_KEYS: readonly (readonly [name: string, type: string])[] = [
  ["key", "string"],
  ["label", "string"],
  ["kind", "string"],
  ["sort", "string"],
  ["system", "string"],
  ["parent", "string"],
  ["lane", "string"],
  ["personal", "string"],
  ["sensitivity", "string"],
  ["categories", "string"],
  ["audience", "string"],
  ["file", "string"],
  ["line", "int"],
];

const EDGE_KEYS: readonly (readonly [name: string, type: string])[] = [
  ["kind", "string"],
  ["fields", "string"],
  ["categories", "string"],
  ["sensitivity", "string"],
  ["evidence", "string"],
  ["leaves", "boolean"],
  ["says", "string"],
  ["file", "string"],
  ["line", "int"],
];

export function toGraphml(graph: FlowGraph): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...NODE_KEYS.map(
      ([name, type]) => `  <key id="n-${name}" for="node" attr.name="${name}" attr.type="${type}"/>`,
    ),
    ...EDGE_KEYS.map(
      ([name, type]) => `  <key id="e-${name}" for="edge" attr.name="${name}" attr.type="${type}"/>`,
    ),
    '  <graph id="estate" edgedefault="directed">',
  ];
  // Ids are numbers: two keys that differ only in what XML cannot hold must not become one.
  const keys = graph.nodes().sort();
  const ids = new Map(keys.map((key, index) => [key, `n${index}`]));
  for (const key of keys) {
    const { categories, parent, audience, location, label, kind, sort, system, lane, personal, sensitivity } =
      graph.getNodeAttributes(key);
    const data = {
      label,
      kind,
      sort,
      system,
      lane,
      personal,
      sensitivity,
      parent,
      audience,
      ...place(location),
    };
    lines.push(`    <node id="${ids.get(key) ?? ""}">`);
    lines.push(...dataLines("n", NODE_KEYS, { ...data, categories: categories.join(" ") }));
    lines.push("    </node>");
  }
  for (const key of graph.edges().sort()) {
    const { kind, fields, categories, sensitivity, evidence, leaves, says, location } =
      graph.getEdgeAttributes(key);
    const ends = `source="${ids.get(graph.source(key)) ?? ""}" target="${ids.get(graph.target(key)) ?? ""}"`;
    const data = { kind, sensitivity, evidence, leaves, says, ...place(location) };
    lines.push(`    <edge ${ends}>`);
    lines.push(
      ...dataLines("e", EDGE_KEYS, { ...data, fields: fields.join("\n"), categories: categories.join(" ") }),
    );
    lines.push("    </edge>");
  }
  lines.push("  </graph>", "</graphml>", "");
  return lines.join("\n");
}

function place(
  location: { readonly file: string; readonly line: number } | null,
): Readonly<Record<string, Value>> {
  return location === null ? {} : { file: location.file, line: location.line };
}

function dataLines(
  prefix: "n" | "e",
  keys: readonly (readonly [name: string, type: string])[],
  data: Readonly<Record<string, Value | null | undefined>>,
): readonly string[] {
  return keys.flatMap(([name]) => {
    const value = data[name];
    if (value === null || value === undefined || value === "") return [];
    return [`      <data key="${prefix}-${name}">${escapeMarkup(String(value))}</data>`];
  });
}
