/** Copies of what the person's own record already holds. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf } from "../kit/evidence.ts";
import { type Entity, type Field, type System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { copiesOf } from "./copied-contact.ts";
import { parallelFields } from "./parallel-register.ts";
import { keepsRecords } from "./record-entity.ts";
import { standingOf } from "../kit/standing.ts";

const WHY = "Copies go stale, and correcting or erasing the person misses them (Art. 5(1)(d), 16, 17(1)).";

export default defineRule({
  meta: {
    id: "storage/duplicated-personal-data",
    title: "Copy of a person's data outside the person record",
    family: "storage",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 5(1)(d)", "Art. 16", "Art. 17(1)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["model"],
    options: { minFields: 2, ignoreEntities: [] },
    messages: {
      copy: {
        what: "{label} of {entity} repeats {category} data that {relation} already leads to",
        why: WHY,
        fix: "Show the value through the reference in place of storing it again.",
      },
      parallel: {
        what: "{entity} is a register of people of its own ({fields}), without a link to {subject}",
        why: WHY,
        fix: "Replace the fields by a reference to {subject}, or say in the record why these people are kept apart.",
      },
      "display-name": {
        what: "The display name of {entity} contains {category} data ({label})",
        why: "The display name is shown and copied wherever the record is referred to, logged or deleted (Art. 5(1)(c), 17(1)).",
        fix: "Name the record by the person's name only.",
      },
    },
  },

  check(context) {
    const ignored = context.option<readonly string[]>("ignoreEntities");
    for (const system of context.systems) {
      for (const entity of system.entities) {
        if (!keepsRecords(entity) || ignored.includes(entity.name)) continue;
        reportCopies(context, system, entity);
        reportRegister(context, system, entity);
        if (entity.role === "subject") reportDisplayName(context, system, entity);
      }
    }
  },
});

function reportCopies(context: RuleContext, system: System, entity: Entity): void {
  for (const { field, relation, category } of copiesOf(context, system, entity)) {
    context.report({
      system: system.id,
      path: field.path,
      location: field.location,
      messageId: "copy",
      args: { label: labelOf(field), entity: labelOf(entity), category, relation: relation.name },
      evidence: [definitionOf(field), definitionOf(relation)],
      related: [{ role: "leads to the person", path: relation.path, location: relation.location }],
      discriminator: relation.path,
    });
  }
}

function reportRegister(context: RuleContext, system: System, entity: Entity): void {
  const parallel = parallelFields(context, system, entity);
  if (parallel === null || parallel.fields.length < context.option<number>("minFields")) return;
  context.report({
    system: system.id,
    path: entity.path,
    location: entity.location,
    messageId: "parallel",
    args: {
      entity: labelOf(entity),
      fields: parallel.fields.map(({ name }) => name),
      subject: labelOf(parallel.subject),
    },
    evidence: parallel.fields.map(definitionOf),
    related: [
      { role: "the person record", path: parallel.subject.path, location: parallel.subject.location },
    ],
  });
}

/** Judged where the naming is defined: an heir that leaves it as it is says nothing new. */
function reportDisplayName(context: RuleContext, system: System, entity: Entity): void {
  const parent = entity.parent === null ? undefined : context.entity(system, entity.parent);
  const inherited = new Set(parent?.identity.displayName);
  for (const name of entity.identity.displayName) {
    const field: Field | undefined = entity.fields.find((each) => each.name === name);
    if (field === undefined || inherited.has(name)) continue;
    const verdict = context.verdict(field);
    if (standingOf(verdict) !== "yes" || verdict.category === "name" || verdict.category === "org-unit")
      continue;
    context.report({
      system: system.id,
      path: entity.path,
      location: entity.location ?? field.location,
      messageId: "display-name",
      args: { entity: labelOf(entity), label: labelOf(field), category: verdict.category },
      evidence: [definitionOf(field)],
      discriminator: field.path,
    });
  }
}
