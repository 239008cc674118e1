/** The legend of the drawing: only what the marks mean, in the order one meets them. */
import type { MapView } from "../map-view.ts";
import { FILLS, fillOf, RINGS, shapeMarkup, shapeOf, SHAPES, type Fill } from "./marks.ts";

const ITEM_HEIGHT = 26;
const CHARACTER = 6;

export const LINE_STYLES = {
  declared: { dash: "7 4", words: "declared, not observed" },
  claimed: { dash: "1.5 4", words: "claimed by the vendor" },
  code: { dash: "7 3 1.5 3", words: "from code" },
  both: { dash: "", words: "declared and observed" },
  observed: { dash: "", words: "observed, not declared" },
} as const;

export interface Drawn {
  readonly markup: string;
  readonly height: number;
}

/** Explains the marks that occur in the view; wraps at `width`. */
export function legend(view: MapView, width: number): Drawn {
  const shapes = new Set(view.nodes.map(shapeOf));
  const fills = new Set<Fill>(view.nodes.map(fillOf));
  const evidence = new Set(view.edges.map((edge) => edge.evidence));
  const findings = new Set(view.nodes.map((node) => node.findings));
  const items: (readonly [mark: string, words: string])[] = [];
  for (const [shape, words] of SHAPES)
    if (shapes.has(shape)) items.push([scaled(shapeMarkup(shape, "#fff")), words]);
  for (const fill of Object.values(FILLS)) if (fills.has(fill)) items.push([swatch(fill), fill.words]);
  for (const style of ["declared", "code", "claimed", "both", "observed"] as const) {
    if (evidence.has(style)) items.push([sampleLine(style, false), LINE_STYLES[style].words]);
  }
  if (view.edges.some(({ leaves }) => leaves))
    items.push([sampleLine("both", true), "leaves the organisation"]);
  for (const severity of ["error", "warning", "info"] as const) {
    if (findings.has(severity)) items.push([ring(severity), `finding: ${severity}`]);
  }
  items.push(['<path d="M-11 3H11" stroke="#667085" stroke-width="4.5"/>', "wider: more fields"]);
  return wrapped(items, width);
}

function wrapped(items: readonly (readonly [mark: string, words: string])[], width: number): Drawn {
  let x = 0;
  let y = ITEM_HEIGHT / 2;
  const drawn = items.map(([mark, words]) => {
    const room = 34 + words.length * CHARACTER + 18;
    if (x > 0 && x + room > width) {
      x = 0;
      y += ITEM_HEIGHT;
    }
    const markup = `<g transform="translate(${x + 13} ${y})">${mark}<text class="sub" x="20" y="4">${words}</text></g>`;
    x += room;
    return markup;
  });
  return { markup: drawn.join(""), height: y + ITEM_HEIGHT / 2 };
}

function scaled(markup: string): string {
  return `<g transform="scale(.8)">${markup}</g>`;
}

function swatch(fill: Fill): string {
  const base = `<rect x="-9" y="-9" width="18" height="18" rx="2" fill="${fill.colour}" stroke="#344054"/>`;
  const over =
    fill.pattern === "none"
      ? ""
      : `<rect x="-9" y="-9" width="18" height="18" rx="2" fill="url(#p-${fill.pattern})"/>`;
  return `${base}${over}<text class="letter" y="4">${fill.letter}</text>`;
}

function sampleLine(style: keyof typeof LINE_STYLES, leaves: boolean): string {
  const dash = LINE_STYLES[style].dash;
  const attributes = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
  const marker = `url(#${leaves ? "head-out" : "head"})`;
  const inner = style === "observed" ? '<path d="M-13 0H8" stroke="#fff" stroke-width="1.6"/>' : "";
  const width = style === "observed" ? 4.4 : 1.8;
  return `<path d="M-13 0H5" stroke="#667085" stroke-width="${width}"${attributes} marker-end="${marker}"/>${inner}`;
}

function ring(severity: keyof typeof RINGS): string {
  const { colour, dash } = RINGS[severity];
  return `<circle r="9" fill="none" stroke="${colour}" stroke-width="3"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}/>`;
}
