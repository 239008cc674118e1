/** The map: picture or table, filters above, panel beside; every step of looking is in the address. */
import { useMemo, useRef, type KeyboardEvent } from "react";
import type { MapNode } from "../../../server/contract.ts";
import { matchesOf, surroundingsOf, traceOnMap, type Bright } from "../../graph/selection.ts";
import { canDraw } from "../../graph/webgl.ts";
import { pathOf } from "../../graph/words.ts";
import { RemoteView } from "../../parts/remote-view.tsx";
import { useSize } from "../../parts/use-size.ts";
import { useViewState } from "../../state/use-view-state.ts";
import { ElementPanel } from "./element-panel.tsx";
import { Filters } from "./filters.tsx";
import { OverviewPanel } from "./overview-panel.tsx";
import { Picture } from "./picture.tsx";
import { TracePanel } from "./trace-panel.tsx";
import { SpokenTwin, TwinTables } from "./twin-tables.tsx";
import { useLayout } from "./use-layout.ts";
import { useLast, useMap } from "./use-map.ts";

export function MapPage() {
  const [state, change] = useViewState();
  const answers = useMap(state);
  const shown = useLast(answers.shown);
  const ground = useLast(answers.ground);
  const trace = useLast(answers.trace);
  const stage = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(stage);
  const matching = ground?.level === shown?.level;
  const layout = useLayout(matching ? ground : null, matching ? shown : null, size);
  const drawable = canDraw();
  const asTable = state.view === "table" || !drawable;
  const matches = useMemo(
    () => (state.search.trim() === "" || shown === null ? null : matchesOf(state.search, shown.nodes)),
    [state.search, shown],
  );
  const bright = useMemo((): Bright | null => {
    if (shown === null) return null;
    if (trace !== null) {
      const one = state.way === null ? undefined : trace.ways[state.way];
      if (one !== undefined) return traceOnMap([one], shown);
      return { nodes: new Set(trace.nodes), edges: new Set(trace.edges) };
    }
    if (matches !== null) return { nodes: new Set(matches.map(({ key }) => key)), edges: new Set() };
    const there = shown.nodes.some(({ key }) => key === state.selected);
    return state.selected !== null && there ? surroundingsOf(state.selected, shown) : null;
  }, [shown, trace, state.way, matches, state.selected]);

  const select = (key: string): void => change({ selected: key, trace: null, way: null });
  const startTrace = (key: string): void => {
    const path = pathOf(key);
    change({
      trace: path,
      way: null,
      selected: key,
      search: "",
      expanded: openedFor(path, state.expanded, shown?.nodes ?? []),
    });
  };
  const pick = (key: string | null): void => {
    if (key === null) return change({ selected: null });
    const node = shown?.nodes.find((each) => each.key === key);
    const open = state.expanded.includes(key);
    const toggled = open ? state.expanded.filter((each) => each !== key) : [...state.expanded, key].sort();
    const closes = open && state.selected === key;
    const expanded = node?.expandable === true && (!open || closes) ? toggled : state.expanded;
    change({ selected: key, expanded, ...(trace === null ? {} : { trace: null, way: null }) });
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    if (state.trace !== null) change({ trace: null, way: null });
    else if (state.selected !== null) change({ selected: null });
    else if (state.search !== "") change({ search: "" });
  };

  return (
    <div className="map-page" onKeyDown={leave}>
      <h1 className="unseen">Data-flow map</h1>
      <Filters
        {...{ state, change, drawable }}
        facets={ground?.facets ?? null}
        matches={matches?.length ?? null}
        onSearchEnter={() => {
          const first = matches?.[0];
          if (first !== undefined) change({ selected: first.key });
          frame.current?.focus();
        }}
      />
      <div className="map-body">
        <div className="stage" ref={stage}>
          {shown === null && (
            <RemoteView remote={answers.shown} what="the map">
              {() => null}
            </RemoteView>
          )}
          {shown !== null && asTable && (
            <>
              {!drawable && (
                <p className="notice">
                  This browser cannot draw the picture (no WebGL); its table says the same.
                </p>
              )}
              <TwinTables nodes={shown.nodes} edges={shown.edges} onSelect={select} />
            </>
          )}
          {shown !== null && !asTable && layout === null && <p className="waiting">Laying out …</p>}
          {shown !== null && !asTable && layout !== null && (
            <>
              <Picture
                nodes={shown.nodes}
                edges={shown.edges}
                {...{ layout, bright, frame }}
                selected={state.selected}
                opened={state.expanded}
                camera={state.camera}
                onCamera={(camera) => change({ camera }, "replace")}
                onPick={pick}
                onTrace={startTrace}
              />
              <SpokenTwin nodes={shown.nodes} edges={shown.edges} />
            </>
          )}
          {shown !== null && shown.nodes.length === 0 && (
            <p className="waiting">Nothing to show with these filters.</p>
          )}
        </div>
        {state.panel && (
          <aside className="panel" aria-label="Details" tabIndex={0}>
            {answers.trace !== null && trace === null && (
              <RemoteView remote={answers.trace} what="the trace">
                {() => null}
              </RemoteView>
            )}
            {trace !== null && (
              <TracePanel
                trace={trace}
                way={state.way}
                onWay={(way) => change({ way }, "replace")}
                onSelect={select}
                onClose={() => change({ trace: null, way: null })}
              />
            )}
            {answers.trace === null && state.selected !== null && (
              <ElementPanel
                selected={state.selected}
                onTrace={startTrace}
                onClose={() => change({ selected: null })}
              />
            )}
            {answers.trace === null && state.selected === null && shown !== null && (
              <OverviewPanel nodes={shown.nodes} edges={shown.edges} />
            )}
          </aside>
        )}
      </div>
    </div>
  );
}

/** A traced field is to be seen: its entity is opened. */
function openedFor(path: string, expanded: readonly string[], nodes: readonly MapNode[]): readonly string[] {
  const entity = path.slice(0, Math.max(0, path.lastIndexOf(".")));
  const opens = nodes.some(({ key, expandable }) => key === entity && expandable);
  return opens && !expanded.includes(entity) ? [...expanded, entity].sort() : expanded;
}
