/** Columns about people that a source delivers and no field takes over. */
import { verdictOfColumn } from "../kit/column.ts";
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { labelOf } from "../kit/label.ts";
import { standingOf } from "../kit/standing.ts";
import type { Category, Entity, FieldMapping, Movement, System } from "../kit/facts.ts";
import { isActive, isSource, targetOf } from "./sources.ts";

export default defineRule({
  meta: {
    id: "flow/sync-unused-column",
    title: "Imported personal column nothing needs",
    family: "flow",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(1)(b)", "Art. 5(1)(c)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["sync", "model"],
    options: { ignoreColumns: [] },
    messages: {
      unmapped: {
        what: "{source} reads the column {column} ({category}) at its source and fills nothing with it",
        why: "Data that nothing needs are copied all the same, to the machine of the import at least (Art. 5(1)(c)).",
        fix: "Leave the column out of the query, the file or the list of fields at the source.",
      },
      staged: {
        what: "{source} is delivered {column} ({category}) for {field}, and neither writes nor matches on it",
        why: "The values are no use to anybody and stay in the staging table (Art. 5(1)(c)).",
        fix: "Leave the column out at the source, or switch the field on if it is needed.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const sources = system.movements.filter((each) => isActive(each) && isSource(each));
      for (const movement of sources) judge(context, system, movement);
    }
  },
});

function judge(context: RuleContext, system: System, movement: Movement): void {
  const { map, name, path, proof } = movement;
  const entity = targetOf(context, system, movement);
  // A column may fill one field and come for another that is switched off: then it is of use.
  const used = new Set(map.filter(({ update, match }) => update || match).map(({ from }) => from));
  const ignored = context.option<readonly string[]>("ignoreColumns");
  for (const mapping of map) {
    const { from: column, to, update, match } = mapping;
    if (column === null || update || match || used.has(column) || ignored.includes(column)) continue;
    const category = categoryOf(context, column, to, entity);
    if (category === null) continue;
    const field = to === null ? undefined : context.field(to);
    context.report({
      system: system.id,
      path,
      location: mapping.proof.location ?? proof.location,
      messageId: to === null ? "unmapped" : "staged",
      args: { source: name, column, category, field: field === undefined ? "a field" : labelOf(field) },
      evidence: [{ kind: "definition", text: placeOf(mapping), location: mapping.proof.location }],
      ...(field !== undefined && {
        related: [{ role: "not filled", path: field.path, location: field.location }],
      }),
      discriminator: to ?? column,
    });
  }
}

/** The field's category where it is about people, else that of the column's name; `null` if neither is. */
function categoryOf(
  context: RuleContext,
  column: string,
  to: string | null,
  entity: Entity | undefined,
): Category | null {
  const verdicts = [...(to === null ? [] : [context.verdict(to)]), verdictOfColumn(column, entity)];
  return verdicts.find((verdict) => standingOf(verdict) === "yes")?.category ?? null;
}

function placeOf({ from, to, proof }: FieldMapping): string {
  if (proof.basis !== null) return proof.basis;
  return to === null
    ? `${from} is read and goes to no field`
    : `${from} comes and is neither written nor matched on`;
}
