/** Data sources that leave the record of a person standing when the person is gone at the source. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { labelOf } from "../kit/label.ts";
import type { Entity, Movement, System } from "../kit/facts.ts";
import { isAboutPeople, isActive, targetOf } from "./sources.ts";

export default defineRule({
  meta: {
    id: "flow/sync-deletion-ignored",
    title: "Source never removes people who left",
    family: "flow",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(d)", "Art. 5(1)(e)", "Art. 17(1)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["sync"],
    messages: {
      found: {
        what: "{source} leaves records of {entity} as they are when the person disappears at the source",
        why: "Stale data of people who left stay for ever (Art. 5(1)(e)).",
        fix: "Let the source update and then delete, with a period in between, or erase such records by a rule of your own.",
      },
      "update-only": {
        what: "{source} updates records of {entity} when the person disappears at the source, and never removes them",
        why: "The record of a person who left stays, with everything the update does not clear (Art. 5(1)(e)).",
        fix: "Let the source delete after a period, or make sure that the update clears contact data and identifiers.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const movement of system.movements) judge(context, system, movement);
    }
  },
});

function judge(context: RuleContext, system: System, movement: Movement): void {
  const entity = targetOf(context, system, movement);
  const policy = movement.deletion?.policy;
  if (!isActive(movement) || entity === undefined || !isAboutPeople(entity)) return;
  if (policy !== "ignore" && policy !== "update") return;
  // A source that creates nothing only enriches the records of another.
  if (movement.matching !== null && movement.matching.onZero !== "create") return;
  const cleaned = erasedAnyway(system, entity);
  context.report({
    system: system.id,
    path: movement.path,
    location: movement.proof.location,
    messageId: policy === "ignore" ? "found" : "update-only",
    args: { source: movement.name, entity: labelOf(entity) },
    related: [{ role: "keeps the records", path: entity.path, location: entity.location }],
    raise: (policy === "ignore" ? 0 : -1) + (cleaned ? -1 : 0),
  });
}

/** Something erases or anonymises such records by itself. */
function erasedAnyway(system: System, entity: Entity): boolean {
  return system.erasure.some(
    ({ installed, automatic, reaches }) =>
      installed === "yes" &&
      automatic &&
      reaches !== "unknown" &&
      reaches.some((path) => path === entity.path || path.startsWith(`${entity.path}.`)),
  );
}
