/** How each node and edge looks, as a function of what it is and of where the eye is; the graph itself never changes. */
import type { MapEdge, MapNode } from "../../server/contract.ts";
import type { Layout } from "./layout.ts";
import { fillOf, lineWidth, PATTERN_ORDER, RING_ORDER, SHAPE_ORDER, shapeOf, worstOf } from "./marks.ts";
import type { Bright } from "./selection.ts";
import type { Theme } from "./theme.ts";

/** Where the eye is: what stays bright (`null` for everything), and what it rests on. */
export interface Focus {
  readonly bright: Bright | null;
  readonly selected: string | null;
  readonly hovered: string | null;
}

export interface NodeLook {
  readonly type: "mark";
  readonly size: number;
  readonly fill: string;
  readonly outline: string;
  /** Indices into the orders of marks.ts, packed for the shader. */
  readonly style: number;
  readonly alpha: number;
  readonly zIndex: number;
}

export interface EdgeLook {
  readonly type: "line";
  readonly size: number;
  readonly colour: string;
  readonly head: string;
  readonly headSize: number;
  /** 0 whole, 1 declared only, 2 claimed, 3 double, 4 from code. */
  readonly dash: number;
  readonly alpha: number;
  readonly zIndex: number;
}

export const FADED = { node: 0.2, edge: 0.09, crowded: 0.04, quiet: 0.015 } as const;
const REST = { edge: 0.85, crowded: 0.6, quiet: 0.08 } as const;
/** With more lines than this they are drawn paler, so that marks and names stay readable. */
export const CROWDED = 150;
const SIZES: Readonly<Record<MapNode["kind"], number>> = {
  system: 17,
  module: 14,
  entity: 11,
  field: 8.5,
  store: 11,
  movement: 10.5,
  party: 11.5,
  fold: 12,
};

const DENSE = 0.75;

/** How close marks stand: side by side in parts of a column, and one below the other. */
export type Rows = Pick<Layout, "dense" | "pitch">;

/** Half the size of a mark, in pixels at any zoom; a system's is no larger than the rows it stands in. */
export function sizeOf({ kind }: Pick<MapNode, "kind">, { dense, pitch }: Rows): number {
  return Math.min(SIZES[kind] * (dense ? DENSE : 1), pitch / 2);
}

export function nodeLook(
  node: MapNode,
  { bright, selected, hovered }: Focus,
  theme: Theme,
  rows: Rows,
): NodeLook {
  const fill = fillOf(node);
  const shown = bright === null || bright.nodes.has(node.key);
  const eyed = node.key === selected || node.key === hovered;
  return {
    type: "mark",
    size: sizeOf(node, rows),
    fill: fill.colour,
    outline: eyed ? theme.accent : theme.outline,
    style: packStyle(
      SHAPE_ORDER.indexOf(shapeOf(node)),
      PATTERN_ORDER.indexOf(fill.pattern),
      RING_ORDER.indexOf(worstOf(node.findings)),
    ),
    alpha: shown ? 1 : FADED.node,
    zIndex: eyed ? 2 : shown ? 1 : 0,
  };
}

/** Three small numbers in one float; the shader takes them apart again. */
export function packStyle(shape: number, pattern: number, ring: number): number {
  return shape + 8 * pattern + 64 * ring;
}

export interface Crowd {
  /** Lines on the whole picture. */
  readonly lines: number;
  readonly quiet: ReadonlySet<string>;
}

export function edgeLook(edge: MapEdge, { bright }: Focus, theme: Theme, { lines, quiet }: Crowd): EdgeLook {
  const lit = bright?.edges.has(edge.key) ?? false;
  const crowd = lines <= CROWDED || edge.leaves ? "edge" : quiet.has(edge.key) ? "quiet" : "crowded";
  return {
    type: "line",
    size: lineWidth(edge.fields.length) + (lit ? 0.6 : 0),
    colour: edge.kind === "shows" ? theme.lineCopy : edge.leaves ? theme.lineOut : theme.line,
    head: edge.leaves ? theme.headOut : theme.line,
    headSize: edge.leaves ? 11 : 7.5,
    dash: dashOf(edge.evidence),
    alpha: lit ? 1 : (bright === null ? REST : FADED)[crowd],
    zIndex: lit ? 2 : edge.leaves ? 1 : 0,
  };
}

function dashOf(evidence: MapEdge["evidence"]): number {
  switch (evidence) {
    case "both":
      return 0;
    case "declared":
      return 1;
    case "claimed":
      return 2;
    case "observed":
      return 3;
    case "code":
      return 4;
    default:
      return evidence satisfies never;
  }
}
