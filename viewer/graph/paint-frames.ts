/** Paints what lies behind the flows: a frame around each system, the borders of the lanes, what belongs to what. */
import { type Rows, sizeOf } from "./appearance.ts";
import { FONT, type MapSigma, type Painted } from "./canvas.ts";
import { toGraph } from "./load.ts";
import type { Theme } from "./theme.ts";
import { cutMiddle } from "./words.ts";

const INSET = 10;
const LONGEST_NAME = 60;

export function paintFrames(
  context: CanvasRenderingContext2D,
  sigma: MapSigma,
  { layout, theme }: Painted,
): void {
  const at = (x: number, y: number) => sigma.graphToViewport(toGraph({ x, y }));
  context.font = `600 12px ${FONT}`;
  for (const frame of layout.frames) {
    const from = at(INSET, frame.y);
    const to = at(layout.width - INSET, frame.y + frame.height);
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
    context.fillText(cutMiddle(frame.system, LONGEST_NAME), Math.max(from.x, 0) + 10, from.y + 17);
  }
  paintBelonging(context, sigma, theme, layout);
}

/** Thin brackets from what is opened to what came out of it. */
function paintBelonging(context: CanvasRenderingContext2D, sigma: MapSigma, theme: Theme, rows: Rows): void {
  const graph = sigma.getGraph();
  context.strokeStyle = theme.lineCopy;
  graph.forEachNode((_, { node, x, y }) => {
    if (node.kind !== "field" || node.parent === null || !graph.hasNode(node.parent)) return;
    const parent = graph.getNodeAttributes(node.parent);
    const from = sigma.graphToViewport(parent);
    const to = sigma.graphToViewport({ x, y });
    const bend = (from.x + to.x) / 2;
    context.beginPath();
    context.moveTo(from.x + sizeOf(parent.node, rows), from.y);
    context.bezierCurveTo(bend, from.y, bend, to.y, to.x - sizeOf(node, rows), to.y);
    context.stroke();
  });
}
