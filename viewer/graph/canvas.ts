/** The canvases of our own that lie under and over Sigma's. */
import type Sigma from "sigma";
import type { Crowd, Focus } from "./appearance.ts";
import type { Layout } from "./layout.ts";
import type { PlacedEdge, PlacedNode } from "./load.ts";
import type { Theme } from "./theme.ts";

export type MapSigma = Sigma<PlacedNode, PlacedEdge>;

/** What is painted, beyond what the graph itself holds. */
export interface Painted {
  readonly layout: Layout;
  readonly focus: Focus;
  readonly theme: Theme;
  /** Keys by relevance. */
  readonly order: readonly string[];
  readonly opened: ReadonlySet<string>;
  readonly crowd: Crowd;
}

export const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';

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
