/** Personal data of a checkable form in fields that take any text. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf, reasonsOf } from "../kit/evidence.ts";
import { ownFields, type Category, type Entity, type Field, type System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";
import { labelOf } from "../kit/label.ts";
import { FIRM } from "../kit/standing.ts";
import { hasWords } from "../kit/words-of-name.ts";
import { keepsRecords } from "./record-entity.ts";

/** Categories whose values have a form to check, and what checks it. */
const CHECKED_BY: Readonly<Partial<Record<Category, string>>> = {
  email: "an e-mail type",
  phone: "a telephone type",
  username: "a pattern",
  "employee-id": "a pattern",
  "national-id": "a pattern",
  financial: "a pattern",
  vehicle: "a pattern",
  "ip-address": "an address type",
  "mac-address": "a pattern",
  "sim-imei": "a pattern",
  "birth-date": "a date type",
};

const POSTAL_CODE = ["postal_code", "postcode", "zip", "zip_code", "plz", "code_postal"];

export default defineRule({
  meta: {
    id: "storage/unvalidated-personal-field",
    title: "Personal data field whose input is not validated",
    family: "storage",
    severity: { minimal: "off", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(d)", "Art. 25(1)", "Art. 32(1)(b)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["model"],
    options: { includeNames: false, minConfidence: FIRM },
    messages: {
      found: {
        what: "{label} holds {category} data but accepts any text, as {type}",
        why: "Wrong or foreign data enter unseen and cannot be located (Art. 5(1)(d), 25(1)).",
        fix: "Use {check}, a list or a mask.",
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
  if (field.freeText !== "short" || !field.writable || field.protection !== "none") return;
  if (field.validation.kind !== "none") return;
  const verdict = context.verdict(field);
  if (verdict.personal !== "yes" || verdict.confidence < context.option<number>("minConfidence")) return;
  const check = checkFor(verdict.category, field, context.option<boolean>("includeNames"));
  if (check === null) return;
  context.report({
    system: system.id,
    path: field.path,
    location: field.location,
    args: { label: labelOf(field), category: verdict.category, type: field.declaredType, check },
    evidence: [
      definitionOf(field),
      ...checkedSibling(context, entity, verdict.category),
      ...reasonsOf(verdict),
    ],
  });
}

function checkFor(category: Category, field: Field, includeNames: boolean): string | null {
  if (category === "name") return includeNames ? "a pattern" : null;
  if (category === "postal-address")
    return POSTAL_CODE.some((words) => hasWords(field.name, words)) ? "a pattern" : null;
  return CHECKED_BY[category] ?? null;
}

/** A field of the same category beside it that is checked shows how. */
function checkedSibling(context: RuleContext, entity: Entity, category: Category): readonly Evidence[] {
  const sibling = entity.fields.find(
    (field) =>
      field.validation.holds &&
      ["type", "pattern", "mask", "picklist"].includes(field.validation.kind) &&
      context.verdict(field).personal === "yes" &&
      context.verdict(field).category === category,
  );
  if (sibling === undefined) return [];
  const text = `${sibling.name} holds ${category} data too and is checked (${sibling.declaredType})`;
  return [{ kind: "definition", text, location: sibling.location }];
}
