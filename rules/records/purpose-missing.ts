/** Activities of the record that do not say what the data are used for. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { controllerActivities, WHOLE_ESTATE, type Activity } from "./declared-activity.ts";

export default defineRule({
  meta: {
    id: "records/purpose-missing",
    title: "Activity without purpose",
    family: "records",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 30(1)(b)", "Art. 5(1)(b)"],
    basis: "law",
    systems: "all",
    inputs: ["records"],
    messages: {
      found: {
        what: "Activity {activity} has no purpose",
        why: "The purposes are part of what a record holds (Art. 30(1)(b)); nothing in a system tells them.",
        fix: "State in a sentence what the data are used for.",
      },
      name: {
        what: 'Activity {activity} gives "{purpose}" as its purpose, which is the name of {thing}',
        why: "A name does not say what the data are used for (Art. 30(1)(b), 5(1)(b)).",
        fix: "State in a sentence what the data are used for.",
      },
    },
  },

  check(context) {
    if (context.register === null) return;
    for (const activity of controllerActivities(context.register)) judge(context, activity);
  },
});

function judge(context: RuleContext, { record, path, title, place }: Activity): void {
  const purposes = record.cells.purpose.value;
  const location = place("purpose");
  if (purposes.length === 0) {
    context.report({ system: WHOLE_ESTATE, path, location, args: { activity: title } });
    return;
  }
  const names = namesIn(context, record.cells.name.value);
  const things = purposes.map((purpose) => names.get(plain(purpose)));
  const [purpose, thing] = [purposes[0] as string, things[0]];
  if (thing === undefined || things.includes(undefined)) return;
  const args = { activity: title, purpose, thing };
  context.report({ system: WHOLE_ESTATE, path, location, messageId: "name", args });
}

/** What things are called, with what they are; the activity's own name comes before all others. */
function namesIn({ estate }: RuleContext, own: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { product, modules, entities } of estate.systems) {
    for (const { name, labels } of entities) {
      for (const each of [name, ...Object.values(labels)]) names.set(plain(each), "a class of the model");
    }
    for (const module of modules) names.set(plain(module), "a module");
    names.set(plain(product.name), "a product");
  }
  for (const name of own) names.set(plain(name), "the activity itself");
  return names;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
