/** Former values of people's data that change history keeps without end. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Entity, EntityRole, Field, Store, System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { standingOf } from "../kit/standing.ts";
import { lifetimeOf } from "./lifetime.ts";

export default defineRule({
  meta: {
    id: "retention/history-without-purge",
    title: "Change history keeps former personal values",
    family: "retention",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(1)(e)", "Art. 5(1)(d)", "Art. 16", "Art. 17(1)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["model"],
    options: { roles: ["subject"] },
    messages: {
      found: {
        what: "{count} personal {noun} of {entity} leave former values in {store} without end ({fields}){trace}",
        why: "Correcting or emptying a field does not remove what it held (Art. 16, 17(1)).",
        fix: "Track fewer of these fields, or delete their history by age and with the person.",
      },
    },
  },

  check(context) {
    const roles = context.option<readonly EntityRole[]>("roles");
    for (const system of context.systems) {
      const endless = system.stores.filter(
        (store) => store.kind === "history" && store.active.state !== "off" && lifetimeOf(store) === Infinity,
      );
      for (const entity of system.entities) {
        if (roles.includes(entity.role) && !entity.abstract) judge(context, system, entity, endless);
      }
    }
  },
});

function judge(context: RuleContext, system: System, entity: Entity, endless: readonly Store[]): void {
  const taking = endless.filter(({ of }) => of.length === 0 || of.includes(entity.name));
  const values = taking.find(({ holds }) => holds.parts.includes("old-values"));
  if (values === undefined) return;
  const fields = entity.fields.filter((field) => isRemembered(field) && isPersonal(context, field));
  if (fields.length === 0) return;
  const trace = taking.find(({ holds, of }) => holds.parts.includes("names") && of.length > 0);
  context.report({
    system: system.id,
    path: entity.path,
    location: placeOf(entity, fields),
    args: {
      store: values.name,
      entity: labelOf(entity),
      count: fields.length,
      noun: fields.length === 1 ? "field" : "fields",
      fields: fields.map(({ name }) => name),
      trace: trace === undefined ? "" : `; in ${trace.name} the display name of deleted records stays`,
    },
    evidence: [values, ...(trace === undefined ? [] : [trace])].map(({ name, retention }) => ({
      kind: "setting",
      text: `${name}: ${retention.proof.basis ?? "nothing ends the rows"}`,
      location: retention.proof.location,
    })),
    related: fields.map(({ path, location }) => ({ role: "tracked", path, location })),
    discriminator: values.path,
  });
}

/** Where the entity is defined, else where it was extended. */
function placeOf({ location }: Entity, fields: readonly Field[]) {
  return location ?? fields.find((field) => field.location !== null)?.location ?? null;
}

function isRemembered({ history }: Field): boolean {
  return history.tracked && (history.keeps === "old+new" || history.keeps === "previous");
}

function isPersonal(context: RuleContext, field: Field): boolean {
  return standingOf(context.verdict(field)) === "yes";
}
