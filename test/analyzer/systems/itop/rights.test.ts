import { describe, expect, it } from "vitest";
import type { Grant, Role } from "../../../../analyzer/model/access.ts";
import { EntityIndex } from "../../../../analyzer/model/entity-index.ts";
import type { Entity } from "../../../../analyzer/model/entity.ts";
import type { OnTargetDelete } from "../../../../analyzer/model/field.ts";
import type { Problem } from "../../../../analyzer/model/problem.ts";
import type { XmlElement, XmlNode } from "../../../../analyzer/source/xml.ts";
import { definitionFields } from "../../../../analyzer/systems/itop/exports/export-values.ts";
import { exportedRoles, readProfiles } from "../../../../analyzer/systems/itop/rights/rights.ts";

const location = { file: "datamodel.ward.xml", line: 1, column: 1, endLine: 1, endColumn: 9 };

function element(name: string, id: string, children: readonly XmlNode[]): XmlElement {
  return { name, attributes: { id }, children, location };
}

function text(name: string, content: string): XmlElement {
  return element(name, name, [{ text: content, cdata: false, location }]);
}

/** Group id to its classes. */
type Groups = Readonly<Record<string, readonly string[]>>;
/** Group id to its actions, `bulk read` to `allow`. */
type Actions = Readonly<Record<string, Readonly<Record<string, string>>>>;

function design(groups: Groups, profiles: Readonly<Record<string, Actions>>): XmlElement {
  const groupElements = Object.entries(groups).map(([id, classes]) =>
    element("group", id, [
      element(
        "classes",
        "",
        classes.map((name) => element("class", name, [])),
      ),
    ]),
  );
  const profileElements = Object.entries(profiles).map(([name, actions], at) =>
    element("profile", String(at + 2), [
      text("name", name),
      element(
        "groups",
        "",
        Object.entries(actions).map(([group, given]) =>
          element("group", group, [
            element(
              "actions",
              "",
              Object.entries(given).map(([action, effect]) => ({
                ...text("action", effect),
                attributes: { id: action.includes(":") ? action : `action:${action}` },
              })),
            ),
          ]),
        ),
      ),
    ]),
  );
  const rights = [element("groups", "", groupElements), element("profiles", "", profileElements)];
  return element("itop_design", "", [element("user_rights", "", rights)]);
}

function entity(name: string, given: Partial<Entity> = {}): Entity {
  return {
    name,
    parent: null,
    isLink: false,
    categories: ["bizmodel"],
    fields: [],
    ...given,
  } as unknown as Entity;
}

function link(name: string, keys: Readonly<Record<string, OnTargetDelete>>): Entity {
  const fields = Object.entries(keys).map(([target, onTargetDelete]) => ({
    kind: "reference",
    declaredIn: name,
    implicit: false,
    target,
    onTargetDelete,
  }));
  return entity(name, { isLink: true, fields: fields as unknown as Entity["fields"] });
}

const index = new EntityIndex([
  entity("Contact"),
  entity("Person", { parent: "Contact" }),
  entity("Patient", { parent: "Person", categories: ["bizmodel,searchable"] }),
  entity("Ward"),
  entity("Trigger", { categories: ["core/cmdb", "grant_by_profile"] }),
  entity("EventRestService", { categories: ["core/cmdb"] }),
  link("lnkPersonToWard", { Ward: "cascade", Person: "cascade" }),
  link("lnkPersonToTrigger", { Trigger: "none", Person: "ask" }),
]);

function read(
  groups: Groups,
  actions: Actions,
  legacy = false,
): { role: Role; problems: readonly Problem[] } {
  const options = { system: "itop", legacy };
  const { roles, problems } = readProfiles(design(groups, { "Ward clerk": actions }), index, options);
  return { role: roles.find((role) => role.name === "Ward clerk") as Role, problems };
}

/** `Person read allow`, sorted as the role has them. */
function said(grants: readonly Grant[]): readonly string[] {
  return grants.map(({ entity: name, operation, effect }) => `${name} ${operation} ${effect}`);
}

const people = { People: ["Person"] };

describe("the grants of a profile", () => {
  it("reach the class of a group and everything that inherits from it", () => {
    const { role } = read(people, { People: { "bulk read": "allow" } });
    const grants = role.grants.filter((each) => !each.entity.startsWith("lnk"));
    expect(said(grants)).toEqual(["Patient bulk-read allow", "Person bulk-read allow"]);
    expect(grants.map((each) => each.through)).toEqual(["group People on Person", "group People"]);
  });

  it("reach every business class through *, and no other", () => {
    const { role } = read({}, { "*": { read: "allow" } });
    const names = role.grants.map((each) => each.entity);
    expect(names).toEqual(["Contact", "Patient", "Person", "Ward", "lnkPersonToTrigger", "lnkPersonToWard"]);
  });

  it("reach a class governed by profiles only when a group names it", () => {
    const { role } = read({ Admin: ["Trigger", "EventRestService"] }, { Admin: { write: "allow" } });
    expect(said(role.grants)).toEqual(["Trigger write allow", "lnkPersonToTrigger write allow"]);
  });

  it("pass from the targets of a link to the link, except over keys to be handled by hand", () => {
    const { role } = read(people, { People: { write: "allow" } });
    expect(said(role.grants)).toContain("lnkPersonToWard write allow");
    expect(said(role.grants)).not.toContain("lnkPersonToTrigger write allow");
    expect(role.grants.find((each) => each.entity === "lnkPersonToWard")?.through).toBe(
      "link to Person: group People",
    );
  });

  it("deny a link only when its last target is denied", () => {
    const last = read(people, { People: { write: "deny" } });
    const first = read({ Wards: ["Ward"] }, { Wards: { write: "deny" } });
    expect(said(last.role.grants)).toContain("lnkPersonToWard write deny");
    expect(said(first.role.grants)).not.toContain("lnkPersonToWard write deny");
  });

  it("deny as soon as one step denies, even where a nearer one allows", () => {
    const groups = { People: ["Person"], Contacts: ["Contact"] };
    const { role } = read(groups, { People: { read: "allow" }, Contacts: { read: "deny" } });
    expect(said(role.grants)).toContain("Person read deny");
  });

  it("let the nearest step decide under user_rights_legacy", () => {
    const groups = { People: ["Person"], Contacts: ["Contact"] };
    const { role } = read(groups, { People: { read: "allow" }, Contacts: { read: "deny" } }, true);
    expect(said(role.grants)).toContain("Person read allow");
  });

  it("deny when one class is allowed by one group and denied by another", () => {
    const groups = { People: ["Person"], Staff: ["Person"] };
    const { role } = read(groups, { People: { read: "deny" }, Staff: { read: "allow" } });
    expect(said(role.grants)).toContain("Person read deny");
  });

  it("take any word but allow for a deny, as iTop does", () => {
    expect(said(read(people, { People: { read: "allowed" } }).role.grants)).toContain("Person read deny");
  });

  it("miss a group nobody defines, and that is said", () => {
    const { role, problems } = read({}, { Poeple: { read: "allow" } });
    expect(role.grants).toEqual([]);
    expect(problems.map((each) => each.kind)).toEqual(["unresolved"]);
  });
});

describe("roles", () => {
  it("hold the hard-coded administrator with every right on every class", () => {
    const { roles } = readProfiles(design({}, {}), index, { system: "itop", legacy: false });
    expect(roles).toMatchObject([{ path: "itop:role/Administrator", audience: "admin" }]);
    expect(roles[0]?.grants).toHaveLength(8 * 6);
  });

  it("tell who they are for", () => {
    const profiles = { "Portal user": {}, "REST Services User": {}, "Service Desk Agent": {} };
    const { roles } = readProfiles(design({}, profiles), index, { system: "itop", legacy: false });
    expect(roles.map(({ name, audience }) => [name, audience])).toEqual([
      ["Administrator", "admin"],
      ["Portal user", "end-user"],
      ["REST Services User", "technical"],
      ["Service Desk Agent", "internal"],
    ]);
  });

  it("are absent when the model has no rights", () => {
    const { roles } = readProfiles(element("itop_design", "", []), index, { system: "itop", legacy: false });
    expect(roles).toEqual([]);
  });

  it("known only from an export have a name and no grants", () => {
    const export_ = (id: string, name: string) => ({
      class: "URP_Profiles",
      id,
      fields: definitionFields("URP_Profiles", { name }),
      location,
    });
    const { roles } = readProfiles(design({}, {}), index, { system: "itop", legacy: false });
    const added = exportedRoles([export_("1", "Administrator"), export_("40", "Ward clerk")], roles, "itop");
    expect(added).toMatchObject([{ path: "itop:role/Ward clerk", grants: [] }]);
  });
});

describe("the steps of a life cycle", () => {
  const steps = ({ stimuli }: Role): readonly string[] =>
    (stimuli ?? []).map((each) => `${each.entity} ${each.stimulus} ${each.effect}`);

  it("are granted on the very class of the group, not on what inherits from it", () => {
    const { role } = read(people, { People: { "stimulus:ev_admit": "allow" } });
    expect(steps(role)).toEqual(["Person ev_admit allow"]);
    expect(role.grants).toEqual([]);
  });

  it("are granted everywhere through *", () => {
    const { role } = read({}, { "*": { "stimulus:ev_discharge": "allow" } });
    expect(role.stimuli).toEqual([
      { entity: "*", stimulus: "ev_discharge", effect: "allow", through: "* (every business class)" },
    ]);
  });

  it("stay denied when one group denies and another allows", () => {
    const groups = { People: ["Person"], Patients: ["Person"] };
    const { role } = read(groups, {
      People: { "stimulus:ev_admit": "deny" },
      Patients: { "stimulus:ev_admit": "allow" },
    });
    expect(steps(role)).toEqual(["Person ev_admit deny"]);
  });
});
