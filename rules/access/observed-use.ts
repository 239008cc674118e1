/** What an account was seen to do through an interface, against what its roles allow with people. */
import type { RuleContext } from "../kit/define-rule.ts";
import type { Account, Entity, Grant, Operation, Role, System } from "../kit/facts.ts";

const DAY = 86_400_000;

/** Days the interface was watched, first to last record over all logs; 0 without a log that tells. */
export function daysWatched(system: System): number {
  const windows = system.observations.filter(({ channel }) => channel === "rest");
  const from = windows.flatMap(({ from: first }) => (first === null ? [] : [Date.parse(first)]));
  const to = windows.flatMap(({ to: last }) => (last === null ? [] : [Date.parse(last)]));
  if (from.length === 0 || to.length === 0) return 0;
  return Math.floor((Math.max(...to) - Math.min(...from)) / DAY);
}

/** `create UserRequest`, `read Person`, sorted. */
export function usedRights(system: System, account: Account): readonly string[] {
  const used = operationsOf(system, account).flatMap(({ verb, entities }) =>
    entities.map((entity) => `${verb} ${entity}`),
  );
  return [...new Set(used)].sort();
}

const WATCHED: readonly Grant["operation"][] = ["bulk-read", "write", "bulk-write", "delete", "bulk-delete"];
const SAYS: Record<Grant["operation"], string> = {
  read: "read",
  "bulk-read": "read in bulk",
  write: "change",
  "bulk-write": "change in bulk",
  delete: "delete",
  "bulk-delete": "delete in bulk",
};

/** Rights on people's own records beyond reading that no operation used: `delete Person`. */
export function unusedRights(
  { entity }: RuleContext,
  system: System,
  account: Account,
  roles: readonly Role[],
): readonly string[] {
  const operations = operationsOf(system, account);
  const people = system.entities.filter((each) => each.role === "subject" && !each.abstract);
  return people.flatMap((person) =>
    WATCHED.filter(
      (right) =>
        roles.some((role) => allows(role, person, right)) &&
        !operations.some((each) => uses(each, right) && touches(each, person)),
    ).map((right) => `${SAYS[right]} ${person.name}`),
  );

  /** A call on a parent or a child of the entity may have been one on the entity. */
  function touches(operation: Operation, person: Entity): boolean {
    return operation.entities.some((name) => isA(name, person.name) || isA(person.name, name));
  }

  function isA(name: string, ancestor: string): boolean {
    const seen = new Set<string>();
    for (
      let at: string | null = name;
      at !== null && !seen.has(at);
      at = entity(system, at)?.parent ?? null
    ) {
      if (at === ancestor) return true;
      seen.add(at);
    }
    return false;
  }
}

function operationsOf(system: System, account: Account): readonly Operation[] {
  return system.operations.filter((operation) => operation.account === account.path);
}

function allows(role: Role, { name }: Entity, right: Grant["operation"]): boolean {
  return role.grants.some(
    (grant) => grant.entity === name && grant.operation === right && grant.effect === "allow",
  );
}

/** A log does not show whether one call was allowed as a single or as a bulk change. */
function uses({ verb, bulk, objects }: Operation, right: Grant["operation"]): boolean {
  switch (right) {
    case "read":
      return verb === "read";
    case "bulk-read":
      return verb === "read" && (bulk || objects > 1);
    case "write":
    case "bulk-write":
      return verb === "create" || verb === "update" || verb === "stimulus";
    case "delete":
    case "bulk-delete":
      return verb === "delete";
    default:
      return right satisfies never;
  }
}
