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
/** Least room between two columns: a short name under its mark. */
const LEAST_GAP = 92;
/** Gaps in proportion: lines between lanes need more room than those within one. */
const WEIGHTS = { part: 1, column: 1, lane: 1.25 } as const;

export interface ColumnParts {
  readonly column: Column;
  readonly parts: number;
}

export function tracksFor(
  present: readonly ColumnParts[],
  width: number,
): { readonly tracks: ReadonlyMap<Column, Track>; readonly width: number } {
  const columns = [...present].sort((a, b) => COLUMNS.indexOf(a.column) - COLUMNS.indexOf(b.column));
  const left = columns[0]?.column === "origin" ? OUTER_MARGIN : INNER_MARGIN;
  const right = columns.at(-1)?.column === "recipient" ? OUTER_MARGIN : INNER_MARGIN;
  let weight = 0;
  columns.forEach(({ column, parts }, index) => {
    weight += (parts - 1) * WEIGHTS.part + gapAfter(column, columns[index + 1]?.column);
  });
  const unit = weight === 0 ? 0 : Math.max(LEAST_GAP, (width - left - right) / weight);
  const tracks = new Map<Column, Track>();
  let x = left;
  columns.forEach(({ column, parts }, index) => {
    const step = WEIGHTS.part * unit;
    tracks.set(column, { x, step, parts });
    x += (parts - 1) * step + gapAfter(column, columns[index + 1]?.column) * unit;
  });
  return { tracks, width: Math.max(width, x + right) };
}

function gapAfter(column: Column, next: Column | undefined): number {
  if (next === undefined) return 0;
  return laneOf(column) === laneOf(next) ? WEIGHTS.column : WEIGHTS.lane;
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
