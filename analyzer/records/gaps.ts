/** What the law asks and nobody declared, and what declarations and systems say differently. */
import { COLUMN } from "./columns.ts";
import type { Element } from "./elements.ts";
import { COLUMNS, type ActivityRecord, type Gap, type RegisterParty } from "./register.ts";

export function gapsOf(
  records: readonly ActivityRecord[],
  parties: readonly RegisterParty[],
  orphans: readonly Element[],
): readonly Gap[] {
  const gaps: Gap[] = [];
  if (!parties.some(({ role }) => role === "controller")) {
    gaps.push({
      record: null,
      column: "controller",
      article: "Art. 30(1)(a)",
      kind: "missing",
      says: "No controller is declared.",
    });
  }
  for (const record of records) {
    for (const column of COLUMNS) {
      const { state, question, note } = record.cells[column];
      const { article, item } = COLUMN[column];
      if (state === "missing" && item[record.role] !== null) {
        gaps.push({
          record: record.id,
          column,
          article,
          kind: "missing",
          says: question ?? "Nothing is declared.",
        });
      }
      if (state === "conflict")
        gaps.push({ record: record.id, column, article, kind: "conflict", says: note ?? "" });
    }
  }
  if (orphans.length > 0) {
    gaps.push({
      record: null,
      column: "activity",
      article: "Art. 30(1)(c)",
      kind: "unassigned",
      says: `${orphans.length} personal facts are in no activity.`,
    });
  }
  return gaps;
}
