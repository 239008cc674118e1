/** Edges of reading rights and views: one movement for each role and each view. */
import { elementPath, type ModelPath } from "../model/model-path.ts";
import type { Role, View } from "../model/access.ts";
import type { Draft } from "./draft.ts";
import { entityNode } from "./nodes-of-model.ts";
import { accountParty, partyNode, roleParty, usable } from "./parties.ts";
import type { Places } from "./places.ts";

export function addAccess(draft: Draft, places: Places): void {
  for (const role of places.system.roles) addRole(draft, places, role);
  for (const view of places.system.views) addView(draft, places, view);
}

function addRole(draft: Draft, places: Places, role: Role): void {
  const { system } = places;
  const rights = new Map<string, "read" | "bulk-read">();
  for (const { entity, operation, effect } of role.grants) {
    if (effect !== "allow" || (operation !== "read" && operation !== "bulk-read")) continue;
    if (rights.get(entity) !== "bulk-read") rights.set(entity, operation);
  }
  const readable = [...rights].sort(([a], [b]) => (a < b ? -1 : 1));
  const key = elementPath(system.id, "movement", `reading right of ${role.name}`);
  const read = new Set<ModelPath>();
  for (const [name, right] of readable) {
    const entity = places.index.entity(name);
    // A grant on an abstract entity is effective at its heirs, which have grants of their own.
    if (entity === undefined || !places.concrete(name).includes(entity)) continue;
    const fields = places.personalFields(entity);
    if (fields.length === 0) continue;
    if (!draft.has(key)) movementNode(draft, places, key, "role-read", role.name, role);
    for (const field of fields) read.add(field);
    draft.edge({
      kind: right === "bulk-read" ? "exports" : "reads",
      source: entityNode(draft, places, entity),
      target: key,
      fields,
      evidence: "declared",
      says: `role ${role.name} may ${right === "bulk-read" ? "read and export" : "read"} ${name}`,
      location: role.proof.location,
    });
  }
  if (read.size === 0) return;
  const fields = [...read].sort();
  const shared = { kind: "discloses", source: key, fields, evidence: "declared" } as const;
  const party = roleParty(draft, system, role);
  const leaves = draft.nodes.get(party)?.audience === "external";
  const says = `whoever has role ${role.name} may read it`;
  draft.edge({ ...shared, target: party, leaves, says, location: role.proof.location });
  for (const account of system.accounts) {
    if (!usable(account) || account.kind === "human" || !account.roles.includes(role.path)) continue;
    const target = accountParty(draft, system, account.path);
    const label = draft.nodes.get(target)?.label ?? "";
    draft.edge({
      ...shared,
      target,
      leaves: draft.nodes.get(target)?.audience === "external",
      says: `${label} may read it through the interface with role ${role.name}`,
      location: account.proof.location,
    });
  }
}

function addView(draft: Draft, places: Places, view: View): void {
  const shown = new Set<ModelPath>();
  for (const { field, shown: how } of view.fields) {
    if (how !== "hidden") for (const place of places.resolve(field)) shown.add(place.key);
  }
  const all = new Set<ModelPath>();
  for (const entity of places.concrete(view.entity)) {
    const fields = places.personalFields(entity).filter((path) => shown.has(path));
    if (fields.length === 0) continue;
    for (const field of fields) all.add(field);
    movementNode(draft, places, view.path, "view", view.name, view);
    draft.edge({
      kind: "shows",
      source: entityNode(draft, places, entity),
      target: view.path,
      fields,
      evidence: "declared",
      says: `view ${view.name} shows ${entity.name}`,
      location: view.proof.location,
    });
  }
  if (all.size === 0) return;
  const target = viewers(draft, places, view);
  draft.edge({
    kind: "discloses",
    source: view.path,
    target,
    fields: [...all].sort(),
    evidence: "declared",
    leaves: view.audience === "public",
    says: `view ${view.name} is open to ${draft.nodes.get(target)?.label ?? ""}`,
    location: view.proof.location,
  });
}

function viewers(draft: Draft, places: Places, view: View): string {
  const label = { public: "the public", "end-user": "portal users", internal: "staff" }[view.audience];
  const audience = { public: "external", "end-user": "unknown", internal: "internal" } as const;
  return partyNode(draft, places.system, elementPath(places.system.id, "party", label), {
    sort: "team",
    label,
    audience: audience[view.audience],
    proof: null,
  });
}

function movementNode(
  draft: Draft,
  places: Places,
  key: string,
  sort: string,
  label: string,
  { proof }: Pick<Role, "proof">,
): void {
  draft.node(key, {
    kind: "movement",
    sort,
    label,
    system: places.system.id,
    parent: places.system.id,
    lane: "movement-out",
    personal: "no",
    sensitivity: "ordinary",
    categories: [],
    audience: null,
    location: proof.location,
  });
}
