/** Roles of an instance: the profiles of `user_rights` with their effective grants, and profiles only exports know. */
import type { Grant, GrantOperation, Role } from "../../../model/access.ts";
import type { EntityIndex } from "../../../model/entity-index.ts";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Provenance } from "../../../model/provenance.ts";
import { at, child, childrenNamed, textOf, type XmlElement } from "../../../source/xml.ts";
import { CATALOGUE_FILE } from "../catalogue/catalogue-location.ts";
import { REST_PROFILE } from "./accounts.ts";
import { textValue } from "../exports/export-values.ts";
import { objectsOf } from "../exports/export-objects.ts";
import type { ExportData } from "../fragments.ts";
import { effectiveGrants, OPERATIONS, ProfileGrants } from "./grants.ts";

export interface RightsOptions {
  readonly system: SystemId;
  /** Config `user_rights_legacy`. */
  readonly legacy: boolean;
}

const ADMINISTRATOR = "Administrator";
const ADMINISTRATOR_ID = "1";

/** Roles sorted by path. `root` is the merged `itop_design`; a model without `user_rights` gives no role. */
export function readProfiles(
  root: XmlElement,
  index: EntityIndex,
  { system, legacy }: RightsOptions,
): { readonly roles: readonly Role[]; readonly problems: readonly Problem[] } {
  const rights = child(root, "user_rights");
  if (rights === undefined) return { roles: [], problems: [] };
  const problems: Problem[] = [];
  const groups = groupClasses(rights);
  const roles = new Map<ModelPath, Role>();
  const administrator = administratorRole(rights, index, system);
  roles.set(administrator.path, administrator);
  for (const profile of childrenNamed(at(rights, "profiles") ?? rights, "profile")) {
    if (profile.attributes["id"] === ADMINISTRATOR_ID) continue;
    const name = textOf(child(profile, "name")) || `profile ${profile.attributes["id"] ?? ""}`;
    const path = elementPath(system, "role", name);
    if (roles.has(path)) {
      problems.push({
        kind: "duplicate",
        message: `Two profiles are called ${name}; the first counts.`,
        location: profile.location,
      });
      continue;
    }
    const defined = profileGrants(profile, groups, problems);
    roles.set(path, {
      path,
      name,
      audience: audienceOf(name),
      grants: effectiveGrants(defined, index, legacy),
      stimuli: defined.stimuli,
      proof: proofOf(profile),
    });
  }
  return { roles: byPath([...roles.values()]), problems };
}

function proofOf({ location }: XmlElement): Provenance {
  const isStandard = location.file === CATALOGUE_FILE;
  return isStandard
    ? { location: null, basis: "standard profile of the built-in catalogue" }
    : { location, basis: null };
}

/** Profiles that exports or accounts name and the model does not define: known by name, grants unknown. */
export function exportedRoles(
  exports: readonly ExportData[],
  known: readonly Role[],
  system: SystemId,
): readonly Role[] {
  const paths = new Set(known.map((role) => role.path));
  const roles = new Map<ModelPath, Role>();
  for (const { fields, location } of objectsOf(exports, "profile")) {
    const name = textValue(fields["name"]);
    const path = elementPath(system, "role", name);
    if (name === "" || paths.has(path) || roles.has(path)) continue;
    const basis = "exported profile; its grants are in the model, which was not given";
    roles.set(path, { path, name, audience: audienceOf(name), grants: [], proof: { location, basis } });
  }
  return byPath([...roles.values()]);
}

function groupClasses(rights: XmlElement): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const group of childrenNamed(at(rights, "groups") ?? rights, "group")) {
    const classes = at(group, "classes");
    const names =
      classes === undefined ? [] : childrenNamed(classes, "class").map((each) => each.attributes["id"]);
    groups.set(
      group.attributes["id"] ?? "",
      names.filter((name) => name !== undefined),
    );
  }
  return groups;
}

function profileGrants(
  profile: XmlElement,
  groups: ReadonlyMap<string, readonly string[]>,
  problems: Problem[],
): ProfileGrants {
  const grants = new ProfileGrants();
  const list = child(profile, "groups");
  for (const group of list === undefined ? [] : childrenNamed(list, "group")) {
    const id = group.attributes["id"] ?? "";
    const classes = id === "*" ? ["*"] : groups.get(id);
    if (classes === undefined) {
      const message = `A profile refers to the group ${id}, which no definition has; iTop only logs that.`;
      problems.push({
        kind: "unresolved",
        message,
        location: group.location,
        lost: "the grants on that group",
      });
      continue;
    }
    const actions = child(group, "actions");
    for (const action of actions === undefined ? [] : childrenNamed(actions, "action")) {
      const code = action.attributes["id"] ?? "";
      const operation = operationOf(code);
      // Only `allow` allows: iTop takes any other text for a deny.
      const said = { effect: textOf(action) === "allow" ? "allow" : "deny", group: id } as const;
      for (const name of classes) {
        if (operation !== null) grants.add(name, operation, said);
        // iTop takes every action that is not one of the six for a stimulus.
        else if (!code.startsWith("action:")) grants.addStimulus(name, code.replace(/^stimulus:/, ""), said);
      }
    }
  }
  return grants;
}

/** `action:bulk read` → `bulk-read`; `null` for stimuli and unknown actions. */
function operationOf(action: string): GrantOperation | null {
  const name = /^action:(.+)$/.exec(action)?.[1]?.toLowerCase().replace(" ", "-");
  return OPERATIONS.find((operation) => operation === name) ?? null;
}

/** Profile 1 is in no definition: iTop's code creates it and lets it bypass every control. */
function administratorRole(rights: XmlElement, index: EntityIndex, system: SystemId): Role {
  const through = "hard-coded: Administrator bypasses every control";
  const grants = [...index.names]
    .sort()
    .flatMap((entity) =>
      OPERATIONS.map((operation): Grant => ({ entity, operation, effect: "allow", through })),
    );
  const proof = { location: proofOf(rights).location, basis: "profile 1 of every iTop, hard-coded" };
  return {
    path: elementPath(system, "role", ADMINISTRATOR),
    name: ADMINISTRATOR,
    audience: "admin",
    grants,
    proof,
  };
}

function audienceOf(name: string): Role["audience"] {
  if (name === ADMINISTRATOR) return "admin";
  if (name === REST_PROFILE) return "technical";
  return /\bportal\b/i.test(name) ? "end-user" : "internal";
}

function byPath(roles: readonly Role[]): readonly Role[] {
  return [...roles].sort((a, b) => (a.path < b.path ? -1 : 1));
}
