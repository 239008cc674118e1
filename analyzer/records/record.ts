/** Builds one record: every column gets a cell, from what was found, what was declared, or the question that is open. */
import { mergeCell } from "./merge-cell.ts";
import { dataCategories } from "./cells/data-categories.ts";
import { ACTIVITY_NAMES } from "./library/names.ts";
import { NOTHING_FOUND, type Found, type RecordFacts } from "./record-facts.ts";
import { COLUMNS, type ActivityRecord, type Cell, type Column } from "./register.ts";

/** Columns that may be filled from artefacts. A column that is not here is only ever declared. */
const FINDERS: Readonly<Partial<Record<Column, (facts: RecordFacts) => Found>>> = {
  name: proposedName,
  "data-categories": dataCategories,
};

export function buildRecord(facts: RecordFacts): ActivityRecord {
  const { id, declared, elements } = facts;
  const cells = Object.fromEntries(
    COLUMNS.map((column) => [column, mergeCell(facts, column, FINDERS[column]?.(facts) ?? NOTHING_FOUND)]),
  ) as Record<Column, Cell>;
  return {
    id,
    role: declared?.role ?? "controller",
    status: declared?.status ?? "draft",
    systems: [...new Set(elements.map(({ system }) => system.id))].sort(),
    cells,
    elements: elements.map(({ path }) => path),
  };
}

function proposedName({ id, library }: RecordFacts): Found {
  const name = library === null ? undefined : ACTIVITY_NAMES[library.id]?.en;
  if (name === undefined) return NOTHING_FOUND;
  return { lines: [{ key: id, text: name, evidence: [] }], question: null };
}
