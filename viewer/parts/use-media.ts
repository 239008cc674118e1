/** A media query as state: dark, or less motion. */
import { useSyncExternalStore } from "react";

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

export const DARK = "(prefers-color-scheme: dark)";
export const LESS_MOTION = "(prefers-reduced-motion: reduce)";
