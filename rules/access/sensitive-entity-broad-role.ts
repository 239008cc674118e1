/** Sensitive, special-category or secret data that a broad role can read. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { ownFields, type Entity, type Field, type Role, type System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";
import { labelOf } from "../kit/label.ts";
import { FIRM } from "../kit/standing.ts";
import { grantOn, holdersOf, isWildcard, liveAccounts, rolesOn } from "./roles-on.ts";

/** Below this number of accounts a share says nothing. */
const ENOUGH_ACCOUNTS = 10;
/** So many roles on the general person entity are everybody's business, whatever each is called. */
const FEW_READERS = 2;

export default defineRule({
  meta: {
    id: "access/sensitive-entity-broad-role",
    title: "Sensitive data readable by a broad role",
    family: "access",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 9", "Art. 32(1)(b)", "Art. 25(2)", "Art. 5(1)(f)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["rights", "model"],
    options: { share: 0.3 },
    messages: {
      found: {
        what: "{roles} can read {fields} of {entity} ({categories})",
        why: "Only people who need such data for their work may see them (Art. 32(1)(b), 25(2)).",
        fix: "Grant the entity by name to the roles that need it, and take it out of every other group of rights.",
      },
      "no-field-rights": {
        what: "{fields} ({categories}) stand in {entity}, which {roles} can read whole",
        why: "No right is given on single fields, so every reader of the person sees them (Art. 32(1)(b), 25(2)).",
        fix: "Move the fields to an entity of their own with a role of its own, or remove them.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const entity of system.entities) judge(context, system, entity);
    }
  },
});

function judge(context: RuleContext, system: System, entity: Entity): void {
  const fields = ownFields(entity).filter((field) => isSensitive(context, field));
  if (fields.length === 0) return;
  const readers = rolesOn(system, entity, "read").filter(({ audience }) => audience !== "admin");
  const broad = readers.filter((role) => isBroad(context, system, entity, role));
  const general = entity.role === "subject" || entity.role === "account";
  const seen = general && readers.length > FEW_READERS ? readers : broad;
  if (seen.length === 0) return;

  const special = fields.some((field) => context.verdict(field).special !== null);
  context.report({
    system: system.id,
    path: entity.path,
    location: fields[0]?.location ?? entity.location,
    messageId: general ? "no-field-rights" : "found",
    args: {
      roles: seen.map(({ name }) => name),
      fields: fields.map(labelOf),
      entity: labelOf(entity),
      categories: [...new Set(fields.map((field) => context.verdict(field).category))].sort(),
    },
    articles: [...(special ? ["Art. 9"] : []), "Art. 32(1)(b)", "Art. 25(2)", "Art. 5(1)(f)"],
    evidence: seen.map((role): Evidence => ({
      kind: "definition",
      text: `${role.name}: read through ${grantOn(role, entity, "read")?.through ?? ""}`,
      location: role.proof.location,
    })),
    related: fields.map(({ path, location }) => ({ role: "readable", path, location })),
  });
}

/** A hash tells a reader nothing; what is encrypted in the database is shown to who may read the record. */
function isSensitive(context: RuleContext, field: Field): boolean {
  const { sensitivity, confidence } = context.verdict(field);
  if (field.protection === "hashed" || field.kind === "copy" || field.kind === "back-reference") return false;
  return sensitivity !== "ordinary" && confidence >= FIRM;
}

function isBroad(context: RuleContext, system: System, entity: Entity, role: Role): boolean {
  if (role.audience === "end-user" || isWildcard(grantOn(role, entity, "read"))) return true;
  const all = liveAccounts(system).length;
  if (all < ENOUGH_ACCOUNTS) return false;
  return holdersOf(system, [role]).length / all > context.option<number>("share");
}
