/** Paints what letters and frames need: systems behind the flows, letters and names over the marks. */
import type Sigma from "sigma";
import { FADED, sizeOf, type Focus } from "./appearance.ts";
import type { Layout } from "./layout.ts";
import { toGraph, type PlacedEdge, type PlacedNode } from "./load.ts";
import { fillOf } from "./marks.ts";
import { nameBox, sideOf, withoutOverlap, type Rect } from "./names.ts";
import type { Theme } from "./theme.ts";
import { cutMiddle, shortName } from "./words.ts";

export type MapSigma = Sigma<PlacedNode, PlacedEdge>;

export interface Scene {
  readonly layout: Layout;
  readonly focus: Focus;
  readonly theme: Theme;
  /** Keys by relevance. */
  readonly order: readonly string[];
  readonly opened: ReadonlySet<string>;
  /** A few names that must be read: what is selected, pointed at, or bright. */
  readonly forced: ReadonlySet<string>;
}

const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';
const NAME_FONT = `500 11.5px ${FONT}`;
const STRONG_FONT = `650 11.5px ${FONT}`;
const LONGEST = { outside: 124, within: 170 } as const;
const LETTER_INK = "#1d2939";

/** The canvas in the size of the picture, at the density of the screen, with nothing on it. */
export function cleared(canvas: HTMLCanvasElement, sigma: MapSigma): CanvasRenderingContext2D | null {
  const { width, height } = sigma.getDimensions();
  const { pixelRatio } = sigma.getRenderParams();
  if (canvas.width !== Math.round(width * pixelRatio)) canvas.width = Math.round(width * pixelRatio);
  if (canvas.height !== Math.round(height * pixelRatio)) canvas.height = Math.round(height * pixelRatio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext("2d");
  context?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

export function paintFrames(context: CanvasRenderingContext2D, sigma: MapSigma, { layout, theme }: Scene): void {
  const at = (x: number, y: number) => sigma.graphToViewport(toGraph({ x, y }));
  context.font = `600 12px ${FONT}`;
  for (const frame of layout.frames) {
    const from = at(10, frame.y);
    const to = at(layout.width - 10, frame.y + frame.height);
    context.beginPath();
    context.roundRect(from.x, from.y, to.x - from.x, to.y - from.y, 8);
    context.fillStyle = theme.frame;
    context.fill();
    context.strokeStyle = theme.frameLine;
    context.lineWidth = 1;
    context.stroke();
    context.setLineDash([2, 4]);
    for (const { from: left } of layout.bands.slice(1)) {
      const line = at(left, 0).x;
      context.beginPath();
      context.moveTo(line, from.y + 4);
      context.lineTo(line, to.y - 4);
      context.stroke();
    }
    context.setLineDash([]);
    context.fillStyle = theme.muted;
    context.fillText(cutMiddle(frame.system, 60), Math.max(from.x, 0) + 10, from.y + 17);
  }
  paintBelonging(context, sigma, theme);
}

/** Thin brackets from what is opened to what came out of it. */
function paintBelonging(context: CanvasRenderingContext2D, sigma: MapSigma, theme: Theme): void {
  const graph = sigma.getGraph();
  context.strokeStyle = theme.lineCopy;
  graph.forEachNode((_, { node, x, y }) => {
    if (node.kind !== "field" || node.parent === null || !graph.hasNode(node.parent)) return;
    const parent = graph.getNodeAttributes(node.parent);
    const from = sigma.graphToViewport(parent);
    const to = sigma.graphToViewport({ x, y });
    const bend = (from.x + to.x) / 2;
    context.beginPath();
    context.moveTo(from.x + sizeOf(parent.node), from.y);
    context.bezierCurveTo(bend, from.y, bend, to.y, to.x - sizeOf(node), to.y);
    context.stroke();
  });
}

interface Name {
  readonly key: string;
  readonly text: string;
  readonly box: Rect;
  readonly faded: boolean;
  readonly strong: boolean;
}

export function paintNames(
  context: CanvasRenderingContext2D,
  sigma: MapSigma,
  scene: Scene,
): void {
  const { width, height } = sigma.getDimensions();
  const { layout, focus, theme, forced } = scene;
  const zoom = sigma.graphToViewport({ x: 1, y: 0 }).x - sigma.graphToViewport({ x: 0, y: 0 }).x;
  const gaps = gapsOf(layout);
  const marks: Rect[] = [];
  const names: Name[] = [];
  context.textBaseline = "middle";
  for (const key of scene.order) {
    if (!sigma.getGraph().hasNode(key)) continue;
    const { x, y, node } = sigma.getGraph().getNodeAttributes(key);
    const at = sigma.graphToViewport({ x, y });
    if (at.x < -200 || at.y < -60 || at.x > width + 200 || at.y > height + 60) continue;
    const size = sizeOf(node);
    const faded = focus.bright !== null && !focus.bright.nodes.has(key);
    context.globalAlpha = faded ? FADED.node * 1.6 : 1;
    paintLetter(context, fillOf(node).letter, at.x, at.y, size);
    marks.push({ x: at.x - size, y: at.y - size, width: 2 * size, height: 2 * size });
    const side = sideOf(node, layout.pitch * zoom);
    const strong = key === focus.selected || key === focus.hovered;
    context.font = strong ? STRONG_FONT : NAME_FONT;
    const outside = node.lane === "origin" || node.lane === "recipient";
    const longest = outside ? LONGEST.outside : Math.min(LONGEST.within, (gaps.get(x) ?? 0) * zoom - 8);
    const hint = node.expandable ? (scene.opened.has(key) ? "▾ " : "▸ ") : "";
    const text = hint + fit(context, shortName(node), longest - (hint === "" ? 0 : 12));
    const box = nameBox(side, at.x, at.y, size + (side === "below" ? 3 : 2), context.measureText(text).width);
    names.push({ key, text, box, faded, strong });
  }
  const ranked = [...names].sort((a, b) => rank(b, forced) - rank(a, forced));
  const kept = withoutOverlap(ranked, marks);
  for (const name of [...ranked].reverse()) {
    if (name.strong || kept.has(name.key)) paintName(context, name, theme);
  }
  context.globalAlpha = 1;
}

function rank({ key, strong, faded }: Name, forced: ReadonlySet<string>): number {
  return strong ? 3 : forced.has(key) ? 2 : faded ? 0 : 1;
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

function fit(context: CanvasRenderingContext2D, text: string, longest: number): string {
  const whole = context.measureText(text).width;
  if (whole <= longest) return text;
  return cutMiddle(text, Math.max(5, Math.floor((text.length * longest) / whole)));
}

function paintLetter(context: CanvasRenderingContext2D, letter: string, x: number, y: number, size: number): void {
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

function paintName(context: CanvasRenderingContext2D, { text, box, faded, strong }: Name, theme: Theme): void {
  context.globalAlpha = faded && !strong ? FADED.node * 1.6 : 1;
  context.font = strong ? STRONG_FONT : NAME_FONT;
  context.lineJoin = "round";
  context.lineWidth = strong ? 6 : 3.5;
  context.strokeStyle = theme.frame;
  context.strokeText(text, box.x, box.y + box.height / 2);
  context.fillStyle = strong ? theme.accent : theme.ink;
  context.fillText(text, box.x, box.y + box.height / 2);
}
