/** Arrow keys in a list: up and down move the focus over the items, Home and End to its ends. */
import { useCallback, type KeyboardEvent } from "react";

/** For the list's `onKeyDown`; `selector` finds the focusable items in it. */
export function useArrowList(selector: string): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
      const at = items.findIndex((item) => item === document.activeElement);
      if (at === -1) return;
      const next = targetOf(event.key, at, items.length);
      if (next === null) return;
      event.preventDefault();
      items[next]?.focus();
    },
    [selector],
  );
}

function targetOf(key: string, at: number, length: number): number | null {
  switch (key) {
    case "ArrowDown":
      return Math.min(length - 1, at + 1);
    case "ArrowUp":
      return Math.max(0, at - 1);
    case "Home":
      return 0;
    case "End":
      return length - 1;
    default:
      return null;
  }
}
