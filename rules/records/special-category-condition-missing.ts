/** Activities with special-category or criminal data and no condition that lifts the prohibition. */
import { articleOf, categoriesNamed, categoryLabel } from "../kit/categories.ts";
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf } from "../kit/evidence.ts";
import type { Category, Field } from "../kit/facts.ts";
import { controllerActivities, WHOLE_ESTATE, type Activity } from "./declared-activity.ts";

const ARTICLES = { art9: "Art. 9(2)", art10: "Art. 10" } as const;

export default defineRule({
  meta: {
    id: "records/special-category-condition-missing",
    title: "Special data without Art. 9 or 10 entry",
    family: "records",
    severity: { minimal: "error", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 9(2)", "Art. 10", "Art. 30(1)(c)"],
    basis: "law",
    systems: "all",
    inputs: ["records"],
    options: { minConfidence: 0.75 },
    messages: {
      found: {
        what: "Activity {activity} keeps data on {categories}, and no condition under {article} is declared",
        why: "Such data may be used only where one of the conditions holds ({article}).",
        fix: "Declare the condition with its provision or document, or remove the fields.",
      },
    },
  },

  check(context) {
    if (context.register === null) return;
    for (const activity of controllerActivities(context.register)) {
      for (const special of ["art9", "art10"] as const) judge(context, activity, special);
    }
  },
});

function judge(context: RuleContext, activity: Activity, special: keyof typeof ARTICLES): void {
  const { record, declared, path, title, place } = activity;
  if (isDeclared(record.cells["art9-condition"].value, declared["art9-condition"]?.condition, special))
    return;
  const fields = record.elements
    .map((element) => context.field(element))
    .filter((field): field is Field => field !== undefined && isSpecial(context, field, special));
  const named = record.cells["data-categories"].value
    .flatMap(categoriesNamed)
    .filter((category) => articleOf(category) === special);
  const found: readonly Category[] = fields.map((field) => context.verdict(field).category);
  const categories = [...new Set([...found, ...named])].sort();
  if (categories.length === 0) return;

  context.report({
    system: WHOLE_ESTATE,
    path,
    location: place("art9-condition"),
    args: {
      activity: title,
      categories: categories.map((category) => categoryLabel(category).toLowerCase()),
      article: ARTICLES[special],
    },
    articles: [ARTICLES[special], "Art. 30(1)(c)"],
    evidence: fields.map(definitionOf),
    related: fields.map((field) => ({ role: "holds such data", path: field.path, location: field.location })),
    discriminator: special,
  });
}

/** One cell serves both articles; the letter says which, and words without a letter are taken for both. */
function isDeclared(
  lines: readonly string[],
  condition: string | undefined,
  special: keyof typeof ARTICLES,
): boolean {
  if (lines.length === 0) return false;
  if (condition === undefined) return true;
  return (condition === "article 10") === (special === "art10");
}

function isSpecial(context: RuleContext, field: Field, special: keyof typeof ARTICLES): boolean {
  const verdict = context.verdict(field);
  return (
    verdict.special === special &&
    verdict.personal !== "no" &&
    verdict.confidence >= context.option<number>("minConfidence")
  );
}
