/** Counts Article 30 items that are filled or justified; says nothing about accuracy or lawfulness. */
import { COLUMN } from "./columns.ts";
import { COLUMNS, type ActivityRecord, type RegisterParty } from "./register.ts";

export function completenessOf(
  records: readonly ActivityRecord[],
  _parties: readonly RegisterParty[],
): { readonly filled: number; readonly of: number } {
  let filled = 0;
  let of = 0;
  for (const record of records) {
    for (const column of COLUMNS) {
      if (COLUMN[column].item[record.role] === null) continue;
      of += 1;
      const { state } = record.cells[column];
      if (state === "declared" || state === "inferred" || state === "not-applicable") filled += 1;
    }
  }
  return { filled, of };
}
