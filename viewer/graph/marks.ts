/** The marks of the map: shape says what it is, fill, pattern and letter how delicate, ring what was found. */
import type { MapEdge, MapNode } from "../../server/contract.ts";

/** In the order of the numbers the shader knows them by. */
export const SHAPE_ORDER = ["round", "rhombus", "square", "page", "clock", "drum", "stack"] as const;
export type Shape = (typeof SHAPE_ORDER)[number];

export const PATTERN_ORDER = ["none", "stripes", "crossed", "dots"] as const;

export interface Fill {
  readonly letter: string;
  readonly words: string;
  readonly colour: string;
  readonly pattern: (typeof PATTERN_ORDER)[number];
}

export const FILLS = {
  none: { letter: "–", words: "no personal data known", colour: "#ffffff", pattern: "none" },
  "free-text": { letter: "?", words: "may contain personal data", colour: "#e4e7ec", pattern: "none" },
  ordinary: { letter: "O", words: "ordinary", colour: "#bcd9f2", pattern: "none" },
  sensitive: { letter: "S", words: "sensitive", colour: "#ffd89a", pattern: "stripes" },
  art9: { letter: "9", words: "special category (Art. 9)", colour: "#f4a9a3", pattern: "crossed" },
  art10: { letter: "10", words: "criminal convictions (Art. 10)", colour: "#d9b3ea", pattern: "crossed" },
  secret: { letter: "K", words: "secret (key, password)", colour: "#b9c0a2", pattern: "dots" },
} as const satisfies Readonly<Record<string, Fill>>;

export const PATTERN_COLOURS = {
  none: "#000000",
  stripes: "#b7791f",
  crossed: "#a12a20",
  dots: "#4c5630",
} as const;

export const SHAPES: readonly (readonly [shape: Shape, words: string])[] = [
  ["round", "party"],
  ["rhombus", "movement"],
  ["square", "entity, field, module, system"],
  ["drum", "store"],
  ["page", "log"],
  ["clock", "history"],
  ["stack", "folded group"],
];

export type Worst = "error" | "warning" | "info";

/** Dashes along the ring: drawn and left out, in units of the mark's box of 24. */
export const RINGS = {
  error: { colour: "#c62828", dash: null },
  warning: { colour: "#d97706", dash: [5, 2] },
  info: { colour: "#2563eb", dash: [1.5, 2] },
} as const satisfies Readonly<Record<Worst, { colour: string; dash: readonly [number, number] | null }>>;

export const RING_ORDER = [null, "error", "warning", "info"] as const;

export const LINE_STYLES = {
  declared: { dash: [7, 4], words: "declared, not observed" },
  claimed: { dash: [1.5, 4], words: "claimed by the vendor" },
  code: { dash: [7, 3, 1.5, 3], words: "from code" },
  both: { dash: null, words: "declared and observed" },
  observed: { dash: null, words: "observed, not declared" },
} as const satisfies Readonly<Record<MapEdge["evidence"], { dash: readonly number[] | null; words: string }>>;

export function fillOf({ personal, sensitivity }: Pick<MapNode, "personal" | "sensitivity">): Fill {
  if (sensitivity !== "ordinary" || personal === "yes" || personal === "person-link")
    return FILLS[sensitivity];
  return personal === "may-contain" ? FILLS["free-text"] : FILLS.none;
}

export function shapeOf({ kind, sort }: Pick<MapNode, "kind" | "sort">): Shape {
  switch (kind) {
    case "party":
      return "round";
    case "movement":
      return "rhombus";
    case "store":
      if (sort === "history") return "clock";
      return sort.endsWith("-log") || sort === "statistics" ? "page" : "drum";
    case "fold":
      return "stack";
    case "system":
    case "module":
    case "entity":
    case "field":
      return "square";
    default:
      return kind satisfies never;
  }
}

export function worstOf({ error, warning, info }: MapNode["findings"]): Worst | null {
  if (error > 0) return "error";
  if (warning > 0) return "warning";
  return info > 0 ? "info" : null;
}

/** Wider with more fields, by doublings: 1, 2, 4, 8 … fields. */
export function lineWidth(fields: number): number {
  return Math.min(5, 1.1 + Math.log2(Math.max(1, fields)) * 0.6);
}
