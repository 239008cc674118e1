/** The marks of the map: shape says what it is, fill, pattern and letter how delicate, ring what was found. */
import type { Severity } from "../map-view.ts";
import type { Sensitivity } from "../../model/verdict.ts";

export type Shape = "round" | "rhombus" | "square" | "page" | "clock" | "drum" | "stack";

export interface Fill {
  readonly letter: string;
  readonly words: string;
  readonly colour: string;
  readonly pattern: "none" | "stripes" | "crossed" | "dots";
}

export const FILLS: Readonly<Record<Sensitivity | "free-text" | "none", Fill>> = {
  none: { letter: "–", words: "no personal data known", colour: "#ffffff", pattern: "none" },
  "free-text": { letter: "?", words: "may contain personal data", colour: "#e4e7ec", pattern: "none" },
  ordinary: { letter: "O", words: "ordinary", colour: "#bcd9f2", pattern: "none" },
  sensitive: { letter: "S", words: "sensitive", colour: "#ffd89a", pattern: "stripes" },
  art9: { letter: "9", words: "special category (Art. 9)", colour: "#f4a9a3", pattern: "crossed" },
  art10: { letter: "10", words: "criminal convictions (Art. 10)", colour: "#d9b3ea", pattern: "crossed" },
  secret: { letter: "K", words: "secret (key, password)", colour: "#b9c0a2", pattern: "dots" },
};

export const SHAPES: readonly (readonly [shape: Shape, words: string])[] = [
  ["round", "party"],
  ["rhombus", "movement"],
  ["square", "entity, field, module, system"],
  ["drum", "store"],
  ["page", "log"],
  ["clock", "history"],
  ["stack", "folded group"],
];

export const RINGS: Readonly<Record<Severity, { readonly colour: string; readonly dash: string }>> = {
  error: { colour: "#c62828", dash: "" },
  warning: { colour: "#d97706", dash: "5 2" },
  info: { colour: "#2563eb", dash: "1.5 2" },
};

interface Marked {
  readonly kind: string;
  readonly sort: string;
  readonly personal: string;
  readonly sensitivity: Sensitivity;
}

export function fillOf({ personal, sensitivity }: Pick<Marked, "personal" | "sensitivity">): Fill {
  if (sensitivity !== "ordinary" || personal === "yes" || personal === "person-link")
    return FILLS[sensitivity];
  return personal === "may-contain" ? FILLS["free-text"] : FILLS.none;
}

export function shapeOf({ kind, sort }: Pick<Marked, "kind" | "sort">): Shape {
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
    default:
      return "square";
  }
}

/** SVG of one shape in a box of 24 units around the origin. */
export function shapeMarkup(shape: Shape, fill: string): string {
  const paint = `fill="${fill}" stroke="#344054" stroke-width="1.2"`;
  switch (shape) {
    case "round":
      return `<circle r="10.5" ${paint}/>`;
    case "rhombus":
      return `<path d="M0-12.5 12.5 0 0 12.5-12.5 0Z" ${paint}/>`;
    case "square":
      return `<rect x="-9.5" y="-9.5" width="19" height="19" rx="2" ${paint}/>`;
    case "page":
      return `<path d="M-8.5-11H4L8.5-6.5V11H-8.5Z" ${paint}/><path d="M4-11V-6.5H8.5" fill="none" stroke="#344054"/>`;
    case "clock":
      return `<circle r="10.5" ${paint}/><path d="M0-10.5V-7M10.5 0H7M0 10.5V7M-10.5 0H-7" stroke="#344054" stroke-width="1.6"/>`;
    case "drum":
      return `<path d="M-9-7V7C-9 12 9 12 9 7V-7" ${paint}/><ellipse cy="-7" rx="9" ry="3.6" ${paint}/>`;
    case "stack":
      return `<rect x="-6" y="-11" width="17" height="17" rx="2" fill="#fff" stroke="#344054"/><rect x="-11" y="-7" width="18" height="18" rx="2" ${paint}/>`;
    default:
      return shape satisfies never;
  }
}
