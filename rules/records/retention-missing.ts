/** Activities that do not say when data are erased, or from when a period counts. */
import { categoriesNamed, categoryLabel } from "../kit/categories.ts";
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Category } from "../kit/facts.ts";
import {
  controllerActivities,
  WHOLE_ESTATE,
  type Activity,
  type DeclaredActivity,
} from "./declared-activity.ts";

type Limit = NonNullable<NonNullable<DeclaredActivity["retention"]>["items"]>[number];

/** A period and nothing else, in words: `12 months`. */
const BARE_PERIOD = /^\s*\d+\s*(?:days?|weeks?|months?|years?)\s*\.?\s*$/i;

export default defineRule({
  meta: {
    id: "records/retention-missing",
    title: "No period, criterion or start event",
    family: "records",
    severity: { minimal: "warning", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 30(1)(f)", "Art. 5(1)(e)", "Art. 13(2)(a)"],
    basis: "law",
    systems: "all",
    inputs: ["records"],
    messages: {
      found: {
        what: "Activity {activity} has no time limit for {categories}",
        why: "The envisaged limits for erasure are part of the record where possible (Art. 30(1)(f)).",
        fix: "Declare a period or a criterion, from when it counts, and how it is carried out.",
      },
      "no-start": {
        what: "Activity {activity} gives {limits} without saying from when",
        why: "A period without a start never ends (Art. 5(1)(e)).",
        fix: "Add the event it counts from, such as the closing of the ticket or the end of employment.",
      },
    },
  },

  check(context) {
    if (context.register === null) return;
    for (const activity of controllerActivities(context.register)) judge(context, activity);
  },
});

function judge(context: RuleContext, activity: Activity): void {
  const { record, declared, path, title, place } = activity;
  const common = { system: WHOLE_ESTATE, path, location: place("retention") };
  const cell = record.cells.retention;
  if (cell.state === "not-applicable") return;
  const items = declared.retention?.items ?? [];
  const open = cell.value.length === 0 ? ["any of its data"] : uncovered(activity, items);
  if (open.length > 0) {
    const timers = record.cells["retention-evidence"].value;
    context.report({
      ...common,
      args: { activity: title, categories: open },
      // What a system does is shown, never taken for what was decided.
      evidence: timers.map((text) => ({ kind: "computed", text: `the systems: ${text}`, location: null })),
    });
  }
  const limits = startless(cell.value, items);
  if (limits.length > 0) {
    context.report({ ...common, messageId: "no-start", args: { activity: title, limits } });
  }
}

/** Categories of the activity that no limit covers; `all` and a limit in plain words cover every one. */
function uncovered({ record }: Activity, items: readonly Limit[]): readonly string[] {
  if (items.length < record.cells.retention.value.length) return [];
  const limited = items.filter(
    ({ duration, criterion }) => duration !== undefined || criterion !== undefined,
  );
  if (limited.some(({ category }) => /^\s*(?:all|\*)\s*$/i.test(category))) return [];
  const covered = new Set<Category>(limited.flatMap(({ category }) => categoriesNamed(category)));
  const categories = new Set(record.cells["data-categories"].value.flatMap(categoriesNamed));
  return [...categories].filter((category) => !covered.has(category)).map(categoryLabel);
}

function startless(lines: readonly string[], items: readonly Limit[]): readonly string[] {
  const parts = items
    .filter(({ duration, start }) => duration !== undefined && start === undefined)
    .map(({ category, duration }) => `${duration} for ${category}`);
  return [...parts, ...lines.filter((line) => BARE_PERIOD.test(line)).map((line) => line.trim())];
}
