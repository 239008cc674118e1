/** Counts Article 30 items that are filled or justified; says nothing about accuracy or lawfulness. */
import { COLUMN } from "./columns.ts";
import { COLUMNS, type ActivityRecord, type Column, type Register, type RegisterParty } from "./register.ts";

/**
 * One item per letter of Article 30(1) or (2) and record, and one for the controller. An item that several columns
 * answer is filled when each of them is. A proposal nobody confirmed fills nothing; retired records are left out.
 */
export function completenessOf(
  records: readonly ActivityRecord[],
  parties: readonly RegisterParty[],
): Register["completeness"] {
  const controller = parties.some(({ role, contact }) => role === "controller" && contact !== null);
  let filled = controller ? 1 : 0;
  let of = 1;
  for (const record of records) {
    if (record.status === "retired") continue;
    for (const columns of itemsOf(record).values()) {
      of += 1;
      if (columns.every((column) => isFilled(record, column))) filled += 1;
    }
  }
  return { filled, of };
}

/** Columns by the item of Article 30 they answer. */
export function itemsOf(record: ActivityRecord): ReadonlyMap<string, readonly Column[]> {
  const items = new Map<string, Column[]>();
  for (const column of COLUMNS) {
    const item = COLUMN[column].item[record.role];
    if (item !== null) items.set(item, [...(items.get(item) ?? []), column]);
  }
  return items;
}

function isFilled({ cells }: ActivityRecord, column: Column): boolean {
  const { state } = cells[column];
  if (state === "inferred") return COLUMN[column].kind === "inferred";
  return state === "declared" || state === "not-applicable";
}
