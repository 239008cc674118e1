/** Data sources whose mapping the product generated and nobody chose from. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { labelOf } from "../kit/label.ts";
import type { Entity, Field, FieldMapping, Movement, System } from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";
import { isActive, isSource, personalTargets, personLinks, targetOf } from "./sources.ts";

export default defineRule({
  meta: {
    id: "flow/sync-left-at-defaults",
    title: "Sync source left at its generated defaults",
    family: "flow",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 25(2)"],
    basis: "product practice",
    systems: "iTop; any tool that pre-fills a full mapping",
    inputs: ["sync", "model"],
    options: { share: 0.95, minFields: 8 },
    messages: {
      found: {
        what: "{source} writes {count} of the {writable} fields of {entity}, {personal}{special}",
        why: "The mapping is the one the product generates: nobody chose which data are necessary (Art. 25(2)).",
        fix: "Switch update off for every field the source does not own.",
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
  if (!isActive(movement) || !isSource(movement) || entity === undefined) return;
  const writable = entity.fields.filter(
    ({ writable: open, kind, implicit }) => open && kind !== "back-reference" && !implicit,
  );
  const written = movement.map.filter(({ update, to }) => update && to !== null);
  const personal = personalTargets(context, movement);
  const links = personLinks(context, movement);
  if (writable.length < context.option<number>("minFields") || personal.length + links.length === 0) return;
  if (movement.defaults !== "untouched" && !coversAll(context, writable, written)) return;

  const special = personal.filter((field) => context.verdict(field).special !== null);
  const ordered = [...special, ...personal.filter((field) => !special.includes(field))];
  context.report({
    system: system.id,
    path: movement.path,
    location: movement.proof.location,
    args: {
      source: movement.name,
      // Back-references may be mapped as well; "27 of 24" would puzzle.
      count: Math.min(new Set(written.map(({ to }) => to)).size, writable.length),
      writable: writable.length,
      entity: labelOf(entity),
      personal: personal.length > 0 ? `${personal.length} of them personal` : tiesOf(links),
      special: special.length === 0 ? "" : `, among them ${special.map(labelOf).join(", ")}`,
    },
    evidence: [...ordered, ...links].map((field) => ({
      kind: "definition",
      text: links.includes(field)
        ? `writes ${field.name}, which ties the record to people`
        : `writes ${field.name} (${context.verdict(field).category})`,
      location: movement.map.find(({ to }) => to === field.path)?.proof.location ?? field.location,
    })),
    related: [{ role: "target", path: entity.path, location: entity.location }],
    raise: personal.length > 0 ? 0 : -1,
  });
}

function tiesOf(links: readonly Field[]): string {
  return `and through ${links.map(labelOf).join(", ")} ties the record to people`;
}

/** Nearly everything is written by one policy, and no personal field was left out by choice. */
function coversAll(
  context: RuleContext,
  writable: Entity["fields"],
  written: readonly FieldMapping[],
): boolean {
  const paths = new Set(written.map(({ to }) => to));
  const covered = writable.filter(({ path }) => paths.has(path));
  const isPersonal = (field: Field): boolean => standingOf(context.verdict(field)) === "yes";
  return (
    covered.length / writable.length >= context.option<number>("share") &&
    new Set(written.map(({ policy }) => policy)).size === 1 &&
    writable.every((field) => paths.has(field.path) || !isPersonal(field))
  );
}
