/** Roles and accounts of an invented harbour works, for tests of the access rules. */
import type { Account, Grant, GrantOperation, Role } from "../../../analyzer/model/access.ts";
import { PROVED } from "../tilleuls.ts";

export function grant(entity: string, operation: GrantOperation, through = "group People"): Grant {
  return { entity, operation, effect: "allow", through };
}

export function role(name: string, grants: readonly Grant[], audience: Role["audience"] = "internal"): Role {
  return { path: `itop:role/${name}`, name, audience, grants, proof: PROVED };
}

export function account(name: string, roles: readonly string[], parts: Partial<Account> = {}): Account {
  return {
    path: `itop:account/${name}`,
    kind: "technical",
    roles: roles.map((each) => `itop:role/${each}`),
    apiAccess: false,
    orgScope: "all",
    status: "enabled",
    person: "none",
    proof: PROVED,
    ...parts,
  };
}
