/** Personal fields that a pseudonymisation leaves as they are. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf } from "../kit/evidence.ts";
import { ownFields, type Entity, type ErasureProcedure, type Field, type System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { standingOf } from "../kit/standing.ts";
import { definitionKey, installedProcedures, reachedDefinitions, touches } from "./procedures.ts";

/** Kinds that keep nothing of their own. */
const NOT_STORED: ReadonlySet<Field["kind"]> = new Set(["copy", "computed", "back-reference"]);

/** Records of their own, not parts of a person's: what refers to a person there is judged elsewhere. */
const OWN_RECORDS: ReadonlySet<Entity["role"]> = new Set([
  "account",
  "catalogue",
  "configuration-item",
  "log-record",
  "organisation",
  "site",
  "technical",
  "ticket",
]);

type Variant = "subclass" | "required" | "satellite";

export default defineRule({
  meta: {
    id: "rights/field-not-reached",
    title: "Personal field the erasure procedure does not reach",
    family: "rights",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 17(1)", "Art. 5(1)(e)", "Art. 25(1)"],
    basis: "product practice",
    systems: "all with a procedure that pseudonymises",
    inputs: ["model"],
    options: { satellites: true },
    messages: {
      subclass: {
        what: "{procedure} does not reset what {entity} adds to the person ({fields})",
        why: "After it ran the values are still there (Art. 17(1)).",
        fix: "Extend the procedure to {entity}, or move the fields to the class it resets.",
      },
      required: {
        what: "{procedure} cannot empty {fields} of {entity}",
        why: "After it ran the values are still there (Art. 17(1)).",
        fix: "Let the fields be empty and writable, or extend the procedure.",
      },
      satellite: {
        what: "{procedure} leaves out {entity}, which keeps {fields} of people",
        why: "After it ran the values are still there (Art. 17(1)).",
        fix: "Add {entity} to the procedure, or delete its records with the person.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const procedure of installedProcedures(system)) {
        // A deletion takes the record along; what stays behind then are references and copies.
        if (procedure.kind !== "delete" && procedure.reaches !== "unknown") judge(context, system, procedure);
      }
    }
  },
});

function judge(context: RuleContext, system: System, procedure: ErasureProcedure): void {
  const reached = reachedDefinitions(context, procedure);
  for (const entity of system.entities) {
    const variant = variantOf(context, system, entity, reached);
    if (variant === null) continue;
    const fields = ownFields(entity).filter(
      (field) =>
        !NOT_STORED.has(field.kind) &&
        !reached.has(definitionKey(field)) &&
        standingOf(context.verdict(field)) === "yes",
    );
    if (fields.length === 0) continue;
    context.report({
      system: system.id,
      path: entity.path,
      location: fields[0]?.location ?? entity.location,
      messageId: variant,
      args: {
        procedure: procedure.name,
        entity: labelOf(entity),
        fields: fields.map((field) => labelOf(field)),
      },
      evidence: fields.map(definitionOf),
      related: fields.map(({ path, location }) => ({ role: "not reached", path, location })),
      discriminator: procedure.path,
    });
  }
}

function variantOf(
  context: RuleContext,
  system: System,
  entity: Entity,
  reached: ReadonlySet<string>,
): Variant | null {
  if (entity.role === "subject") return touches(entity, reached) ? "required" : "subclass";
  if (!context.option<boolean>("satellites") || OWN_RECORDS.has(entity.role) || entity.isLink) return null;
  return belongsToPerson(context, system, entity) ? "satellite" : null;
}

/** Every row refers to a person. */
function belongsToPerson(context: RuleContext, system: System, entity: Entity): boolean {
  return entity.fields.some(
    ({ kind, target, nullable }) =>
      kind === "reference" &&
      !nullable &&
      target !== null &&
      context.entity(system, target)?.role === "subject",
  );
}
