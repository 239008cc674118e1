/** A small data model of an invented hospital group's help desk, for tests of what refers to a model. */
import { EntityIndex } from "../../../../analyzer/model/entity-index.ts";
import type { Entity, EntityRole } from "../../../../analyzer/model/entity.ts";
import type { Field, FieldKind } from "../../../../analyzer/model/field.ts";

interface FieldSketch {
  readonly kind?: FieldKind;
  readonly target?: string;
  readonly copyOf?: readonly [through: string, field: string];
}

type Sketch = Readonly<Record<string, FieldSketch>>;

function field(entity: string, name: string, sketch: FieldSketch): Field {
  const { kind = "string", target = null, copyOf } = sketch;
  return {
    path: `itop:${entity}.${name}`,
    name,
    declaredIn: entity,
    declaredType: "AttributeString",
    kind,
    freeText: "none",
    validation: { kind: "none", pattern: null, holds: false, location: null },
    protection: "none",
    history: { tracked: true, keeps: "old+new" },
    nullable: true,
    writable: true,
    length: null,
    target,
    onTargetDelete: null,
    copyOf: copyOf === undefined ? null : { through: copyOf[0], field: copyOf[1] },
    values: [],
    implicit: false,
    origin: { by: "vendor", module: null },
    location: null,
    labels: {},
  };
}

function entity(name: string, parent: Entity | null, role: EntityRole, sketches: Sketch): Entity {
  const inherited = parent?.fields ?? [];
  return {
    path: `itop:${name}`,
    name,
    parent: parent?.name ?? null,
    abstract: false,
    isLink: name.startsWith("lnk"),
    role,
    categories: [],
    tracked: true,
    identity: { displayName: [], reconciliation: [], uniqueness: [] },
    lifecycle: { states: [], obsolescence: null, archivable: false },
    scope: null,
    origin: { by: "vendor", module: null },
    location: null,
    labels: {},
    fields: [
      ...inherited.map((each) => ({ ...each, path: `itop:${name}.${each.name}` })),
      ...Object.entries(sketches).map(([id, sketch]) => field(name, id, sketch)),
    ],
  };
}

const organisation = entity("Organization", null, "organisation", {
  name: {},
  friendlyname: { kind: "computed" },
});
const contact = entity("Contact", null, "subject", {
  name: {},
  friendlyname: { kind: "computed" },
  email: { kind: "email" },
  phone: { kind: "phone" },
  org_id: { kind: "reference", target: "Organization" },
});
const person = entity("Person", contact, "subject", {
  first_name: {},
  manager_id: { kind: "reference", target: "Person" },
  absence_log: { kind: "log" },
  team_list: { kind: "back-reference", target: "lnkPersonToTeam" },
});
const team = entity("Team", contact, "organisation", {});
const membership = entity("lnkPersonToTeam", null, "person-link", {
  person_id: { kind: "reference", target: "Person" },
  team_id: { kind: "reference", target: "Team" },
});
const ticket = entity("Ticket", null, "ticket", {
  ref: {},
  title: {},
  description: { kind: "html" },
  private_log: { kind: "log" },
  friendlyname: { kind: "computed" },
  org_id: { kind: "reference", target: "Organization" },
  caller_id: { kind: "reference", target: "Person" },
  caller_id_friendlyname: { kind: "copy", copyOf: ["caller_id", "itop:Person.friendlyname"] },
  agent_id: { kind: "reference", target: "Person" },
  team_id: { kind: "reference", target: "Team" },
});
const request = entity("UserRequest", ticket, "ticket", {
  public_log: { kind: "log" },
  witness_id: { kind: "reference", target: "Person" },
});
const incident = entity("Incident", ticket, "ticket", { public_log: { kind: "log" } });
const ward = entity("Ward", null, "site", { name: {}, friendlyname: { kind: "computed" } });

export const requestModel = new EntityIndex([
  organisation,
  contact,
  person,
  team,
  membership,
  ticket,
  request,
  incident,
  ward,
]);
