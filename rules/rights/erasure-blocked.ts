/** References and locks that stop the erasure of a person, or take other people's records along. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { ownFields, type Entity, type Field, type Movement, type System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { standingOf } from "../kit/standing.ts";
import { isActive, mappedFields, targetsOf } from "./subject-sources.ts";

interface Relation {
  readonly entity: Entity;
  readonly field: Field;
}

export default defineRule({
  meta: {
    id: "rights/erasure-blocked",
    title: "References or locks stop or distort deletion",
    family: "rights",
    severity: { minimal: "off", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 17(1)", "Art. 12(3)", "Art. 5(1)(d)"],
    basis: "vendor practice",
    systems: "all with relations",
    inputs: ["model"],
    options: { ignoreLinks: true },
    messages: {
      blocked: {
        what: "Deleting a {subject} stops at {count} mandatory {noun} until somebody names another person ({relations})",
        why: "A request to erase cannot be carried out in time (Art. 12(3), 17(1)).",
        fix: "Let the references be empty, or name the person who takes over.",
      },
      cascade: {
        what: "Deleting a {subject} deletes records of other people with it ({relations})",
        why: "Erasing one person destroys what others need (Art. 5(1)(d), 17(1)).",
        fix: "Let the references be empty and reset them when the person goes.",
      },
      locked: {
        what: "Fields of {subject} are locked by {sources} and cannot be changed here ({fields})",
        why: "A field that cannot be changed cannot be emptied or replaced (Art. 17(1)).",
        fix: "Remove the person at the source first, and see that the lock ends with the source record.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const subjects = system.entities.filter(({ role, abstract }) => role === "subject" && !abstract);
      for (const subject of subjects) {
        reportRelations(context, system, subject);
        reportLocks(context, system, subject);
      }
    }
  },
});

function reportRelations(context: RuleContext, system: System, subject: Entity): void {
  const named = new Set(targetsOf(context, system, subject));
  const relations = system.entities.flatMap((entity) =>
    ownFields(entity)
      .filter(({ kind, target }) => kind === "reference" && target !== null && named.has(target))
      .map((field): Relation => ({ entity, field })),
  );
  const mandatory = relations.filter(({ field }) => !field.nullable);
  report(
    "blocked",
    mandatory.filter(({ field }) => field.onTargetDelete === "ask" || field.onTargetDelete === "none"),
  );
  const links = context.option<boolean>("ignoreLinks");
  report(
    "cascade",
    relations.filter(({ entity, field }) => field.onTargetDelete === "cascade" && !(links && isLink(entity))),
  );

  function report(messageId: "blocked" | "cascade", found: readonly Relation[]): void {
    if (found.length === 0) return;
    context.report({
      system: system.id,
      path: subject.path,
      location: found[0]?.field.location ?? subject.location,
      messageId,
      args: {
        subject: labelOf(subject),
        count: found.length,
        noun: found.length === 1 ? "reference" : "references",
        relations: found.map(({ entity, field }) => `${entity.name}.${field.name}`),
      },
      related: found.map(({ field }) => ({ role: messageId, path: field.path, location: field.location })),
    });
  }
}

/** Rows that only join two records are nobody's. */
function isLink({ isLink: joins, role }: Entity): boolean {
  return joins || role === "person-link";
}

function reportLocks(context: RuleContext, system: System, subject: Entity): void {
  const locking = system.movements
    .filter(isActive)
    .filter((movement) => lockedFields(context, system, movement, subject).length > 0);
  if (locking.length === 0) return;
  const fields = locking.flatMap((movement) => lockedFields(context, system, movement, subject));
  context.report({
    system: system.id,
    path: subject.path,
    location: locking[0]?.proof.location ?? null,
    messageId: "locked",
    args: {
      subject: labelOf(subject),
      sources: locking.map(({ name }) => name),
      fields: [...new Set(fields.map(({ name }) => name))],
    },
    related: locking.map(({ path, proof }) => ({ role: "locks", path, location: proof.location })),
  });
}

function isLocked({ mapping }: { readonly mapping: Movement["map"][number] }): boolean {
  return mapping.update && mapping.policy === "locked";
}

function lockedFields(
  context: RuleContext,
  system: System,
  movement: Movement,
  subject: Entity,
): readonly Field[] {
  return mappedFields(context, system, movement, subject)
    .filter(isLocked)
    .map(({ field }) => field)
    .filter((field) => standingOf(context.verdict(field)) === "yes");
}
