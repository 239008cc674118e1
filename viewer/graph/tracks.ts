/** Where the columns of the map stand from left to right. */
import { COLUMNS, LANES, laneOf, type Column, type Lane } from "./lanes.ts";

export interface Track {
  /** Middle of the first part. */
  readonly x: number;
  /** Distance between the parts of a column that is set in several. */
  readonly step: number;
  readonly parts: number;
}

export interface LaneBand {
  readonly lane: Lane;
  readonly heading: string;
  readonly asks: string;
  readonly from: number;
  readonly to: number;
}

/** Names of origins stand left of their marks, names of recipients right of them. */
const OUTER_MARGIN = 152;
const INNER_MARGIN = 70;
/** Least room between two columns: a mark with a line to the next. */
const LEAST_GAP = 76;
/** Gaps in proportion: lines between lanes need more room than those within one, names of fields stand beside them. */
const WEIGHTS = { part: 1, column: 1, field: 1.4, lane: 1.25 } as const;

export interface Tracks {
  readonly tracks: ReadonlyMap<Column, Track>;
  readonly width: number;
  /** Units of the map to one pixel when all of it is shown. */
  readonly unitsPerPixel: number;
}

export interface ColumnParts {
  readonly column: Column;
  readonly parts: number;
}

/**
 * The columns over a window of `width` pixels, at least `scale` units a pixel. Margins are for names, which do not grow
 * with zoom: they are given in pixels and kept at the scale that comes out.
 */
export function tracksFor(present: readonly ColumnParts[], width: number, scale: number): Tracks {
  const columns = [...present].sort((a, b) => COLUMNS.indexOf(a.column) - COLUMNS.indexOf(b.column));
  const left = columns[0]?.column === "origin" ? OUTER_MARGIN : INNER_MARGIN;
  const right = columns.at(-1)?.column === "recipient" ? OUTER_MARGIN : INNER_MARGIN;
  const free = Math.max(LEAST_GAP, width - left - right);
  const weight = columns.reduce(
    (sum, { column, parts }, index) =>
      sum + (parts - 1) * WEIGHTS.part + gapAfter(column, columns[index + 1]?.column),
    0,
  );
  const unitsPerPixel = Math.max(scale, (weight * LEAST_GAP) / free);
  const unit = weight === 0 ? 0 : (free * unitsPerPixel) / weight;
  const tracks = new Map<Column, Track>();
  let x = left * unitsPerPixel + (weight === 0 ? (free * unitsPerPixel) / 2 : 0);
  columns.forEach(({ column, parts }, index) => {
    const step = WEIGHTS.part * unit;
    tracks.set(column, { x, step, parts });
    x += (parts - 1) * step + gapAfter(column, columns[index + 1]?.column) * unit;
  });
  return { tracks, width: width * unitsPerPixel, unitsPerPixel };
}

function gapAfter(column: Column, next: Column | undefined): number {
  if (next === undefined) return 0;
  if (laneOf(column) !== laneOf(next)) return WEIGHTS.lane;
  return column === "field" ? WEIGHTS.field : WEIGHTS.column;
}

/** Bands from edge to edge; two lanes meet half-way between their columns. */
export function bandsOf(tracks: ReadonlyMap<Column, Track>, width: number): readonly LaneBand[] {
  const spans = LANES.flatMap((lane) => {
    const own = [...tracks].filter(([column]) => laneOf(column) === lane.lane).map(([, track]) => track);
    const first = own[0];
    const last = own.at(-1);
    if (first === undefined || last === undefined) return [];
    return [{ ...lane, first: first.x, last: last.x + (last.parts - 1) * last.step }];
  });
  return spans.map(({ lane, heading, asks, first, last }, index) => {
    const before = spans[index - 1];
    const after = spans[index + 1];
    return {
      lane,
      heading,
      asks,
      from: before === undefined ? 0 : (before.last + first) / 2,
      to: after === undefined ? width : (last + after.first) / 2,
    };
  });
}
