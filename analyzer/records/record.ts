/** Builds one record: every column gets a cell, from what was found, what was declared, or the question that is open. */
import { dataCategories } from "./cells/data-categories.ts";
import { dataSubjects } from "./cells/data-subjects.ts";
import { freeText } from "./cells/free-text.ts";
import { measures } from "./cells/measures.ts";
import { proposedName } from "./cells/name.ts";
import { externalRecipients, internalRecipients } from "./cells/recipients.ts";
import { retentionEvidence } from "./cells/retention-evidence.ts";
import { rights } from "./cells/rights.ts";
import { software } from "./cells/software.ts";
import { sources } from "./cells/sources.ts";
import { evidenceDigest } from "./digest.ts";
import { activityQuestions } from "./hints.ts";
import { mergeCell } from "./merge-cell.ts";
import { NOTHING_FOUND, type Found, type RecordFacts } from "./record-facts.ts";
import { COLUMNS, type ActivityRecord, type Cell, type Column } from "./register.ts";

/** Columns that artefacts may fill. One that is not here is filled by a declaration, or stays a question. */
const FINDERS: Readonly<Partial<Record<Column, (facts: RecordFacts) => Found>>> = {
  name: proposedName,
  "data-subjects": dataSubjects,
  "data-categories": dataCategories,
  "free-text": freeText,
  sources,
  "internal-recipients": internalRecipients,
  "external-recipients": externalRecipients,
  "retention-evidence": retentionEvidence,
  measures,
  software,
  rights,
};

export function buildRecord(facts: RecordFacts): ActivityRecord {
  const { id, declared, elements, declarations } = facts;
  const cells = Object.fromEntries(
    COLUMNS.map((column) => [column, mergeCell(facts, column, FINDERS[column]?.(facts) ?? NOTHING_FOUND)]),
  ) as Record<Column, Cell>;
  const digest = evidenceDigest(COLUMNS.flatMap((column) => cells[column].evidence));
  const location = declarations?.places[`activities.${id}`];
  return {
    id,
    role: declared?.role ?? "controller",
    status: declared?.status ?? "draft",
    systems: [...new Set(elements.map(({ system }) => system.id))].sort(),
    cells,
    elements: elements.map(({ path }) => path),
    evidenceDigest: digest,
    approval:
      declared?.review?.approvedOn === undefined
        ? null
        : declared.review.evidence === digest
          ? "current"
          : "outdated",
    questions: activityQuestions(facts),
    ...(location !== undefined && { location }),
  };
}
