/** Sources that bring an erased person back at their next run. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Category, Entity, Field, Movement, System } from "../kit/facts.ts";
import type { FlowStep } from "../kit/finding.ts";
import { labelOf } from "../kit/label.ts";
import { standingOf } from "../kit/standing.ts";
import { installedProcedures } from "./procedures.ts";
import { isActive, mappedFields } from "./subject-sources.ts";

const IDENTIFYING: ReadonlySet<Category> = new Set([
  "name",
  "username",
  "email",
  "phone",
  "employee-id",
  "national-id",
  "photo",
]);

export default defineRule({
  meta: {
    id: "rights/reimport-trap",
    title: "Erased person comes back through a source",
    family: "rights",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 17(1)", "Art. 5(1)(d)", "Art. 19"],
    basis: "product practice",
    systems: "all with synchronization",
    inputs: ["model", "sync"],
    messages: {
      recreates: {
        what: "{source} creates an erased {subject} again ({fields}){schedule}",
        why: "The erasure is undone at the next run (Art. 17(1)).",
        fix: "Erase the person at the source first, or exclude the record there.",
      },
      rewrites: {
        what: "{source} writes {fields} of an erased {subject} back{schedule}",
        why: "The erasure is undone at the next run (Art. 17(1)).",
        fix: "Erase the person at the source first, or unlink the record from the source.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      if (installedProcedures(system).length === 0) continue;
      const subjects = system.entities.filter(({ role, abstract }) => role === "subject" && !abstract);
      for (const movement of system.movements.filter(isActive)) {
        for (const subject of subjects) judge(context, system, movement, subject);
      }
    }
  },
});

function judge(context: RuleContext, system: System, movement: Movement, subject: Entity): void {
  const written = mappedFields(context, system, movement, subject).filter(
    ({ field, mapping }) => mapping.update && standingOf(context.verdict(field)) === "yes",
  );
  const identifying = written.filter(({ field }) => IDENTIFYING.has(context.verdict(field).category));
  const procedures = installedProcedures(system);
  const deleted = procedures.some(({ kind }) => kind === "delete");
  const renamed = procedures.some(({ kind }) => kind !== "delete");
  const locked = written.filter(({ mapping }) => renamed && mapping.policy === "locked");
  const recreates = deleted && movement.matching?.onZero === "create" && identifying.length > 0;
  const fields = (recreates ? identifying : locked).map(({ field }) => field);
  if (fields.length === 0) return;
  context.report({
    system: system.id,
    path: movement.path,
    location: movement.proof.location,
    messageId: recreates ? "recreates" : "rewrites",
    args: {
      source: movement.name,
      subject: labelOf(subject),
      fields: fields.map(({ name }) => name),
      schedule: scheduleOf(movement),
    },
    evidence: [
      {
        kind: "setting",
        text: `matches on ${(movement.matching?.keys ?? []).join(", ") || "an unknown key"}; a record that is not found: ${movement.matching?.onZero ?? "unknown"}`,
        location: movement.proof.location,
      },
    ],
    flow: [
      { kind: "source", path: movement.from.ref, label: movement.name, location: movement.proof.location },
      ...fields.map(stepOf),
    ],
    discriminator: subject.path,
  });
}

function scheduleOf({ schedule: { fullLoadDays } }: Movement): string {
  if (fullLoadDays === null || fullLoadDays <= 0) return "";
  return fullLoadDays === 1 ? ", at least once a day" : `, at least every ${fullLoadDays} days`;
}

function stepOf({ path, name, location }: Field): FlowStep {
  return { kind: "field", path, label: name, location };
}
