/** The declared content of a cell as lines of text, with who declared it and when. */
import type { DeclaredActivity } from "./declaration-schema.ts";
import { cellLines, type PartyNames } from "./declared-lines.ts";
import type { Column } from "./register.ts";

export interface DeclaredCell {
  readonly lines: readonly string[];
  readonly by: string | null;
  readonly on: string | null;
}

/** `null` when the activity declares nothing for the column. */
export function declaredCell(
  activity: DeclaredActivity | null,
  column: Column,
  parties: PartyNames,
): DeclaredCell | null {
  if (activity === null) return null;
  const lines = cellLines(activity, column, parties);
  if (lines.length === 0) return null;
  // The basis of a transfer is declared with the transfer.
  const content: unknown =
    activity[column] ?? (column === "transfer-mechanism" ? activity["third-countries"] : undefined);
  const signed = typeof content === "object" && !Array.isArray(content) ? (content as Signed) : {};
  return { lines, by: signed.by ?? null, on: signed.on ?? null };
}

interface Signed {
  readonly by?: string;
  readonly on?: string;
}
