/** Personal data the systems hold and no activity of the record declares. */
import { categoriesNamed, categoryLabel } from "../kit/categories.ts";
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { fieldPath, ownFields, type Category, type Field, type System } from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";
import { activitiesOf, type Activity } from "./declared-activity.ts";

export default defineRule({
  meta: {
    id: "records/undeclared-category",
    title: "Personal data found but absent from the record",
    family: "records",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 30(1)(c)", "Art. 5(2)"],
    basis: "law",
    systems: "all",
    inputs: ["records"],
    messages: {
      found: {
        what: "{category}: {places} in {system}, in no activity of the record{belongs}",
        why: "The record lists the categories of personal data that are held (Art. 30(1)(c)).",
        fix: "Add it to the activity that uses it, or remove the data.",
      },
      orphan: {
        what: "{count} personal fields of {entities} in {system} belong to no declared activity{belongs}",
        why: "For what nobody assigned, the record states neither purpose nor time limit (Art. 30(1), 5(2)).",
        fix: "Name the entities under elements of the activity that uses them, or declare the proposed one.",
      },
    },
  },

  check(context) {
    if (context.register === null) return;
    const activities = activitiesOf(context.register);
    for (const system of context.systems) judge(context, system, activities);
  },
});

function judge(context: RuleContext, system: System, activities: readonly Activity[]): void {
  const here = activities.filter(
    ({ record }) => record.systems.length === 0 || record.systems.includes(system.id),
  );
  const declared = new Set(
    here.flatMap(({ record }) => record.cells["data-categories"].value.flatMap(categoriesNamed)),
  );
  const assigned = definitionsIn(system, here);

  const missing = new Map<Category, Field[]>();
  const orphans: Field[] = [];
  for (const field of system.entities.flatMap((entity) => ownFields(entity))) {
    const verdict = context.verdict(field);
    if (standingOf(verdict) !== "yes" || verdict.category === "none" || field.kind === "copy") continue;
    if (declared.has(verdict.category)) {
      if (!assigned.has(definition(field))) orphans.push(field);
    } else missing.set(verdict.category, [...(missing.get(verdict.category) ?? []), field]);
  }
  for (const [category, fields] of missing) {
    report(context, system, here, fields, "found", category, {
      category: categoryLabel(category),
      places: fields.length === 1 ? (fields[0] as Field).path : `${fields.length} fields`,
    });
  }
  if (orphans.length === 0) return;
  const entities = [...new Set(orphans.map(({ declaredIn }) => declaredIn))];
  report(context, system, here, orphans, "orphan", "", { count: orphans.length, entities });
}

function report(
  context: RuleContext,
  system: System,
  activities: readonly Activity[],
  fields: readonly Field[],
  messageId: "found" | "orphan",
  discriminator: string,
  args: Record<string, string | number | readonly string[]>,
): void {
  context.report({
    system: system.id,
    path: system.id,
    location: fields.find(({ location }) => location !== null)?.location ?? null,
    messageId,
    args: { ...args, system: system.product.name, belongs: placeFor(context, fields, activities) },
    related: fields.map(({ path, location }) => ({ role: "found here", path, location })),
    raise: messageId === "orphan" ? -1 : 0,
    discriminator,
  });
}

/** An abstract entity keeps nothing: its field belongs where an heir of it is assigned. */
function definitionsIn(system: System, activities: readonly Activity[]): ReadonlySet<string> {
  const elements = new Set(activities.flatMap(({ record }) => record.elements));
  return new Set(
    system.entities.flatMap(({ name, fields }) =>
      fields.filter((field) => elements.has(fieldPath(system.id, name, field.name))).map(definition),
    ),
  );
}

function definition({ declaredIn, name }: Field): string {
  return `${declaredIn}.${name}`;
}

/** `; proposed: ITSM-04 "Accounts"`, or the activity in force whose fields they are. */
function placeFor(
  { register }: RuleContext,
  fields: readonly Field[],
  activities: readonly Activity[],
): string {
  const paths = new Set(fields.map(({ path }) => path));
  const holds = ({ elements }: Activity["record"]): boolean => elements.some((element) => paths.has(element));
  const activity = activities.find(({ record }) => holds(record));
  if (activity !== undefined) return `; the fields belong to ${activity.title}`;
  const record = register?.records.find(holds);
  const name = record?.cells.name.value[0];
  if (record === undefined) return "";
  return `; proposed: ${record.id}${name === undefined ? "" : ` "${name}"`}`;
}
