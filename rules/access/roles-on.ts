/** Who may do something with an entity, and how broadly the role or account reaches. */
import type { Account, Entity, Grant, Role, System } from "../kit/facts.ts";

/** Roles whose grants allow the operation on the entity, in order of their paths. */
export function rolesOn(system: System, entity: Entity, operation: Grant["operation"]): readonly Role[] {
  return system.roles.filter((role) => grantOn(role, entity, operation) !== undefined);
}

export function grantOn(role: Role, entity: Entity, operation: Grant["operation"]): Grant | undefined {
  return role.grants.find(
    (grant) => grant.entity === entity.name && grant.operation === operation && grant.effect === "allow",
  );
}

/** The grant names no entity: whatever is added to the model falls under it. */
export function isWildcard(grant: Grant | undefined): boolean {
  return grant !== undefined && grant.through.startsWith("*");
}

/** Accounts that can log in, or may be able to. */
export function liveAccounts(system: System): readonly Account[] {
  return system.accounts.filter(({ status }) => status !== "disabled");
}

export function holdersOf(system: System, roles: readonly Role[]): readonly Account[] {
  const paths = new Set(roles.map(({ path }) => path));
  return liveAccounts(system).filter((account) => account.roles.some((role) => paths.has(role)));
}

/** `, held by 12 accounts`; empty when no account was exported. */
export function heldBy(system: System, roles: readonly Role[]): string {
  if (system.accounts.length === 0) return "";
  const count = holdersOf(system, roles).length;
  return `, held by ${count === 1 ? "one account" : `${count} accounts`}`;
}
