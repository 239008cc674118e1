/** Case logs, whose entries keep names and words of people whom a procedure has erased elsewhere. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { ownFields, type Entity, type ErasureProcedure, type Field, type System } from "../kit/facts.ts";
import { installedProcedures, reachesStore } from "./procedures.ts";

export default defineRule({
  meta: {
    id: "rights/case-log-not-reached",
    title: "Case log text stays after erasure",
    family: "rights",
    severity: { minimal: "warning", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 17(1)", "Art. 5(1)(e)"],
    basis: "vendor practice",
    systems: "iTop, and systems with append-only logs",
    inputs: ["model", "config"],
    messages: {
      none: {
        what: "{count} log {noun} a person's name and words after erasure ({fields})",
        why: "Names stand in the head of every entry and in its text (Art. 17(1)).",
        fix: "Plan a replacement of equal length in text and index, and keep people out of the text.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const procedures = installedProcedures(system);
      const logs = system.entities.flatMap((entity) =>
        ownFields(entity).filter(
          (field) => field.kind === "log" && !isReached(context, system, entity, field, procedures),
        ),
      );
      if (logs.length > 0) report(context, system, logs);
    }
  },
});

function report(context: RuleContext, system: System, logs: readonly Field[]): void {
  const added = logs.find(({ origin }) => origin.by !== "vendor");
  context.report({
    system: system.id,
    path: system.id,
    location: (added ?? logs[0])?.location ?? null,
    messageId: "none",
    args: {
      count: logs.length,
      noun: logs.length === 1 ? "field keeps" : "fields keep",
      fields: logs.map(({ name, declaredIn }) => `${declaredIn}.${name}`),
    },
    related: logs.map(({ path, location }) => ({ role: "log", path, location })),
    discriminator: "case logs",
  });
}

/** By the field or the store of its entries; a log on the person's own record goes with the record. */
function isReached(
  context: RuleContext,
  system: System,
  entity: Entity,
  field: Field,
  procedures: readonly ErasureProcedure[],
): boolean {
  const store = system.stores.find(
    ({ kind, holds }) => kind === "case-log" && holds.fields.includes(field.path),
  );
  if (store !== undefined && (store.erasedWithSubject === "yes" || reachesStore(procedures, store)))
    return true;
  return procedures.some(
    ({ reaches }) =>
      reaches === "unknown" ||
      reaches.some((path) => {
        const reached = context.field(path);
        return reached?.name === field.name && reached.declaredIn === entity.name;
      }),
  );
}
