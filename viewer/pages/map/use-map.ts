/** What the map page asks the API for: the resting level, what is shown, and the trace. */
import { useEffect, useState } from "react";
import type { MapView, Trace } from "../../../server/contract.ts";
import { addressOf } from "../../api/address.ts";
import { useRemote, type Remote } from "../../api/use-remote.ts";
import { usePlace } from "../../state/use-view-state.ts";
import type { ViewState } from "../../state/view-state.ts";

export interface MapAnswers {
  /** The level without filters and openings: its layout is the ground everything stands on. */
  readonly ground: Remote<MapView>;
  readonly shown: Remote<MapView>;
  readonly trace: Remote<Trace> | null;
}

export function useMap(state: ViewState): MapAnswers {
  const place = usePlace();
  const { level, expanded, category, party, kind, system, all, trace } = state;
  const ground = useRemote<MapView>(addressOf(place, "graph", { level, all }));
  const view = { level, expanded: expanded.join(","), category, party, kind, system, all };
  const shown = useRemote<MapView>(addressOf(place, "graph", view), true);
  const traced = useRemote<Trace>(
    trace === null ? null : addressOf(place, "graph/trace", { ...view, path: trace }),
    true,
  );
  return { ground, shown, trace: trace === null ? null : traced };
}

/** The last value there was, while the next one loads. */
export function useLast<T>(remote: Remote<T> | null): T | null {
  const [last, setLast] = useState<T | null>(null);
  const value = remote?.state === "ready" ? remote.value : null;
  useEffect(() => {
    if (value !== null) setLast(value);
  }, [value]);
  return remote === null ? null : (value ?? last);
}
