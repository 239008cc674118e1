/** The declared content of a cell as lines of text, with who declared it and when. */
import type { DeclaredActivity } from "./declaration-schema.ts";
import { cellLines } from "./declared-lines.ts";
import type { Column } from "./register.ts";

export interface DeclaredCell {
  readonly lines: readonly string[];
  readonly by: string | null;
  readonly on: string | null;
}

/** `null` when the activity declares nothing for the column. */
export function declaredCell(activity: DeclaredActivity | null, column: Column): DeclaredCell | null {
  const content = activity?.[column];
  if (activity === null || content === undefined) return null;
  const lines = cellLines(activity, column);
  if (lines.length === 0) return null;
  const signed =
    typeof content === "object" && !Array.isArray(content) ? (content as { by?: string; on?: string }) : {};
  return { lines, by: signed.by ?? null, on: signed.on ?? null };
}
