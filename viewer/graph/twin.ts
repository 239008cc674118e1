/** The table twin of the picture: the same rows under the same filters, for those who read rather than look. */
import type { MapEdge, MapNode } from "../../server/contract.ts";
import { LANES } from "./lanes.ts";
import { fillOf, LINE_STYLES, worstOf } from "./marks.ts";
import { fieldCount, kindOf, nameOf } from "./words.ts";

export interface TwinRow {
  readonly key: string;
  readonly cells: readonly string[];
}

export interface Twin {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TwinRow[];
}

const FLOW_COLUMNS = ["From", "To", "Fields", "Categories", "Evidence", "Leaves", "What happens"] as const;
const ELEMENT_COLUMNS = ["Name", "Lane", "System", "Kind", "Sensitivity", "Categories", "Findings"] as const;

/** Elements by lane, as the picture reads. */
export function elementTwin(nodes: readonly MapNode[]): Twin {
  const rows = LANES.flatMap(({ lane, heading }) =>
    nodes
      .filter((node) => node.lane === lane)
      .map((node) => ({
        key: node.key,
        cells: [
          nameOf(node),
          heading,
          node.system,
          kindOf(node),
          fillOf(node).words,
          node.categories.join(", "),
          worstOf(node.findings) ?? "none",
        ],
      })),
  );
  return { caption: "Elements", columns: ELEMENT_COLUMNS, rows };
}

export function flowTwin(nodes: readonly MapNode[], edges: readonly MapEdge[]): Twin {
  const names = new Map(nodes.map((node) => [node.key, nameOf(node)]));
  const rows = edges.map((edge) => ({
    key: edge.key,
    cells: [
      names.get(edge.source) ?? edge.source,
      names.get(edge.target) ?? edge.target,
      fieldCount(edge),
      edge.categories.join(", "),
      LINE_STYLES[edge.evidence].words,
      edge.leaves ? "yes" : "no",
      edge.says.replaceAll("\n", "; "),
    ],
  }));
  return { caption: "Flows", columns: FLOW_COLUMNS, rows };
}
