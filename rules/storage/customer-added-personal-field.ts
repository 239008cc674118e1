/** Personal data that the customer or an extension added to the product's model, and that nobody declared. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf, reasonsOf } from "../kit/evidence.ts";
import {
  ownFields,
  type Category,
  type Entity,
  type Field,
  type System,
  type Verdict,
} from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { standingOf } from "../kit/standing.ts";
import { isDeclared } from "./declared-field.ts";
import { keepsRecords } from "./record-entity.ts";

/** Kinds that keep nothing of their own. */
const NOT_STORED: ReadonlySet<Field["kind"]> = new Set(["copy", "computed", "back-reference"]);

export default defineRule({
  meta: {
    id: "storage/customer-added-personal-field",
    title: "Customer-added personal field not in any declaration",
    family: "storage",
    severity: { minimal: "off", recommended: "info", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(1)(b)", "Art. 5(1)(c)", "Art. 30(1)(c)", "Art. 35(1)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["model"],
    options: { raise: ["salary", "financial", "national-id", "emergency-contact", "family"] },
    messages: {
      found: {
        what: "{adder} adds {label}, {category} data, to {entity}",
        why: "New personal data need a purpose and a place in the record before they go live (Art. 5(1)(b), 30(1)(c)).",
        fix: "Name the field in the activity that needs it, or drop it.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const entity of system.entities) {
        if (!keepsRecords(entity)) continue;
        for (const field of ownFields(entity)) judge(context, system, entity, field);
      }
    }
  },
});

function judge(context: RuleContext, system: System, entity: Entity, field: Field): void {
  const { by, module } = field.origin;
  if ((by !== "customer" && by !== "extension") || NOT_STORED.has(field.kind)) return;
  const verdict = context.verdict(field);
  // A password is a secret of its own kind, and reported as one.
  if (verdict.sensitivity === "secret") return;
  if (standingOf(verdict) !== "yes" || isDeclared(context, field)) return;
  context.report({
    system: system.id,
    path: field.path,
    location: field.location,
    args: {
      adder: by === "customer" ? "The customisation" : `The extension${module === null ? "" : ` ${module}`}`,
      label: labelOf(field),
      category: verdict.category,
      entity: labelOf(entity),
    },
    raise: isGrave(context, verdict) ? 1 : 0,
    evidence: [definitionOf(field), ...reasonsOf(verdict)],
  });
}

function isGrave({ option }: RuleContext, { category, subject }: Verdict): boolean {
  return subject === "third-party" || option<readonly Category[]>("raise").includes(category);
}
