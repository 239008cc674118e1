/** Roles that take out or change the records of people in bulk, beyond the few that need to. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Entity, Grant, Role, System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";
import { grantOn, heldBy, isWildcard, rolesOn } from "./roles-on.ts";

const DOES: Partial<Record<Grant["operation"], string>> = {
  "bulk-read": "export everyone in",
  "bulk-write": "change everyone in",
  "bulk-delete": "delete everyone in",
};

export default defineRule({
  meta: {
    id: "access/bulk-operations-on-persons",
    title: "Bulk export or import of people granted widely",
    family: "access",
    severity: { minimal: "warning", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 32(1)(b)", "Art. 25(2)", "Art. 5(1)(f)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["rights", "model"],
    options: { ops: ["bulk-read", "bulk-write"], allowedRoles: ["Administrator"], maxRoles: 2 },
    messages: {
      found: {
        what: "{who} may {does} {entities} ({roles}){held}",
        why: "One click takes out or changes the whole list of people (Art. 32(1)(b), 25(2)).",
        fix: "Keep the right for at most {maxRoles} named roles, and name them in allowedRoles.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const operation of context.option<readonly Grant["operation"][]>("ops")) {
        for (const group of peopleByRoles(context, system, operation))
          judge(context, system, operation, group);
      }
    }
  },
});

interface Group {
  readonly entities: Entity[];
  readonly roles: readonly Role[];
}

/** Entities of people that the same roles reach are one fact. */
function peopleByRoles(
  { option }: RuleContext,
  system: System,
  operation: Grant["operation"],
): Iterable<Group> {
  const allowed = option<readonly string[]>("allowedRoles");
  const groups = new Map<string, Group>();
  for (const entity of system.entities) {
    if (entity.abstract || (entity.role !== "subject" && entity.role !== "account")) continue;
    const roles = rolesOn(system, entity, operation).filter(({ name }) => !allowed.includes(name));
    if (roles.length === 0) continue;
    const key = roles.map(({ path }) => path).join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { entities: [entity], roles });
    else group.entities.push(entity);
  }
  return groups.values();
}

function judge(
  context: RuleContext,
  system: System,
  operation: Grant["operation"],
  { entities, roles }: Group,
): void {
  const maxRoles = context.option<number>("maxRoles");
  const first = entities[0] as Entity;
  const endUsers = roles.some(({ audience }) => audience === "end-user");
  const byWildcard = roles.some((role) => isWildcard(grantOn(role, first, operation)));
  if (roles.length <= maxRoles && !endUsers && !byWildcard) return;

  context.report({
    system: system.id,
    path: first.path,
    // A standard role of the catalogue stands in no file.
    location: roles.find(({ proof }) => proof.location !== null)?.proof.location ?? first.location,
    args: {
      who: roles.length === 1 ? "One role" : `${roles.length} roles`,
      does: DOES[operation] ?? `${operation} all of`,
      entities: entities.map(({ name }) => name),
      roles: roles.map(({ name }) => name),
      held: heldBy(system, roles),
      maxRoles,
    },
    evidence: roles.map((role): Evidence => ({
      kind: "definition",
      text: `${role.name}: ${operation} through ${grantOn(role, first, operation)?.through ?? ""}`,
      location: role.proof.location,
    })),
    related: roles.map(({ path, proof }) => ({ role: "may", path, location: proof.location })),
    raise: endUsers ? 1 : 0,
    discriminator: operation,
  });
}
