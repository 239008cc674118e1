/** Reads the colours of the picture from the style sheet, so that page and canvas never differ. */
import type { Theme } from "../graph/theme.ts";

/** Custom properties of `element`: `--map-ink` and so on. */
export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--map-${name}`).trim() || "#808080";
  return {
    paper: colour("paper"),
    ink: colour("ink"),
    muted: colour("muted"),
    line: colour("line"),
    lineOut: colour("line-out"),
    lineCopy: colour("line-copy"),
    headOut: colour("head-out"),
    outline: colour("outline"),
    frame: colour("frame"),
    frameLine: colour("frame-line"),
    accent: colour("accent"),
  };
}
