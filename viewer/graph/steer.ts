/** Walks over the map with the arrow keys: along a column, or to the next column at about the same height. */
import type { Point } from "./layout.ts";

export type Direction = "up" | "down" | "left" | "right" | "first" | "last";

const SAME_COLUMN = 1;

/** Key of the node in that direction; the same key at the border, the topmost of the leftmost column to begin with. */
export function steer(
  points: ReadonlyMap<string, Point>,
  from: string | null,
  direction: Direction,
): string | null {
  const all = [...points].sort(([keyA, a], [keyB, b]) => a.x - b.x || a.y - b.y || (keyA < keyB ? -1 : 1));
  const here = from === null ? undefined : points.get(from);
  if (here === undefined || direction === "first") return all[0]?.[0] ?? null;
  if (direction === "last") return all.at(-1)?.[0] ?? null;
  const across = direction === "left" || direction === "right";
  const sign = direction === "right" || direction === "down" ? 1 : -1;
  const ahead = all.filter(([, { x, y }]) =>
    across
      ? (x - here.x) * sign > SAME_COLUMN
      : Math.abs(x - here.x) <= SAME_COLUMN && (y - here.y) * sign > 0,
  );
  const nearest = across ? Math.min(...ahead.map(([, { x }]) => Math.abs(x - here.x))) : 0;
  const column = across ? ahead.filter(([, { x }]) => Math.abs(x - here.x) <= nearest + SAME_COLUMN) : ahead;
  let best: string | null = from;
  let distance = Infinity;
  for (const [key, { y }] of column) {
    if (Math.abs(y - here.y) >= distance) continue;
    distance = Math.abs(y - here.y);
    best = key;
  }
  return best;
}
