/** The lines of a file a finding points at, with the place marked. */
import type { Location } from "../../analyzer/model/location.ts";
import type { Paint } from "./paint.ts";
import { plainInPlace } from "./plain.ts";

/** Lines `from` to `to` of a file, both included, from 1; `null` when they may not or cannot be shown. */
export type SourceLines = (file: string, from: number, to: number) => readonly string[] | null;

/** Lines shown of a place that spans many. */
export const MAX_FRAME_LINES = 3;
const TAB = "  ";

/** One line before for context, then at most `MAX_FRAME_LINES` of the place; empty without source. */
export function codeFrame(
  location: Location,
  source: SourceLines,
  width: number,
  paint: Paint,
): readonly string[] {
  const from = Math.max(1, location.line - 1);
  const to = Math.min(Math.max(location.endLine, location.line), location.line + MAX_FRAME_LINES - 1);
  const lines = source(location.file, from, to);
  if (lines === null || lines.length <= location.line - from) return [];
  const gutter = String(to).length;
  const frame: string[] = [];
  for (const [index, text] of lines.entries()) {
    const number = from + index;
    const marked = number >= location.line;
    const start = number === location.line ? location.column - 1 : firstVisible(text);
    const end = number === location.endLine ? location.endColumn - 1 : text.trimEnd().length;
    const shown = cut(
      text,
      marked ? start : location.column - 1,
      marked ? end : text.length,
      width - gutter - 5,
    );
    const label = String(number).padStart(gutter);
    frame.push(`${marked ? paint("red", ">") : " "} ${paint("dim", `${label} |`)} ${shown.text}`.trimEnd());
    if (number === location.line) {
      const marks = " ".repeat(shown.start) + "^".repeat(Math.max(1, shown.end - shown.start));
      frame.push(`  ${" ".repeat(gutter)} ${paint("dim", "|")} ${paint("red", marks)}`);
    }
  }
  return frame;
}

interface Cut {
  readonly text: string;
  /** Columns of the marked part in the cut text, from 0; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A window of a line around the marked part: exports put a whole table on one line. */
function cut(line: string, start: number, end: number, width: number): Cut {
  const whole = expand(line, start, end);
  if (whole.text.length <= width) return whole;
  const room = Math.max(width - 2, 1);
  const lead = Math.floor(room / 4);
  const first = Math.max(0, Math.min(whole.start - lead, whole.text.length - room));
  const last = Math.min(whole.text.length, first + room);
  const before = first > 0 ? "…" : "";
  const after = last < whole.text.length ? "…" : "";
  const place = (column: number): number => Math.min(Math.max(column, first), last) - first + before.length;
  return {
    text: before + whole.text.slice(first, last) + after,
    start: place(whole.start),
    end: place(whole.end),
  };
}

/** Tabs as spaces, everything unseen as one space, with the marked columns moved along. */
function expand(line: string, start: number, end: number): Cut {
  const part = (from: number, to: number): string => plainInPlace(line.slice(from, to).replaceAll("\t", TAB));
  const first = Math.min(Math.max(start, 0), line.length);
  const last = Math.min(Math.max(end, first), line.length);
  const [before, marked, after] = [part(0, first), part(first, last), part(last, line.length)];
  return { text: before + marked + after, start: before.length, end: before.length + marked.length };
}

function firstVisible(text: string): number {
  return text.length - text.trimStart().length;
}
