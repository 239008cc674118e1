/** What the law asks and nobody declared, and what declarations and systems say differently. */
import { COLUMN } from "./columns.ts";
import type { Declarations } from "./declarations.ts";
import type { DeclaredActivity } from "./declaration-schema.ts";
import type { Element } from "./elements.ts";
import { withoutLimit } from "./retention-conflict.ts";
import { COLUMNS, type ActivityRecord, type Gap, type RegisterParty } from "./register.ts";
import { TAXONOMY } from "../classify/taxonomy.ts";

/** Beyond the letters of Article 30, all 17 authority templates that were compared ask for these two. */
const ASKED_EVERYWHERE: ReadonlySet<string> = new Set(["legal-basis", "transfer-mechanism"]);

export interface GapInput {
  readonly records: readonly ActivityRecord[];
  readonly parties: readonly RegisterParty[];
  /** Personal facts in no activity. */
  readonly orphans: readonly Element[];
  /** Elements by activity. */
  readonly byActivity: ReadonlyMap<string, readonly Element[]>;
  readonly declarations: Declarations | null;
}

export function gapsOf({ records, parties, orphans, byActivity, declarations }: GapInput): readonly Gap[] {
  const activities = declarations?.register.activities ?? {};
  return [
    ...partyGaps(parties),
    ...records
      .filter(({ status }) => status !== "retired")
      .flatMap((record) => [
        ...cellGaps(record),
        ...declarationGaps(record, activities[record.id] ?? null, byActivity.get(record.id) ?? [], parties),
      ]),
    ...orphanGaps(orphans),
  ];
}

function partyGaps(parties: readonly RegisterParty[]): readonly Gap[] {
  const gaps: Gap[] = [];
  const say = (column: Gap["column"], says: string): void =>
    void gaps.push({ record: null, column, article: "Art. 30(1)(a)", kind: "missing", says });
  const controller = parties.find(({ role }) => role === "controller");
  if (controller === undefined)
    say("controller", "Who is the controller? Name and contact details are not declared.");
  else if (controller.contact === null)
    say("controller", `The contact details of ${controller.name} are not declared.`);
  const officer = parties.find(({ role }) => role === "data-protection-officer");
  if (officer === undefined) say("officer", "Is there a data protection officer? None is declared.");
  else if (officer.contact === null)
    say("officer", "The contact details of the data protection officer are not declared.");
  return gaps;
}

function cellGaps(record: ActivityRecord): readonly Gap[] {
  return COLUMNS.flatMap((column): readonly Gap[] => {
    const { state, question, note } = record.cells[column];
    const { article, item } = COLUMN[column];
    const at = { record: record.id, column, article } as const;
    if (state === "conflict") return [{ ...at, kind: "conflict", says: note ?? "" }];
    const asked =
      item[record.role] !== null || (record.role === "controller" && ASKED_EVERYWHERE.has(column));
    return state === "missing" && asked ? [{ ...at, kind: "missing", says: question ?? "" }] : [];
  });
}

function declarationGaps(
  record: ActivityRecord,
  declared: DeclaredActivity | null,
  elements: readonly Element[],
  parties: readonly RegisterParty[],
): readonly Gap[] {
  if (declared === null) return [];
  const nameOf = (id: string): string => parties.find((party) => party.id === id)?.name ?? id;
  const gaps: Gap[] = [];
  const at = { record: record.id, kind: "missing" } as const;
  if (record.approval === "outdated") {
    const says = `Approved on other evidence than the present ${record.evidenceDigest ?? ""}. Review what has changed.`;
    gaps.push({ record: record.id, column: "activity", article: "Art. 5(2)", kind: "conflict", says });
  }
  if (record.role === "processor" && (declared.onBehalfOf ?? []).length === 0) {
    const says = "On whose behalf is this carried out? A processor's record names each controller.";
    gaps.push({ ...at, column: "controller", article: "Art. 30(2)(a)", says });
  }
  for (const { party, agreement } of declared.processors?.items ?? []) {
    if (agreement !== undefined) continue;
    gaps.push({
      ...at,
      column: "processors",
      article: "Art. 28(3)",
      says: `No agreement with ${nameOf(party)} is named.`,
    });
  }
  const basis = declared["legal-basis"];
  if (basis?.article6 === "f" && (basis.interest === undefined || basis.assessment === undefined)) {
    const says = "The interest and the reference of the balancing are not both named for Art. 6(1)(f).";
    gaps.push({ ...at, column: "legal-basis", article: "Art. 6(1)(f)", says });
  }
  if (record.role === "controller") {
    const categories = [...new Set(elements.flatMap((element) => element.categories))].sort();
    const open = withoutLimit(declared, categories).map((category) => TAXONOMY[category].label);
    if (open.length > 0) {
      gaps.push({
        ...at,
        column: "retention",
        article: "Art. 30(1)(f)",
        says: `No limit covers: ${open.join(", ")}.`,
      });
    }
  }
  return gaps;
}

function orphanGaps(orphans: readonly Element[]): readonly Gap[] {
  return orphans.map(({ path, categories }) => ({
    record: null,
    column: "activity",
    article: "Art. 30(1)(c)",
    kind: "unassigned",
    says: `${path}${categories.length === 0 ? "" : ` (${categories.map((each) => TAXONOMY[each].label).join(", ")})`} is in no activity.`,
  }));
}
