/** Fields next to people whose content the model does not describe. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf } from "../kit/evidence.ts";
import { ownFields, type Entity, type Field, type System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { wordsOfName } from "../kit/words-of-name.ts";
import { isDeclared } from "./declared-field.ts";
import { keepsRecords } from "./record-entity.ts";
import { writersOf } from "./writers.ts";

/** Kinds into which anything fits; numbers and dates of an overflow column are what they are. */
const ANY_CONTENT: ReadonlySet<Field["kind"]> = new Set(["string", "text", "html"]);

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
    options: { maxHops: 1, aggregateOver: 3, overflowWords: ["extension", "custom", "spare", "udf"] },
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
    for (const system of context.systems) {
      for (const entity of system.entities) {
        if (keepsRecords(entity) && isNear(context, system, entity)) judge(context, system, entity);
      }
    }
  },
});

function judge(context: RuleContext, system: System, entity: Entity): void {
  const overflow = context.option<readonly string[]>("overflowWords");
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
      related: writersOf(context, system, field),
    });
  }
}

function isOpaque({ kind, name }: Field, overflow: readonly string[]): boolean {
  if (kind === "opaque" || kind === "unknown") return true;
  if (!ANY_CONTENT.has(kind) || !/\d$/.test(name)) return false;
  const first = (wordsOfName(name)[0] ?? "").replace(/\d+$/, "");
  return overflow.includes(first);
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
