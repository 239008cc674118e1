/** How Sigma is set up: own programs for marks and flows, own painting of names, sizes that do not grow with zoom. */
import type { Settings } from "sigma/settings";
import { LineProgram } from "../../graph/line-program.ts";
import type { PlacedEdge, PlacedNode } from "../../graph/load.ts";
import { MarkProgram } from "../../graph/mark-program.ts";

export const SETTINGS: Partial<Settings<PlacedNode, PlacedEdge>> = {
  defaultNodeType: "mark",
  defaultEdgeType: "line",
  nodeProgramClasses: { mark: MarkProgram },
  edgeProgramClasses: { line: LineProgram },
  nodeHoverProgramClasses: { mark: MarkProgram },
  renderLabels: false,
  renderEdgeLabels: false,
  defaultDrawNodeHover: () => undefined,
  enableEdgeEvents: true,
  enableCameraRotation: false,
  itemSizesReference: "screen",
  zoomToSizeRatioFunction: () => 1,
  stagePadding: 0,
  zIndex: true,
  minCameraRatio: 0.08,
  maxCameraRatio: 2.2,
  zoomDuration: 180,
  inertiaDuration: 160,
};
