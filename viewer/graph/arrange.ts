/** Adds what was opened to a layout without moving what stands: only frames below make room when they must. */
import type { MapEdge, MapNode } from "../../server/contract.ts";
import { columnOf, type Column } from "./lanes.ts";
import { FRAME, LEAST_PITCH, type Frame, type Layout, type Point } from "./layout.ts";
import { fitBetween, spread } from "./spread.ts";
import type { Track } from "./tracks.ts";

/** Rows of opened fields stand closer than the rows of a resting map. */
const OPENED_PITCH = 30;

/** The layout of exactly these nodes; those the ground does not know stand beside their parent or their neighbours. */
export function arrange(ground: Layout, nodes: readonly MapNode[], edges: readonly MapEdge[]): Layout {
  const points = new Map<string, Point>();
  const newcomers: MapNode[] = [];
  for (const node of nodes) {
    const point = ground.points.get(node.key);
    if (point === undefined) newcomers.push(node);
    else points.set(node.key, point);
  }
  if (newcomers.length === 0) return { ...ground, points };
  const frames: Frame[] = [];
  const shifts = new Map<string, number>();
  const systemOf = new Map(nodes.map(({ key, system }) => [key, system]));
  let shift = 0;
  for (const frame of framesFor(ground, newcomers)) {
    shifts.set(frame.system, shift);
    const own = newcomers.filter(({ system }) => system === frame.system);
    const standing = [...points].filter(([key]) => systemOf.get(key) === frame.system);
    const lowest = seat(own, frame, new Map(standing), { ground, edges, points });
    const grown = Math.max(0, lowest + FRAME.below - (frame.y + frame.height));
    frames.push({ ...frame, y: frame.y + shift, height: frame.height + grown });
    shift += grown;
  }
  const moved = new Map<string, Point>();
  for (const [key, point] of points) {
    moved.set(key, { ...point, y: point.y + (shifts.get(systemOf.get(key) ?? "") ?? 0) });
  }
  return { ...ground, points: moved, frames, height: ground.height + shift };
}

/** A system that shows up only now gets its frame at the bottom. */
function framesFor({ frames, height }: Layout, newcomers: readonly MapNode[]): readonly Frame[] {
  const known = new Set(frames.map(({ system }) => system));
  const others = [...new Set(newcomers.map(({ system }) => system))]
    .filter((each) => !known.has(each))
    .sort();
  const own = FRAME.above + FRAME.below;
  return [
    ...frames,
    ...others.map((system, index) => ({ system, y: height + index * (own + FRAME.gap), height: own })),
  ];
}

interface Surroundings {
  readonly ground: Layout;
  readonly edges: readonly MapEdge[];
  /** Points so far; the seats are added. */
  readonly points: Map<string, Point>;
}

/** Seats newcomers column by column and returns the lowest seat's y. */
function seat(
  newcomers: readonly MapNode[],
  frame: Frame,
  standing: ReadonlyMap<string, Point>,
  { ground, edges, points }: Surroundings,
): number {
  const top = frame.y + FRAME.above;
  const room = frame.height - FRAME.above - FRAME.below;
  let lowest = frame.y;
  for (const column of new Set(newcomers.map(columnOf))) {
    const own = newcomers
      .filter((node) => columnOf(node) === column)
      .map((node) => ({ key: node.key, wish: wishOf(node, edges, points) - top }))
      .sort((a, b) => a.wish - b.wish || (a.key < b.key ? -1 : 1));
    const x = xOf(column, ground);
    const taken = [...standing.values()].filter((point) => point.x === x).map(({ y }) => y - top);
    const pitch = Math.max(LEAST_PITCH, Math.min(ground.pitch, OPENED_PITCH));
    const wishes = own.map(({ wish }) => (Number.isFinite(wish) ? wish : room / 2));
    const offsets =
      taken.length === 0
        ? spread(wishes, pitch, Math.max(room, (own.length - 1) * pitch))
        : fitBetween(taken, wishes, pitch);
    own.forEach(({ key }, index) => {
      const y = top + (offsets[index] ?? 0);
      points.set(key, { x, y });
      lowest = Math.max(lowest, y);
    });
  }
  return lowest;
}

function xOf(column: Column, { tracks, width }: Layout): number {
  const track: Track | undefined = tracks.get(column);
  return track === undefined ? width / 2 : track.x;
}

/** Beside the parent; else at the mean height of what it is tied to; not a number when nothing is known. */
function wishOf(node: MapNode, edges: readonly MapEdge[], points: ReadonlyMap<string, Point>): number {
  const parent = node.parent === null ? undefined : points.get(node.parent);
  if (parent !== undefined) return parent.y;
  const ties = edges.flatMap(({ source, target }) => {
    const other = source === node.key ? target : target === node.key ? source : null;
    const point = other === null ? undefined : points.get(other);
    return point === undefined ? [] : [point.y];
  });
  return ties.reduce((sum, y) => sum + y, 0) / ties.length;
}
