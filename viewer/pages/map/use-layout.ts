/** The resting layout of the whole level, and the layout of what is shown on top of it. */
import { useEffect, useMemo, useState } from "react";
import type { MapView } from "../../../server/contract.ts";
import { arrange } from "../../graph/arrange.ts";
import type { Wishes } from "../../graph/elk-graph.ts";
import { wishesFor } from "../../graph/elk-worker.ts";
import type { Column } from "../../graph/lanes.ts";
import { layOut, type Layout, type WindowSize } from "../../graph/layout.ts";

/** `null` until the worker has answered and the window's size is known. */
export function useLayout(
  ground: MapView | null,
  shown: MapView | null,
  window: WindowSize | null,
): { readonly ground: Layout; readonly shown: Layout } | null {
  const [answer, setAnswer] = useState<{ readonly view: MapView; readonly wishes: Wishes } | null>(null);
  useEffect(() => {
    if (ground === null) return;
    let current = true;
    void wishesFor(ground).then((wishes) => current && setAnswer({ view: ground, wishes }));
    return () => {
      current = false;
    };
  }, [ground]);
  const resting = useMemo(() => {
    if (answer === null || window === null) return null;
    return layOut(answer.view, answer.wishes, window, reserveFor(answer.view));
  }, [answer, window]);
  return useMemo(() => {
    if (resting === null || shown === null) return null;
    return { ground: resting, shown: arrange(resting, shown.nodes, shown.edges) };
  }, [resting, shown]);
}

/** Entities that can be opened need a column for their fields. */
function reserveFor({ level, nodes }: MapView): readonly Column[] {
  const opens = nodes.some(({ kind, expandable }) => kind === "entity" && expandable);
  return level !== "estate" && opens ? ["field"] : [];
}
