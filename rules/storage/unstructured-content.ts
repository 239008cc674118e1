/** Text, logs and files next to people, into which anything may be written. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { ownFields, type Entity, type EntityRole, type Field, type System } from "../kit/facts.ts";
import type { FlowStep } from "../kit/finding.ts";
import { labelOf } from "../kit/label.ts";
import { keepsRecords } from "./record-entity.ts";

/** What is written there is about things, however many people are linked to them. */
const ABOUT_THINGS: ReadonlySet<EntityRole> = new Set([
  "catalogue",
  "configuration-item",
  "organisation",
  "site",
]);

export default defineRule({
  meta: {
    id: "storage/unstructured-content",
    title: "Unstructured content next to a data subject",
    family: "storage",
    severity: { minimal: "off", recommended: "info", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 17(1)", "Art. 30(1)(c)", "Art. 32(1)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["model"],
    options: { maxHops: 1, minFields: 1 },
    messages: {
      found: {
        what: "{entity} has {count} unstructured {noun} ({fields}) next to {subject}",
        why: "Anything can be written there, so finding and erasing it needs a text search (Art. 5(1)(c), 17(1)).",
        fix: "Add guidance on the form, restrict who writes, and name unstructured content in the record.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const { entity, fields, added } of groupsOf(context, system)) {
        if (fields.length < context.option<number>("minFields")) continue;
        report(context, system, entity, fields, added);
      }
    }
  },
});

interface Group {
  /** Where the finding stands. */
  readonly entity: Entity;
  readonly fields: Field[];
  readonly added: boolean;
}

/** Fields of the standard model by the root of their hierarchy; what was added, by the entity it was added to. */
function groupsOf(context: RuleContext, system: System): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const entity of system.entities) {
    if (!keepsRecords(entity) || ABOUT_THINGS.has(entity.role) || !isNear(context, system, entity)) continue;
    for (const field of ownFields(entity)) {
      if (!mayHoldAnything(context, field)) continue;
      const added = field.origin.by !== "vendor";
      const at = added ? entity : rootOf(context, system, entity);
      const key = `${at.name} ${String(added)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { entity: at, fields: [field], added });
      else group.fields.push(field);
    }
  }
  return [...groups.values()];
}

function mayHoldAnything(context: RuleContext, { path, freeText, writable }: Field): boolean {
  const roomy = freeText === "long" || freeText === "log" || freeText === "binary";
  return roomy && writable && context.verdict(path).personal === "may-contain";
}

function isNear(context: RuleContext, system: System, entity: Entity): boolean {
  const path = context.subjectPath(system, entity);
  return path !== null && path.hops <= context.option<number>("maxHops");
}

/** Highest parent that is near people too. */
function rootOf(context: RuleContext, system: System, entity: Entity): Entity {
  const parent = entity.parent === null ? undefined : context.entity(system, entity.parent);
  if (parent === undefined || !isNear(context, system, parent)) return entity;
  return rootOf(context, system, parent);
}

function report(
  context: RuleContext,
  system: System,
  entity: Entity,
  fields: readonly Field[],
  added: boolean,
): void {
  const nearest = fields[0]?.declaredIn ?? entity.name;
  const via = context.subjectPath(system, context.entity(system, nearest) ?? entity)?.via ?? [];
  const subject = via.map((path) => context.field(path)?.target ?? null).find((target) => target !== null);
  context.report({
    system: system.id,
    path: entity.path,
    location: (added ? fields[0]?.location : null) ?? entity.location,
    args: {
      entity: labelOf(entity),
      count: fields.length,
      noun: fields.length === 1 ? "field" : "fields",
      fields: fields.map(({ name, declaredIn }) =>
        declaredIn === entity.name ? name : `${declaredIn}.${name}`,
      ),
      subject: via.length === 0 ? "the data of the person" : (subject ?? "a person"),
    },
    flow: via.map((path): FlowStep => {
      const relation = context.field(path);
      const label = `${relation?.declaredIn ?? ""}.${relation?.name ?? ""} → ${relation?.target ?? "?"}`;
      return { kind: "relation", path, label, location: relation?.location ?? null };
    }),
    related: fields.map(({ path, location }) => ({ role: "unstructured", path, location })),
    discriminator: added ? "added" : "standard",
  });
}
