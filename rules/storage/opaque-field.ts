/** Fields next to people whose content the model does not describe. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf } from "../kit/evidence.ts";
import { ownFields, type Entity, type Field, type System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { isDeclared } from "./declared-field.ts";
import { keepsRecords } from "./record-entity.ts";

/** Kinds into which anything fits; numbers and dates of an overflow column are what they are. */
const ANY_CONTENT: ReadonlySet<Field["kind"]> = new Set(["string", "text", "html", "opaque", "unknown"]);

export default defineRule({
  meta: {
    id: "storage/opaque-field",
    title: "Field whose content cannot be known",
    family: "storage",
    severity: { minimal: "off", recommended: "info", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(2)", "Art. 30(1)(c)"],
    basis: "product practice",
    systems: "all",
    inputs: ["model"],
    options: { maxHops: 1, aggregateOver: 3, overflowPatterns: ["^(extension|custom|spare|udf)[a-z_]*\\d+$"] },
    messages: {
      found: {
        what: "{label} of {entity} has content the model does not describe ({type})",
        why: "It may hold personal data outside the record (Art. 30(1)(c)).",
        fix: "Decide what it holds, or replace it by typed fields.",
      },
      several: {
        what: "{entity} has {count} fields with content the model does not describe ({fields})",
        why: "They may hold personal data outside the record (Art. 30(1)(c)).",
        fix: "Decide what each holds, or replace them by typed fields.",
      },
    },
  },

  check(context) {
    const overflow = context
      .option<readonly string[]>("overflowPatterns")
      .map((pattern) => new RegExp(pattern, "i"));
    for (const system of context.systems) {
      for (const entity of system.entities) {
        if (keepsRecords(entity) && isNear(context, system, entity)) judge(context, system, entity, overflow);
      }
    }
  },
});

function judge(context: RuleContext, system: System, entity: Entity, overflow: readonly RegExp[]): void {
  const opaque = ownFields(entity).filter(
    (field) => isOpaque(field, overflow) && isOpen(context, field) && !isDeclared(context, field),
  );
  if (opaque.length > context.option<number>("aggregateOver")) {
    context.report({
      system: system.id,
      path: entity.path,
      location: opaque[0]?.location ?? entity.location,
      messageId: "several",
      args: {
        entity: labelOf(entity),
        count: opaque.length,
        fields: opaque.map(({ name }) => name),
      },
      evidence: opaque.map(definitionOf),
    });
    return;
  }
  for (const field of opaque) {
    context.report({
      system: system.id,
      path: field.path,
      location: field.location,
      args: { label: labelOf(field), entity: labelOf(entity), type: field.declaredType },
      evidence: [definitionOf(field)],
      related: fillersOf(system, field),
    });
  }
}

function isOpaque({ kind, name }: Field, overflow: readonly RegExp[]): boolean {
  return (
    kind === "opaque" ||
    kind === "unknown" ||
    (ANY_CONTENT.has(kind) && overflow.some((pattern) => pattern.test(name)))
  );
}

/** The standard model's own settings in a structured type are read as what they are; a firm verdict says what is held. */
function isOpen(context: RuleContext, field: Field): boolean {
  const { personal } = context.verdict(field);
  return personal !== "yes" && !(personal === "no" && field.origin.by === "vendor");
}

function isNear(context: RuleContext, system: System, entity: Entity): boolean {
  const path = context.subjectPath(system, entity);
  return path !== null && path.hops <= context.option<number>("maxHops");
}

function fillersOf(system: System, field: Field) {
  return system.movements
    .filter(({ map }) => map.some(({ to, update }) => update && to === field.path))
    .map(({ path, proof }) => ({ role: "fills it", path, location: proof.location }));
}
