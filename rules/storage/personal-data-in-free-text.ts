/** Personal data that stand in text nobody can validate, mask or erase field by field. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf, reasonsOf } from "../kit/evidence.ts";
import { ownFields, type Category, type Entity, type Field, type System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { FIRM } from "../kit/standing.ts";
import { cueOf, isRoomy } from "./free-text-cue.ts";
import { keepsRecords } from "./record-entity.ts";
import { writersOf } from "./writers.ts";

/** What people say and think is text by nature: no typed field could take its place. */
const TEXT_BY_NATURE: ReadonlySet<Category> = new Set([
  "communication-content",
  "communication-metadata",
  "opinion",
  "usage-behaviour",
  "other-personal",
]);

/** On a site or a device these say where it stands. */
const PLACES: ReadonlySet<Category> = new Set(["postal-address", "work-location", "geo-location"]);

const FIX =
  "Move the data to a typed field or to a link to the person, and say in the label what does not belong here.";
const WHY = "Free text cannot be validated, masked, found or erased field by field (Art. 5(1)(c), 17(1)).";

export default defineRule({
  meta: {
    id: "storage/personal-data-in-free-text",
    title: "Personal data placed in a free-text field",
    family: "storage",
    severity: { minimal: "info", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 5(1)(f)", "Art. 17(1)", "Art. 25(1)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["model"],
    options: { minConfidence: FIRM, ignoreEntities: [] },
    messages: {
      dedicated: {
        what: "{label} is free text, as {type}, and made for {category} data",
        why: WHY,
        fix: FIX,
      },
      invited: {
        what: '{label} is free text, and its {source} asks for {category} data ("{words}")',
        why: WHY,
        fix: "Move the data to a typed field or to a link to the person, and reword the {source}.",
      },
    },
  },

  check(context) {
    const ignored = context.option<readonly string[]>("ignoreEntities");
    for (const system of context.systems) {
      for (const entity of system.entities) {
        if (!keepsRecords(entity) || ignored.includes(entity.name)) continue;
        for (const field of ownFields(entity)) judge(context, system, entity, field);
      }
    }
  },
});

function judge(context: RuleContext, system: System, entity: Entity, field: Field): void {
  const verdict = context.verdict(field);
  const { category } = verdict;
  if (!isRoomy(field) || verdict.personal !== "yes" || TEXT_BY_NATURE.has(category)) return;
  if (isThing(entity) && (PLACES.has(category) || !nextToPeople(context, system, entity))) return;

  const dedicated = verdict.confidence >= context.option<number>("minConfidence");
  const cue = cueOf(field, verdict);
  if (!dedicated && cue === null) return;
  context.report({
    system: system.id,
    path: field.path,
    location: field.location,
    messageId: dedicated ? "dedicated" : "invited",
    args: {
      label: labelOf(field),
      type: field.declaredType,
      category,
      source: cue?.source ?? "label",
      words: cue?.words ?? "",
    },
    evidence: [definitionOf(field), ...reasonsOf(verdict)],
    related: writersOf(context, system, field),
  });
}

function isThing({ role }: Entity): boolean {
  return role === "configuration-item" || role === "site";
}

function nextToPeople(context: RuleContext, system: System, entity: Entity): boolean {
  const path = context.subjectPath(system, entity);
  return path !== null && path.hops <= 1;
}
