/** Fields that look like personal data and that nobody has confirmed or rejected. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf, reasonsOf } from "../kit/evidence.ts";
import { ownFields, type Entity, type Field, type System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { CANDIDATE, FIRM } from "../kit/standing.ts";
import { cueOf } from "./free-text-cue.ts";
import { isDeclared } from "./declared-field.ts";

/** What these show stands, and is asked about, elsewhere. */
const NOT_STORED: ReadonlySet<Field["kind"]> = new Set(["copy", "computed", "back-reference"]);

export default defineRule({
  meta: {
    id: "storage/unclassified-candidate",
    title: "Personal-looking field nobody has classified",
    family: "storage",
    severity: { minimal: "off", recommended: "info", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(2)", "Art. 24(1)", "Art. 30(1)(c)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["model"],
    options: { from: CANDIDATE, to: FIRM, onlyAddedFields: true },
    messages: {
      found: {
        what: "{label} of {entity} looks like {category} data ({confidence}), and nobody has said whether it is",
        why: "The record is not complete while the question is open (Art. 30(1)(c)).",
        fix: "Decide it: personal with its category, or not personal.",
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
  if (context.option<boolean>("onlyAddedFields") && field.origin.by === "vendor") return;
  const verdict = context.verdict(field);
  const { personal, category, confidence } = verdict;
  if (personal !== "yes" || NOT_STORED.has(field.kind)) return;
  if (confidence < context.option<number>("from") || confidence >= context.option<number>("to")) return;
  // A label that asks for people's data is to be changed, whatever the field turns out to hold.
  if (cueOf(field, verdict) !== null || isDeclared(context, field)) return;
  context.report({
    system: system.id,
    path: field.path,
    location: field.location,
    args: { label: labelOf(field), entity: labelOf(entity), category, confidence: confidence.toFixed(2) },
    evidence: [definitionOf(field), ...reasonsOf(verdict)],
  });
}
