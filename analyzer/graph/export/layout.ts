/** Places the nodes of a view on paper: lanes are columns, systems are frames under each other. */
import type { MapNode, MapView } from "../map-view.ts";
import { columnOrder, framesOf, laneOf, mean, neighboursOf, type Column, type Frame } from "./columns.ts";
import { LANES } from "./lanes.ts";

export const BOX = { width: 196, height: 38, gap: 10 } as const;
/** Room for lines between lanes, and between the columns of one lane. */
const LANE_GAP = 128;
const COLUMN_GAP = 96;
const FRAME_PADDING = 18;
const FRAME_HEADING = 22;
const FRAME_GAP = 26;
/** A column taller than this is set in several, side by side. */
const MAX_ROWS = 30;
const WRAP_STEP = BOX.width + 22;
const PITCH = BOX.height + BOX.gap;
/** A short column is set wider, up to this many pitches, so that its lines part. */
const LOOSEST = 1.6;

export interface Box {
  readonly node: MapNode;
  readonly column: Column;
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly {
    readonly heading: string;
    readonly asks: string;
    readonly x: number;
    readonly width: number;
  }[];
  readonly frames: readonly { readonly system: string; readonly y: number; readonly height: number }[];
  readonly boxes: ReadonlyMap<string, Box>;
}

/** Deterministic; `top` is the free space above, for the title and lane headings. */
export function layOut(view: MapView, top: number): Layout {
  const frames = framesOf(view);
  const columns = columnOrder(frames.flatMap((frame) => [...frame.columns.keys()]));
  const tracks = tracksOf(frames, columns);
  const neighbours = neighboursOf(view);
  const boxes = new Map<string, Box>();
  const centres = new Map<string, number>();
  const drawn: { system: string; y: number; height: number }[] = [];
  let y = top;
  for (const frame of frames) {
    const { rows, stores } = rowsOf(frame);
    const height = rows * PITCH - BOX.gap;
    const start = y + FRAME_HEADING + FRAME_PADDING;
    for (const column of placingOrder(frame)) {
      const nodes = frame.columns.get(column) ?? [];
      const track = tracks.get(column) as Track;
      const wrapped = Math.ceil(nodes.length / MAX_ROWS);
      const above = column === "store" ? (rows - stores) * PITCH : 0;
      const room = height - above - (laneOf(column) === "keep" && column !== "store" ? stores * PITCH : 0);
      for (let part = 0; part < wrapped; part += 1) {
        const some = nodes.filter((_, index) => index % wrapped === part);
        const wishes = some.map(
          ({ key }) =>
            (mean(neighbours.get(key), centres) ?? start + height / 2) - start - above - BOX.height / 2,
        );
        spread(wishes, room - BOX.height).forEach((offset, index) => {
          const node = some[index] as MapNode;
          boxes.set(node.key, {
            node,
            column,
            x: track.x + part * WRAP_STEP,
            y: Math.round(start + above + offset),
          });
        });
      }
      for (const { key } of nodes) centres.set(key, (boxes.get(key) as Box).y + BOX.height / 2);
    }
    const whole = FRAME_HEADING + height + 2 * FRAME_PADDING;
    drawn.push({ system: frame.system, y, height: whole });
    y += whole + FRAME_GAP;
  }
  const last = tracks.get(columns.at(-1) ?? "entity");
  const width = last === undefined ? 0 : last.x + last.width + 2 * FRAME_PADDING;
  return { width, height: y - FRAME_GAP, lanes: lanesOf(tracks), frames: drawn, boxes };
}

interface Track {
  readonly x: number;
  readonly width: number;
}

function tracksOf(frames: readonly Frame[], columns: readonly Column[]): ReadonlyMap<Column, Track> {
  const tracks = new Map<Column, Track>();
  let x = 2 * FRAME_PADDING;
  columns.forEach((column, index) => {
    const most = Math.max(...frames.map((frame) => frame.columns.get(column)?.length ?? 0));
    const width = BOX.width + (Math.ceil(most / MAX_ROWS) - 1) * WRAP_STEP;
    const next = columns[index + 1];
    tracks.set(column, { x, width });
    x += width + (next !== undefined && laneOf(next) === laneOf(column) ? COLUMN_GAP : LANE_GAP);
  });
  return tracks;
}

function lanesOf(tracks: ReadonlyMap<Column, Track>): Layout["lanes"] {
  return LANES.flatMap(({ lane, heading, asks }) => {
    const own = [...tracks].filter(([column]) => laneOf(column) === lane).map(([, track]) => track);
    const first = own[0];
    const last = own.at(-1);
    if (first === undefined || last === undefined) return [];
    return [{ heading, asks, x: first.x, width: last.x + last.width - first.x }];
  });
}

/** Rows of a frame. Stores stand below what they keep, so that lines from entities to movements run free above them. */
function rowsOf({ columns }: Frame): { readonly rows: number; readonly stores: number } {
  const rowsIn = (column: Column): number => Math.min(columns.get(column)?.length ?? 0, MAX_ROWS);
  const kept = Math.max(rowsIn("entity"), rowsIn("field"));
  const stores = kept === 0 ? 0 : rowsIn("store");
  const others = Math.max(...[...columns.keys()].map(rowsIn));
  return { rows: Math.max(others, kept + stores), stores };
}

/** The tallest column first, then outwards from it: each column goes where its neighbours already are. */
function placingOrder(frame: Frame): readonly Column[] {
  const present = columnOrder(frame.columns.keys());
  const sizes = present.map((column) => frame.columns.get(column)?.length ?? 0);
  const centre = sizes.indexOf(Math.max(...sizes));
  return [...present.keys()]
    .sort((a, b) => Math.abs(a - centre) - Math.abs(b - centre) || a - b)
    .map((index) => present[index] as Column);
}

/**
 * Offsets in the given order, at least one pitch apart and within the frame, as near to the wishes as a sum of squares
 * can be (pool adjacent violators).
 */
function spread(wishes: readonly number[], room: number): readonly number[] {
  const pitch = Math.max(PITCH, Math.min(PITCH * LOOSEST, room / Math.max(1, wishes.length - 1)));
  const pools: { sum: number; count: number }[] = [];
  wishes.forEach((wish, index) => {
    let pool = { sum: wish - index * pitch, count: 1 };
    for (let above = pools.at(-1); above !== undefined; above = pools.at(-1)) {
      if (above.sum / above.count <= pool.sum / pool.count) break;
      pool = { sum: above.sum + pool.sum, count: above.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const highest = Math.max(0, room - (wishes.length - 1) * pitch);
  return pools
    .flatMap(({ sum, count }) =>
      Array.from({ length: count }, () => Math.min(highest, Math.max(0, sum / count))),
    )
    .map((offset, index) => offset + index * pitch);
}
