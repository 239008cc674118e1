/** Draws the course of each edge between two boxes, and finds room for its label. */
import type { MapEdge } from "../map-view.ts";
import { BOX, type Box, type Layout } from "./layout.ts";
import { delicateFirst } from "../category-family.ts";
import { SENSITIVITIES } from "../strength.ts";

type Point = readonly [x: number, y: number];

export interface Line {
  readonly edge: MapEdge;
  readonly curve: readonly [Point, Point, Point, Point];
  /** Where the label fits without covering a box or another label; `null` when nowhere. */
  readonly label: {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  } | null;
}

/** With more lines than this only those from and to parties have labels, and all are drawn paler. */
export const CROWDED = 150;

const LABEL = { height: 13, character: 5.1, padding: 6 } as const;
/** Room the arrowhead needs before the box. */
const HEAD = 9;

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function linesOf(edges: readonly MapEdge[], layout: Layout): readonly Line[] {
  const courses = edges.flatMap((edge) => {
    const from = layout.boxes.get(edge.source);
    const to = layout.boxes.get(edge.target);
    return from === undefined || to === undefined ? [] : [{ edge, from, to, side: sideOf(from, to) }];
  });
  type Course = (typeof courses)[number];
  const ports = new Map<string, Map<MapEdge, number>>();
  const side = (box: Box, which: "left" | "right"): string => `${which} ${box.node.key}`;
  const assign = (key: string, ends: readonly { edge: MapEdge; other: number }[]): void => {
    const sorted = [...ends].sort((a, b) => a.other - b.other || (a.edge.key < b.edge.key ? -1 : 1));
    ports.set(
      key,
      new Map(sorted.map(({ edge }, index) => [edge, ((index + 1) / (sorted.length + 1)) * BOX.height])),
    );
  };
  const bySide = new Map<string, { edge: MapEdge; other: number }[]>();
  const put = (key: string, edge: MapEdge, other: number): void => {
    bySide.set(key, [...(bySide.get(key) ?? []), { edge, other }]);
  };
  for (const {
    edge,
    from,
    to,
    side: [out, into],
  } of courses) {
    put(side(from, out), edge, to.y);
    put(side(to, into), edge, from.y);
  }
  for (const [key, ends] of bySide) assign(key, ends);
  const port = (box: Box, which: "left" | "right", edge: MapEdge): Point => [
    which === "left" ? box.x : box.x + BOX.width,
    box.y + (ports.get(side(box, which))?.get(edge) ?? BOX.height / 2),
  ];
  const curveOf = ({ edge, from, to, side: [out, into] }: Course): Line["curve"] => {
    const [x1, y1] = port(from, out, edge);
    const [atBox, y2] = port(to, into, edge);
    const x2 = into === "left" ? atBox - HEAD : atBox + HEAD;
    const reach =
      out === into ? 34 + Math.min(60, Math.abs(y2 - y1) / 8) : Math.max(36, Math.abs(x2 - x1) * 0.45);
    return [
      [x1, y1],
      [x1 + (out === "right" ? reach : -reach), y1],
      [x2 + (into === "right" ? reach : -reach), y2],
      [x2, y2],
    ];
  };
  return labelled(
    courses.map((course) => ({ edge: course.edge, curve: curveOf(course) })),
    layout,
  );
}

/** Sides an edge leaves and enters by: it runs to the right, or back to the left, or around within a column. */
function sideOf(from: Box, to: Box): readonly ["left" | "right", "left" | "right"] {
  if (from.column === to.column) return ["right", "right"];
  return from.x < to.x ? ["right", "left"] : ["left", "right"];
}

function labelled(
  lines: readonly { edge: MapEdge; curve: Line["curve"] }[],
  layout: Layout,
): readonly Line[] {
  const taken: Rect[] = [...layout.boxes.values()].map(({ x, y }) => ({
    x,
    y,
    width: BOX.width,
    height: BOX.height,
  }));
  const labels = new Map<MapEdge, Line["label"]>();
  const crowded = lines.length > CROWDED;
  for (const { edge, curve } of [...lines].sort((a, b) => compareEdges(a.edge, b.edge))) {
    if (crowded && !edge.leaves && !touchesParty(edge, layout)) continue;
    const text = edgeLabel(edge);
    const width = text.length * LABEL.character + LABEL.padding;
    const spot = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]
      .map((at) => pointAt(curve, at))
      .map(([x, y]): Rect => ({ x: x - width / 2, y: y - LABEL.height - 1, width, height: LABEL.height }))
      .find((rect) => !taken.some((other) => overlap(rect, other)));
    if (spot === undefined) continue;
    taken.push(spot);
    labels.set(edge, { text, x: spot.x, y: spot.y, width });
  }
  return lines.map(({ edge, curve }) => ({ edge, curve, label: labels.get(edge) ?? null }));
}

function touchesParty({ source, target }: MapEdge, { boxes }: Layout): boolean {
  return [source, target].some((key) => {
    const lane = boxes.get(key)?.node.lane;
    return lane === "origin" || lane === "recipient";
  });
}

/** What leaves and what is delicate gets its label first. */
function compareEdges(a: MapEdge, b: MapEdge): number {
  return (
    Number(b.leaves) - Number(a.leaves) ||
    SENSITIVITIES.indexOf(b.sensitivity) - SENSITIVITIES.indexOf(a.sensitivity) ||
    b.fields.length - a.fields.length ||
    (a.key < b.key ? -1 : 1)
  );
}

/** `email, phone +3`, or how many fields when they have no category. */
export function edgeLabel(edge: MapEdge): string {
  const { categories, fields, untold } = edge;
  if (categories.length === 0) return untold ? "?" : String(fields.length);
  const shown = delicateFirst(categories).slice(0, 2).join(", ");
  return categories.length > 2 ? `${shown} +${categories.length - 2}` : shown;
}

function pointAt([a, b, c, d]: Line["curve"], t: number): Point {
  const mix = (p: number, q: number, r: number, s: number): number =>
    (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
  return [mix(a[0], b[0], c[0], d[0]), mix(a[1], b[1], c[1], d[1])];
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
