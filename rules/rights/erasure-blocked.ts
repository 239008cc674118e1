/** References and locks that stop the erasure of a person, or take other people's records along. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Entity, Field, Movement, System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { standingOf } from "../kit/standing.ts";
import { blocks, relationsTo, takesOthersAlong } from "./subject-relations.ts";
import { isActive, mappedFields } from "./subject-sources.ts";

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
  const relations = relationsTo(context, system, subject);
  const links = context.option<boolean>("ignoreLinks");
  const found = {
    blocked: relations.filter(blocks),
    cascade: relations.filter((each) => takesOthersAlong(context, system, each, links)),
  };
  for (const messageId of ["blocked", "cascade"] as const) {
    const fields = found[messageId].map(({ field }) => field);
    if (fields.length === 0) continue;
    context.report({
      system: system.id,
      path: subject.path,
      location: fields.find(({ location }) => location !== null)?.location ?? subject.location,
      messageId,
      args: {
        subject: labelOf(subject),
        count: fields.length,
        noun: fields.length === 1 ? "reference" : "references",
        relations: fields.map(({ name, declaredIn }) => `${declaredIn}.${name}`),
      },
      related: fields.map(({ path, location }) => ({ role: messageId, path, location })),
    });
  }
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
