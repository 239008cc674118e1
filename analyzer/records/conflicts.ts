/** Where a declaration and the systems say different things, in words with both sides. */
import type { Found, RecordFacts } from "./record-facts.ts";
import type { Column } from "./register.ts";

/** `null` when nothing found goes beyond what was declared. */
export function conflictOf(
  _facts: RecordFacts,
  column: Column,
  found: Found,
  declared: readonly string[],
): string | null {
  if (column !== "data-categories") return null;
  const lower = declared.map((line) => line.toLowerCase());
  const missing = found.lines.filter(
    ({ key, text }) => !lower.some((line) => line.includes(key) || line.includes(text.toLowerCase())),
  );
  if (missing.length === 0) return null;
  return `Declared: ${declared.join("; ")}. Found and not declared: ${missing.map(({ text }) => text).join("; ")}.`;
}
