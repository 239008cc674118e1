/** Names that lead nowhere: what renames and missing modules leave behind. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { localPart, systemOf, type System } from "../kit/facts.ts";
import { namesOf, nearestName, type Names } from "./nearest-name.ts";
import { referencesOf, type Reference } from "./references.ts";

export default defineRule({
  meta: {
    id: "model/unresolved-reference",
    title: "Reference to an entity or field that does not exist",
    family: "model",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(2)"],
    basis: "product practice",
    systems: "all",
    inputs: ["model"],
    options: { ignore: [], baseMissing: 20 },
    messages: {
      found: {
        what: "{name} in {where} does not exist{hint}",
        why: "A flow or a right that cannot be followed is missing from the map and the record (Art. 5(2)).",
        fix: "Correct the name, or add the module that brings it.",
      },
      "base-missing": {
        what: "{count} names in {file} do not exist: the model it builds on seems to be missing ({names})",
        why: "Flows and rights that cannot be followed are missing from the map and the record (Art. 5(2)).",
        fix: "Add the product's own modules, or the extensions this file depends on, to the analysed paths.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const names = namesOf(system);
      const unresolved = [...referencesOf(system)].flatMap((reference) => {
        const name = missingName(context, system, reference);
        return name === null ? [] : [{ reference, name }];
      });
      for (const [file, group] of byFile(unresolved)) {
        if (file !== null && group.length > context.option<number>("baseMissing")) {
          reportBase(context, system, file, group);
        } else {
          for (const each of group) reportOne(context, system, each, names);
        }
      }
    }
  },
});

interface Unresolved {
  readonly reference: Reference;
  /** `Ticket` or `Person.mobile`. */
  readonly name: string;
}

function missingName(context: RuleContext, system: System, { to }: Reference): string | null {
  const name = to.kind === "entity" ? to.name : localPart(to.path);
  if (context.option<readonly string[]>("ignore").includes(name)) return null;
  if (to.kind === "entity") return context.entity(system, name) === undefined ? name : null;
  // A flow into a system that is not analysed is no defect of this one.
  const analysed = context.estate.systems.some(({ id }) => id === systemOf(to.path));
  return analysed && context.field(to.path) === undefined ? name : null;
}

function reportOne(
  context: RuleContext,
  system: System,
  { reference, name }: Unresolved,
  names: Names,
): void {
  const near = nearestName(name, names);
  context.report({
    system: system.id,
    path: reference.from,
    location: reference.location,
    args: { name, where: reference.where, hint: near === null ? "" : `; did you mean ${near}?` },
    discriminator: name,
  });
}

function reportBase(context: RuleContext, system: System, file: string, group: readonly Unresolved[]): void {
  const names = [...new Set(group.map(({ name }) => name))].sort();
  context.report({
    system: system.id,
    path: system.id,
    location: group[0]?.reference.location ?? null,
    messageId: "base-missing",
    args: { count: group.length, file, names },
    discriminator: file,
  });
}

function byFile(unresolved: readonly Unresolved[]): ReadonlyMap<string | null, readonly Unresolved[]> {
  const files = new Map<string | null, Unresolved[]>();
  for (const each of unresolved) {
    const file = each.reference.location?.file ?? null;
    const group = files.get(file);
    if (group === undefined) files.set(file, [each]);
    else group.push(each);
  }
  return files;
}
