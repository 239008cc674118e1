/** What happens on the canvas: keeps Sigma in step with the view, the layout and the eye, and reports pointing and clicking. */
import { useSigma } from "@react-sigma/core";
import { useEffect, useRef } from "react";
import { animateNodes } from "sigma/utils";
import type { MapEdge, MapNode } from "../../../server/contract.ts";
import { edgeLook, nodeLook } from "../../graph/appearance.ts";
import type { Layout } from "../../graph/layout.ts";
import { load, type PlacedEdge, type PlacedNode } from "../../graph/load.ts";
import { cleared, type MapSigma, type Painted } from "../../graph/canvas.ts";
import { paintFrames } from "../../graph/paint-frames.ts";
import { paintNames } from "../../graph/paint-names.ts";
import type { Camera } from "../../state/view-state.ts";

const MOVE = 260;
const CAMERA_SETTLED = 350;
export const WHOLE: Camera = { x: 0.5, y: 0.5, ratio: 1 };

export interface Pointed {
  readonly kind: "node" | "edge";
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

interface SceneProps {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly ground: Layout;
  readonly painted: Painted;
  readonly still: boolean;
  readonly camera: Camera | null;
  readonly onCamera: (camera: Camera | null) => void;
  readonly onPoint: (pointed: Pointed | null) => void;
  readonly onPick: (key: string | null) => void;
  /** After every frame, for what stands over the picture. */
  readonly onFrame: (sigma: MapSigma) => void;
}

export function Scene(props: SceneProps): null {
  const sigma = useSigma<PlacedNode, PlacedEdge>();
  const latest = useRef(props);
  latest.current = props;
  const { nodes, edges, ground, painted, still, camera } = props;

  useEffect(() => {
    const frames = sigma.createCanvas("frames", { beforeLayer: "edges" });
    const names = sigma.createCanvas("names", { afterLayer: "nodes" });
    const paint = (): void => {
      const { painted: scene, onFrame } = latest.current;
      const [under, over] = [cleared(frames, sigma), cleared(names, sigma)];
      if (under !== null) paintFrames(under, sigma, scene);
      if (over !== null) paintNames(over, sigma, scene);
      onFrame(sigma);
    };
    sigma.on("afterRender", paint);
    return () => {
      sigma.off("afterRender", paint);
      for (const layer of ["frames", "names"]) if (layer in sigma.getCanvases()) sigma.killLayer(layer);
    };
  }, [sigma]);

  useEffect(() => {
    const { width, height } = ground;
    sigma.setCustomBBox({ x: [0, width], y: [-height, 0] });
    sigma.refresh();
  }, [sigma, ground]);

  useEffect(() => {
    const moves = load(
      sigma.getGraph() as Parameters<typeof load>[0],
      nodes,
      edges,
      latest.current.painted.layout,
    );
    if (Object.keys(moves).length === 0) return;
    return animateNodes(sigma.getGraph(), moves, { duration: still ? 1 : MOVE, easing: "quadraticInOut" });
  }, [sigma, nodes, edges, painted.layout, still]);

  useEffect(() => {
    const { focus, theme, layout, crowd } = painted;
    sigma.setSettings({
      nodeReducer: (_, { node, x, y }) => ({ x, y, ...nodeLook(node, focus, theme, layout) }),
      edgeReducer: (_, { edge }) => edgeLook(edge, focus, theme, crowd),
    });
  }, [sigma, painted]);

  useEffect(() => {
    const target = camera ?? WHOLE;
    const at = sigma.getCamera().getState();
    if (same(at, target)) return;
    const to = { ...target, angle: 0 };
    if (still) sigma.getCamera().setState(to);
    else void sigma.getCamera().animate(to, { duration: MOVE });
  }, [sigma, camera, still]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const at = sigma.getCamera().getState();
        latest.current.onCamera(same(at, WHOLE) ? null : { x: at.x, y: at.y, ratio: at.ratio });
      }, CAMERA_SETTLED);
    };
    sigma.getCamera().on("updated", settle);
    return () => {
      clearTimeout(timer);
      sigma.getCamera().off("updated", settle);
    };
  }, [sigma]);

  useEffect(() => {
    const { onPoint, onPick } = eventsOf(latest);
    const enterNode = ({ node }: { node: string }): void => onPoint(nodeAt(sigma, node));
    const enterEdge = ({ edge, event }: { edge: string; event: { x: number; y: number } }): void =>
      onPoint({ kind: "edge", key: edge, x: event.x, y: event.y });
    const leave = (): void => onPoint(null);
    const pick = ({ node }: { node: string }): void => onPick(node);
    const clear = (): void => onPick(null);
    sigma.on("enterNode", enterNode).on("leaveNode", leave).on("enterEdge", enterEdge).on("leaveEdge", leave);
    sigma.on("clickNode", pick).on("clickStage", clear);
    return () => {
      sigma
        .off("enterNode", enterNode)
        .off("leaveNode", leave)
        .off("enterEdge", enterEdge)
        .off("leaveEdge", leave);
      sigma.off("clickNode", pick).off("clickStage", clear);
    };
  }, [sigma]);
  return null;
}

function eventsOf(latest: { readonly current: SceneProps }): Pick<SceneProps, "onPoint" | "onPick"> {
  return {
    onPoint: (pointed) => latest.current.onPoint(pointed),
    onPick: (key) => latest.current.onPick(key),
  };
}

/** Where a node stands in the window of the picture; `null` when it is not there. */
export function nodeAt(sigma: MapSigma, key: string): Pointed | null {
  if (!sigma.getGraph().hasNode(key)) return null;
  return { kind: "node", key, ...sigma.graphToViewport(sigma.getGraph().getNodeAttributes(key)) };
}

function same(a: Camera, b: Camera): boolean {
  return (["x", "y", "ratio"] as const).every((name) => Math.abs(a[name] - b[name]) < 2e-4);
}
