/** The address bar as state: every change is a link, and back and forward walk through them. */
import { createContext, useContext, useSyncExternalStore } from "react";
import { formatView, parseView, type Place, type ViewState } from "./view-state.ts";

export type Change = (patch: Partial<ViewState>, how?: "push" | "replace") => void;

const CHANGED = "art30:view";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(CHANGED, listener);
  };
}

const change: Change = (patch, how = "push") => {
  const query = formatView({ ...parseView(window.location.search), ...patch });
  if (query === window.location.search) return;
  const address = `${window.location.pathname}${query}`;
  if (how === "push") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
  window.dispatchEvent(new Event(CHANGED));
};

let known: { readonly query: string; readonly state: ViewState } | null = null;

function current(): ViewState {
  const query = window.location.search;
  if (known === null || known.query !== query) known = { query, state: parseView(query) };
  return known.state;
}

/** The state and the one way to change it. Typing and panning `replace`, everything else can be gone back to. */
export function useViewState(): readonly [ViewState, Change] {
  return [useSyncExternalStore(subscribe, current), change];
}

/** Address of a state, for real links that open in a new tab too. */
export function linkTo(state: ViewState, patch: Partial<ViewState>): string {
  const query = formatView({ ...state, ...patch });
  return query === "" ? window.location.pathname : query;
}

export const PlaceContext = createContext<Place | null>(null);

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error("a page was rendered without an estate");
  return place;
}
