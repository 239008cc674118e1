/** Turns the order that ELK found into places: lanes are columns, systems are frames, the whole fills the window. */
import type { MapView } from "../../server/contract.ts";
import type { Wishes } from "./elk-graph.ts";
import { gridOf, type SystemGrid } from "./grid.ts";
import type { Column } from "./lanes.ts";
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

export const LEAST_PITCH = 28;
const LOOSEST_PITCH = 66;
/** A short column is set wider, up to this many pitches, so that its lines part. */
const LOOSEST = 1.7;
/** Pixels of the lane headings, which stand over the picture. */
const HEADINGS = 52;
export const FRAME = { above: 40, below: 34, gap: 16 } as const;

/** `reserve` keeps columns free that may be needed later, so that nothing has to move aside then. */
export function layOut(
  view: Pick<MapView, "nodes" | "edges">,
  wishes: Wishes,
  window: WindowSize,
  reserve: readonly Column[] = [],
): Layout {
  const { systems, parts } = gridOf(view, wishes, reserve);
  const chrome = systems.length * (FRAME.above + FRAME.below + FRAME.gap);
  const steps = systems.reduce((sum, { rows }) => sum + rows - 1, 0);
  const free = Math.max(1, window.height - HEADINGS);
  const scale = Math.max(1, (chrome + steps * LEAST_PITCH) / free);
  const { tracks, width, unitsPerPixel } = tracksFor(parts, window.width, scale);
  const wide = (free * unitsPerPixel - chrome) / Math.max(1, steps);
  const pitch = Math.min(LOOSEST_PITCH, Math.max(LEAST_PITCH, wide));
  const points = new Map<string, Point>();
  const frames: Frame[] = [];
  let y = HEADINGS * unitsPerPixel;
  for (const grid of systems) {
    const room = (grid.rows - 1) * pitch;
    for (const [key, { x, y: offset }] of seats(grid, { tracks, wishes, pitch, room })) {
      points.set(key, { x, y: y + FRAME.above + offset });
    }
    const height = FRAME.above + room + FRAME.below;
    frames.push({ system: grid.system, y, height });
    y += height + FRAME.gap;
  }
  const dense = parts.some((each) => each.parts > 1);
  return { width, height: y, pitch, dense, tracks, bands: bandsOf(tracks, width), frames, points };
}

interface Room {
  readonly tracks: ReadonlyMap<Column, Track>;
  readonly wishes: Wishes;
  readonly pitch: number;
  readonly room: number;
}

/** Places of one system's nodes; y counts from the first row. */
function* seats(
  { columns }: SystemGrid,
  { tracks, wishes, pitch, room }: Room,
): Generator<readonly [string, Point]> {
  const all = [...columns.values()].flat(2).map((key) => wishes.get(key) ?? 0);
  const lowest = Math.min(...all);
  const span = Math.max(...all) - lowest;
  const stretched = (key: string): number =>
    span === 0 ? room / 2 : (((wishes.get(key) ?? 0) - lowest) / span) * room;
  for (const [column, parts] of columns) {
    const track = tracks.get(column);
    if (track === undefined) continue;
    const full = parts.length > 1 && parts.every((part) => part.length > 1);
    const rows = Math.max(...parts.map((part) => part.length));
    for (const [part, keys] of parts.entries()) {
      const loose = Math.max(pitch, Math.min(pitch * LOOSEST, room / Math.max(1, keys.length - 1)));
      const offsets = full
        ? staggered(keys.length, part, rows, room)
        : spread(keys.map(stretched), loose, room);
      for (const [row, key] of keys.entries()) {
        yield [key, { x: track.x + part * track.step, y: offsets[row] ?? 0 }];
      }
    }
  }
}

/** Even rows; every other part stands half a row lower, so that names run between the marks beside them. */
function staggered(count: number, part: number, rows: number, room: number): readonly number[] {
  const step = room / Math.max(1, rows - 0.5);
  return Array.from({ length: count }, (_, row) => (row + (part % 2) / 2) * step);
}
