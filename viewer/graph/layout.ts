/** Turns the order that ELK found into places: lanes are columns, systems are frames, the whole fills the window. */
import type { MapNode } from "../../server/contract.ts";
import type { Wishes } from "./elk-graph.ts";
import { columnOf, type Column } from "./lanes.ts";
import { spread } from "./spread.ts";
import { bandsOf, tracksFor, type LaneBand, type Track } from "./tracks.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly system: string;
  readonly y: number;
  readonly height: number;
}

/** Units are the window's pixels when the whole map is shown and fits; y grows downwards. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Least distance of two rows. */
  readonly pitch: number;
  /** A column had to be set in parts: marks are drawn smaller, so that names find room between them. */
  readonly dense: boolean;
  readonly tracks: ReadonlyMap<Column, Track>;
  readonly bands: readonly LaneBand[];
  readonly frames: readonly Frame[];
  readonly points: ReadonlyMap<string, Point>;
}

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** A column taller than this is set in several parts, side by side. */
export const MAX_ROWS = 24;
export const LEAST_PITCH = 28;
const LOOSEST_PITCH = 66;
/** A short column is set wider, up to this many pitches, so that its lines part. */
const LOOSEST = 1.7;
/** Pixels of the lane headings, which stand over the picture. */
const HEADINGS = 52;
export const FRAME = { above: 40, below: 34, gap: 16 } as const;

/** `reserve` keeps columns free that may be needed later, so that nothing has to move aside then. */
export function layOut(
  nodes: readonly MapNode[],
  wishes: Wishes,
  window: WindowSize,
  reserve: readonly Column[] = [],
): Layout {
  const systems = [...new Set(nodes.map(({ system }) => system))].sort();
  const grids = systems.map((system) => gridOf(nodes.filter((node) => node.system === system), wishes));
  const present = new Set([...reserve, ...grids.flatMap((grid) => [...grid.keys()])]);
  const parts = [...present].map((column) => ({
    column,
    parts: Math.max(1, ...grids.map((grid) => Math.ceil((grid.get(column)?.length ?? 0) / MAX_ROWS))),
  }));
  const partsOf = new Map(parts.map((each) => [each.column, each.parts]));
  const rows = grids.map((grid) =>
    Math.max(1, ...[...grid].map(([column, own]) => Math.ceil(own.length / (partsOf.get(column) ?? 1)))),
  );
  const chrome = systems.length * (FRAME.above + FRAME.below + FRAME.gap);
  const steps = rows.reduce((sum, count) => sum + count - 1, 0);
  const free = Math.max(1, window.height - HEADINGS);
  const scale = Math.max(1, (chrome + steps * LEAST_PITCH) / free);
  const { tracks, width, unitsPerPixel } = tracksFor(parts, window.width, scale);
  const top = HEADINGS * unitsPerPixel;
  const wide = (free * unitsPerPixel - chrome) / Math.max(1, steps);
  const pitch = Math.min(LOOSEST_PITCH, Math.max(LEAST_PITCH, wide));
  const points = new Map<string, Point>();
  const frames: Frame[] = [];
  let y = top;
  grids.forEach((grid, index) => {
    const room = ((rows[index] ?? 1) - 1) * pitch;
    const stretch = stretchOf(grid, wishes, room);
    for (const [column, own] of grid) {
      const track = tracks.get(column) as Track;
      for (let part = 0; part < track.parts; part += 1) {
        const some = own.filter((_, row) => row % track.parts === part);
        const loose = Math.max(pitch, Math.min(pitch * LOOSEST, room / Math.max(1, some.length - 1)));
        const offsets =
          own.length > MAX_ROWS
            ? staggered(some.length, part, Math.ceil(own.length / track.parts), room)
            : spread(some.map(({ key }) => stretch(wishes.get(key) ?? 0)), loose, room);
        some.forEach(({ key }, row) => {
          points.set(key, { x: track.x + part * track.step, y: y + FRAME.above + (offsets[row] ?? 0) });
        });
      }
    }
    const height = FRAME.above + room + FRAME.below;
    frames.push({ system: systems[index] ?? "", y, height });
    y += height + FRAME.gap;
  });
  const dense = parts.some((each) => each.parts > 1);
  return { width, height: y, pitch, dense, tracks, bands: bandsOf(tracks, width), frames, points };
}

/** Columns of one system, each ordered by wish. */
function gridOf(nodes: readonly MapNode[], wishes: Wishes): ReadonlyMap<Column, readonly MapNode[]> {
  const grid = new Map<Column, MapNode[]>();
  for (const node of nodes) {
    const column = columnOf(node);
    grid.set(column, [...(grid.get(column) ?? []), node]);
  }
  const wish = (key: string): number => wishes.get(key) ?? 0;
  for (const own of grid.values()) own.sort((a, b) => wish(a.key) - wish(b.key) || (a.key < b.key ? -1 : 1));
  return grid;
}

/** Even rows; every other part stands half a row lower, so that names run between the marks beside them. */
function staggered(count: number, part: number, rows: number, room: number): readonly number[] {
  const step = room / Math.max(1, rows - 0.5);
  return Array.from({ length: count }, (_, row) => (row + (part % 2) / 2) * step);
}

/** Stretches the wishes of one frame over its room. */
function stretchOf(
  grid: ReadonlyMap<Column, readonly MapNode[]>,
  wishes: Wishes,
  room: number,
): (wish: number) => number {
  const all = [...grid.values()].flat().map(({ key }) => wishes.get(key) ?? 0);
  const lowest = Math.min(...all);
  const span = Math.max(...all) - lowest;
  return (wish) => (span === 0 ? room / 2 : ((wish - lowest) / span) * room);
}
