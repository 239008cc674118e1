/** Health, belief, origin and the like, or criminal records, that are neither encrypted nor hashed. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf, reasonsOf } from "../kit/evidence.ts";
import { ownFields, type Entity, type Field, type System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";

/** Kinds that keep nothing of their own: the value stands, and is reported, elsewhere. */
const NOT_STORED: ReadonlySet<Field["kind"]> = new Set(["copy", "computed", "back-reference"]);

/** On equipment these say how a machine is: `health_status`, `blood_pressure_sensor`. */
const MACHINE_KINDS: ReadonlySet<Field["kind"]> = new Set([
  "number",
  "boolean",
  "enum",
  "tagset",
  "date",
  "duration",
]);

export default defineRule({
  meta: {
    id: "storage/special-category-in-clear",
    title: "Special-category or criminal data without encryption",
    family: "storage",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 9(1)", "Art. 10", "Art. 32(1)(a)", "Art. 35(3)(b)"],
    basis: "law",
    systems: "all",
    inputs: ["model"],
    options: { minConfidence: 0.75 },
    messages: {
      found: {
        what: "{label} holds {category} data ({article}) in clear, as {type}",
        why: "Such data need a condition of {article} and a protection that matches the risk (Art. 32(1)(a)).",
        fix: "Remove the field, or encrypt it, restrict who reads it and declare the condition in the record.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const entity of system.entities) {
        for (const field of ownFields(entity)) judge(context, system, entity, field);
      }
    }
  },
});

function judge(context: RuleContext, system: System, entity: Entity, field: Field): void {
  const verdict = context.verdict(field);
  if (verdict.special === null || verdict.personal === "no") return;
  if (verdict.confidence < context.option<number>("minConfidence")) return;
  if (field.protection === "encrypted" || field.protection === "hashed" || NOT_STORED.has(field.kind)) return;
  if (entity.role === "configuration-item" && MACHINE_KINDS.has(field.kind)) return;
  if (!aboutPeople(context, system, field)) return;

  const criminal = verdict.special === "art10";
  context.report({
    system: system.id,
    path: field.path,
    location: field.location,
    args: {
      label: labelOf(field),
      category: verdict.category,
      article: criminal ? "Art. 10" : "Art. 9(2)",
      type: field.declaredType,
    },
    articles: [criminal ? "Art. 10" : "Art. 9(1)", "Art. 32(1)(a)", "Art. 35(3)(b)"],
    evidence: [definitionOf(field), ...reasonsOf(verdict)],
  });
}

/** Whether the declaring entity, or one that inherits the field, is a person's record or one relation away from it. */
function aboutPeople(context: RuleContext, system: System, field: Field): boolean {
  return system.entities.some((entity) => {
    const inherits = entity.fields.some(
      ({ name, declaredIn }) => name === field.name && declaredIn === field.declaredIn,
    );
    if (!inherits) return false;
    const path = context.subjectPath(system, entity);
    return path !== null && path.hops <= 1;
  });
}
