/** The table twin of a picture: the same rows under the same filters, for those who read rather than look. */
import type { MapEdge, MapNode, MapView } from "../map-view.ts";
import { LANES } from "./lanes.ts";
import { LINE_STYLES } from "./legend.ts";
import { fillOf } from "./marks.ts";
import { nameOf, subOf } from "./svg.ts";

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Elements by lane, then the flows between them. */
export function tablesOf(view: MapView): readonly Table[] {
  const names = new Map(view.nodes.map((node) => [node.key, nameOf(node)]));
  return [
    {
      caption: "Flows",
      columns: ["From", "To", "Fields", "Categories", "Evidence", "Leaves", "What happens"],
      rows: view.edges.map((edge) => flowRow(edge, names)),
    },
    {
      caption: "Elements",
      columns: ["Lane", "System", "Name", "Kind or content", "Sensitivity", "Categories", "Findings"],
      rows: LANES.flatMap(({ lane, heading }) =>
        view.nodes.filter((node) => node.lane === lane).map((node) => elementRow(node, heading)),
      ),
    },
  ];
}

function flowRow(edge: MapEdge, names: ReadonlyMap<string, string>): readonly string[] {
  return [
    names.get(edge.source) ?? edge.source,
    names.get(edge.target) ?? edge.target,
    edge.untold
      ? edge.fields.length === 0
        ? "not told"
        : `${edge.fields.length} or more`
      : String(edge.fields.length),
    edge.categories.join(", "),
    LINE_STYLES[edge.evidence].words,
    edge.leaves ? "yes" : "no",
    edge.says.join("; "),
  ];
}

function elementRow(node: MapNode, heading: string): readonly string[] {
  return [
    heading,
    node.system,
    nameOf(node),
    node.categories.length > 0 && subOf(node) === node.categories.join(", ") ? node.kind : subOf(node),
    fillOf(node).words,
    node.categories.join(", "),
    node.findings ?? "none",
  ];
}
