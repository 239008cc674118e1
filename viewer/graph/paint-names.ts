/** Paints letters on the marks and names beside them: whole where there is room, cut where there is less, none over another. */
import { FADED, sizeOf } from "./appearance.ts";
import { FONT, type MapSigma, type Painted } from "./canvas.ts";
import type { Layout } from "./layout.ts";
import { fillOf } from "./marks.ts";
import { nameBox, sideOf, withoutOverlap, type Rect } from "./names.ts";
import type { Theme } from "./theme.ts";
import { cutMiddle, shortName } from "./words.ts";

const NAME_FONT = `500 11.5px ${FONT}`;
const STRONG_FONT = `650 11.5px ${FONT}`;
/** Pixels a name may take in the outer lanes, and between them. */
const LONGEST = { outside: 122, within: 176 } as const;
/** A name cut to less says nothing. */
const SHORTEST = 54;
const LETTER_INK = "#1d2939";

interface Name {
  readonly key: string;
  readonly text: string;
  readonly box: Rect;
  readonly faded: boolean;
  /** What is pointed at or selected is always named. */
  readonly strong: boolean;
  readonly rank: number;
}

export function paintNames(context: CanvasRenderingContext2D, sigma: MapSigma, painted: Painted): void {
  const { layout, focus, theme } = painted;
  const window = sigma.getDimensions();
  const graph = sigma.getGraph();
  const zoom = sigma.graphToViewport({ x: 1, y: 0 }).x - sigma.graphToViewport({ x: 0, y: 0 }).x;
  const gaps = gapsOf(layout);
  const marks: Rect[] = [];
  const names: Name[] = [];
  context.textBaseline = "middle";
  for (const key of painted.order) {
    if (!graph.hasNode(key)) continue;
    const { x, y, node } = graph.getNodeAttributes(key);
    const at = sigma.graphToViewport({ x, y });
    if (at.x < -200 || at.y < -60 || at.x > window.width + 200 || at.y > window.height + 60) continue;
    const size = sizeOf(node, layout);
    const faded = focus.bright !== null && !focus.bright.nodes.has(key);
    const strong = key === focus.selected || key === focus.hovered;
    context.globalAlpha = faded ? FADED.node : 1;
    paintLetter(context, fillOf(node).letter, at.x, at.y, size);
    marks.push({ x: at.x - size, y: at.y - size, width: 2 * size, height: 2 * size });
    context.font = strong ? STRONG_FONT : NAME_FONT;
    const side = sideOf(node, layout.pitch * zoom);
    const outside = node.lane === "origin" || node.lane === "recipient";
    const opens = node.expandable ? (painted.opened.has(key) ? "▾ " : "▸ ") : "";
    // An opened field is what one came for; the rest gives way.
    const rank = strong ? 4 : faded ? 0 : (focus.bright === null ? 1 : 2) + (node.kind === "field" ? 0.5 : 0);
    const whole = outside ? LONGEST.outside : LONGEST.within;
    const gap = (gaps.get(x) ?? 0) * zoom;
    for (const room of outside ? [whole] : [whole, 2 * gap - 2 * size - 8, gap - size - 6]) {
      const text = fit(context, opens + shortName(node), room);
      const box = nameBox(side, at.x, at.y, size + 2, context.measureText(text).width);
      if (box.width <= whole) names.push({ key, text, box, faded, strong, rank });
    }
  }
  const ranked = names.sort((a, b) => b.rank - a.rank);
  for (const name of withoutOverlap(ranked, marks).reverse()) paintName(context, name, theme);
  context.globalAlpha = 1;
}

/** Distance from each column that holds something to the nearest other one. */
function gapsOf({ points }: Layout): ReadonlyMap<number, number> {
  const places = [...new Set([...points.values()].map(({ x }) => x))].sort((a, b) => a - b);
  return new Map(
    places.map((x, index) => [
      x,
      Math.min(x - (places[index - 1] ?? -Infinity), (places[index + 1] ?? Infinity) - x),
    ]),
  );
}

/** The text cut in the middle until it fits; whole when so little room is left that a cut would say nothing. */
function fit(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (room < SHORTEST) return text;
  let cut = text;
  for (let width = context.measureText(cut).width; width > room; width = context.measureText(cut).width) {
    cut = cutMiddle(text, Math.max(2, Math.floor(([...cut].length * room) / width - 0.5)));
  }
  return cut;
}

function paintLetter(
  context: CanvasRenderingContext2D,
  letter: string,
  x: number,
  y: number,
  size: number,
): void {
  context.font = `700 ${size < 9 ? 8.5 : 10.5}px ${FONT}`;
  context.textAlign = "center";
  context.lineWidth = 2.4;
  context.lineJoin = "round";
  context.strokeStyle = "#fff";
  context.strokeText(letter, x, y + 0.5);
  context.fillStyle = LETTER_INK;
  context.fillText(letter, x, y + 0.5);
  context.textAlign = "left";
}

function paintName(
  context: CanvasRenderingContext2D,
  { text, box, faded, strong }: Name,
  theme: Theme,
): void {
  context.globalAlpha = faded && !strong ? FADED.node * 1.6 : 1;
  context.font = strong ? STRONG_FONT : NAME_FONT;
  context.lineJoin = "round";
  context.lineWidth = strong ? 6 : 3.5;
  context.strokeStyle = theme.frame;
  context.strokeText(text, box.x, box.y + box.height / 2);
  context.fillStyle = strong ? theme.accent : theme.ink;
  context.fillText(text, box.x, box.y + box.height / 2);
}
