/** Decides which names fit on the picture: the more relevant first, none over a mark or another name. */
import type { MapEdge, MapNode } from "../../server/contract.ts";
import { worstOf } from "./marks.ts";

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Side = "left" | "right" | "below";

const HEIGHT = 11;
const GAP = 4;
/** Rows must be this far apart, in pixels, for names to stand under their marks. */
const ROOM_BELOW = 42;

export function sideOf({ lane, kind }: Pick<MapNode, "lane" | "kind">, rowDistance: number): Side {
  if (lane === "origin") return "left";
  // Opened fields stand close under each other.
  if (lane === "recipient" || kind === "field") return "right";
  return rowDistance >= ROOM_BELOW ? "below" : "right";
}

/** Box of a name of `width` pixels beside a mark of half-size `size` at `x`, `y`. */
export function nameBox(side: Side, x: number, y: number, size: number, width: number): Rect {
  switch (side) {
    case "left":
      return { x: x - size - GAP - width, y: y - HEIGHT / 2, width, height: HEIGHT };
    case "right":
      return { x: x + size + GAP, y: y - HEIGHT / 2, width, height: HEIGHT };
    case "below":
      return { x: x - width / 2, y: y + size + GAP - 1, width, height: HEIGHT };
    default:
      return side satisfies never;
  }
}

interface Candidate {
  readonly key: string;
  readonly box: Rect;
  /** Stands in any case. */
  readonly strong: boolean;
}

/** Of each key the first candidate that finds room, in the order given; `taken` are the marks. */
export function withoutOverlap<T extends Candidate>(candidates: readonly T[], taken: readonly Rect[]): T[] {
  const standing = [...taken];
  const kept = new Map<string, T>();
  for (const candidate of candidates) {
    const { key, box, strong } = candidate;
    if (kept.has(key) || (!strong && standing.some((other) => overlap(other, box)))) continue;
    standing.push(box);
    kept.set(key, candidate);
  }
  return [...kept.values()];
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const SENSITIVITIES: readonly MapNode["sensitivity"][] = ["ordinary", "sensitive", "secret", "art10", "art9"];
const SEVERITIES = [null, "info", "warning", "error"] as const;

/** Keys by relevance: sensitivity, then findings, then number of flows. */
export function byRelevance(nodes: readonly MapNode[], edges: readonly MapEdge[]): readonly string[] {
  const flows = new Map<string, number>();
  for (const { source, target } of edges) {
    flows.set(source, (flows.get(source) ?? 0) + 1);
    flows.set(target, (flows.get(target) ?? 0) + 1);
  }
  return [...nodes]
    .sort(
      (a, b) =>
        SENSITIVITIES.indexOf(b.sensitivity) - SENSITIVITIES.indexOf(a.sensitivity) ||
        SEVERITIES.indexOf(worstOf(b.findings)) - SEVERITIES.indexOf(worstOf(a.findings)) ||
        (flows.get(b.key) ?? 0) - (flows.get(a.key) ?? 0) ||
        (a.key < b.key ? -1 : 1),
    )
    .map(({ key }) => key);
}
