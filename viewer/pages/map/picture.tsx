/** The picture of the map with everything around the canvas: headings, hint, keyboard. */
import { SigmaContainer } from "@react-sigma/core";
import { useMemo, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import type { MapEdge, MapNode } from "../../../server/contract.ts";
import type { Layout } from "../../graph/layout.ts";
import { emptyPicture, toGraph } from "../../graph/load.ts";
import { byRelevance } from "../../graph/names.ts";
import type { MapSigma } from "../../graph/canvas.ts";
import { quietEdges } from "../../graph/quiet.ts";
import { edgeEnds, surroundingsOf, type Bright } from "../../graph/selection.ts";
import { steer, type Direction } from "../../graph/steer.ts";
import { count, nameOf } from "../../graph/words.ts";
import { readTheme } from "../../parts/read-theme.ts";
import { DARK, LESS_MOTION, useMedia } from "../../parts/use-media.ts";
import type { Camera } from "../../state/view-state.ts";
import { Hint } from "./hint.tsx";
import { LaneHeadings, type HeadingsHandle } from "./lane-headings.tsx";
import { nodeAt, Scene, WHOLE, type Pointed } from "./scene.tsx";
import { SETTINGS } from "./settings.ts";

interface PictureProps {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly layout: { readonly ground: Layout; readonly shown: Layout };
  /** What a trace, a selection or a search keeps bright. */
  readonly bright: Bright | null;
  readonly selected: string | null;
  readonly opened: readonly string[];
  readonly camera: Camera | null;
  readonly onCamera: (camera: Camera | null) => void;
  /** A click or Enter on a node; `null` beside all nodes. */
  readonly onPick: (key: string | null) => void;
  readonly onTrace: (key: string) => void;
  readonly frame: RefObject<HTMLDivElement | null>;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};
const ZOOM = 1.35;

export function Picture(props: PictureProps) {
  const { nodes, edges, layout, bright, selected, opened, camera, frame } = props;
  const [graph] = useState(emptyPicture);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const sigma = useRef<MapSigma | null>(null);
  const headings = useRef<HeadingsHandle>(null);
  const dark = useMedia(DARK);
  const still = useMedia(LESS_MOTION);
  const theme = useMemo(() => ({ dark, colours: readTheme(document.documentElement) }), [dark]).colours;
  const order = useMemo(() => byRelevance(nodes, edges), [nodes, edges]);
  const crowd = useMemo(() => ({ lines: edges.length, quiet: quietEdges(edges) }), [edges]);
  const painted = useMemo(() => {
    const under = bright ?? aroundPointed(pointed, nodes, edges);
    const hovered = pointed?.kind === "node" ? pointed.key : null;
    const focus = { bright: under, selected, hovered };
    return { layout: layout.shown, focus, theme, order, crowd, opened: new Set(opened) };
  }, [layout.shown, bright, pointed, nodes, edges, selected, theme, order, crowd, opened]);

  const point = (key: string | null): void =>
    setPointed(key === null || sigma.current === null ? null : nodeAt(sigma.current, key));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = ARROWS[event.key];
    const at = pointed?.kind === "node" ? pointed.key : selected;
    if (direction !== undefined) point(steer(layout.shown.points, at, direction));
    else if ((event.key === "Enter" || event.key === " ") && at !== null) props.onPick(at);
    else if (event.key === "t" && at !== null) props.onTrace(at);
    else if (event.key === "+" || event.key === "-") {
      const { x, y, ratio } = camera ?? WHOLE;
      props.onCamera({ x, y, ratio: event.key === "+" ? ratio / ZOOM : ratio * ZOOM });
    } else if (event.key === "0") props.onCamera(null);
    else return;
    event.preventDefault();
  };
  const spoken = pointed?.kind === "node" ? nodes.find(({ key }) => key === pointed.key) : undefined;

  return (
    <div
      className="picture"
      ref={frame}
      tabIndex={0}
      role="application"
      aria-label={`Picture of ${count(nodes.length, "element")} and ${count(edges.length, "flow")}. Arrow keys walk, Enter opens, T traces, plus and minus zoom, 0 shows all, Escape leaves. The same content follows as a table.`}
      data-nodes={nodes.length}
      data-edges={edges.length}
      onKeyDown={onKeyDown}
      onFocus={() => pointed === null && selected !== null && point(selected)}
      onBlur={() => setPointed(null)}
    >
      <SigmaContainer graph={graph} settings={SETTINGS} className="picture-canvas">
        <Scene
          {...{ nodes, edges, painted, still, camera }}
          ground={layout.ground}
          onCamera={props.onCamera}
          onPoint={setPointed}
          onPick={props.onPick}
          onFrame={(renderer) => {
            sigma.current = renderer;
            headings.current?.follow(
              (x) => renderer.graphToViewport(toGraph({ x, y: 0 })).x,
              renderer.getDimensions().width,
            );
            frame.current?.setAttribute("data-drawn", String(renderer.getGraph().order));
          }}
        />
      </SigmaContainer>
      <LaneHeadings bands={layout.shown.bands} ref={headings} />
      <Hint pointed={pointed} nodes={nodes} edges={edges} width={frame.current?.clientWidth ?? 0} />
      <p className="unseen" aria-live="polite">
        {spoken === undefined ? "" : `${nameOf(spoken)}, ${spoken.kind}, ${spoken.categories.join(", ")}`}
      </p>
    </div>
  );
}

function aroundPointed(
  pointed: Pointed | null,
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
): Bright | null {
  if (pointed === null) return null;
  if (pointed.kind === "node") return surroundingsOf(pointed.key, { nodes, edges });
  const edge = edges.find(({ key }) => key === pointed.key);
  return edge === undefined ? null : edgeEnds(edge);
}
