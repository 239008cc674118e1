/** The standard profiles as facts: groups with their classes, profiles with what they allow. */
import { at, childrenNamed, textOf, type XmlElement, type XmlNode } from "../../../source/xml.ts";
import { CATALOGUE_LOCATION } from "./catalogue-location.ts";

/** `[group, classes]` */
export type GroupRow = readonly [string, readonly string[]];
/** `[id, name, [group, allowed actions, denied actions]…]` */
export type ProfileRow = readonly [string, string, ...(readonly [string, readonly string[], readonly string[]])[]];

export interface CatalogueRights {
  readonly groups: readonly GroupRow[];
  readonly profiles: readonly ProfileRow[];
}

export const NO_RIGHTS: CatalogueRights = { groups: [], profiles: [] };

/** From a merged `itop_design`; descriptions and stimuli are left out. */
export function rightsOf(root: XmlElement): CatalogueRights {
  const all = (container: string, name: string) => {
    const parent = at(root, "user_rights", container);
    return parent === undefined ? [] : childrenNamed(parent, name);
  };
  return {
    groups: all("groups", "group").map((group) => [idOf(group), idsIn(group, "classes", "class")] as const).sort(byId),
    profiles: all("profiles", "profile").map(profileRow).sort(byId),
  };
}

/** The `user_rights` section that gives these rights again. */
export function rightsDesign({ groups, profiles }: CatalogueRights): XmlElement {
  return element("user_rights", {}, [
    element("groups", {}, groups.map(([id, classes]) => element("group", { id }, [element("classes", {}, classes.map((name) => element("class", { id: name }, [])))]))),
    element("profiles", {}, profiles.map(profileElement)),
  ]);
}

function profileRow(profile: XmlElement): ProfileRow {
  const groups = at(profile, "groups");
  const rows = (groups === undefined ? [] : childrenNamed(groups, "group")).map((group) => {
    const actions = at(group, "actions");
    const given = (text: string): readonly string[] =>
      (actions === undefined ? [] : childrenNamed(actions, "action"))
        .filter((action) => textOf(action) === text && idOf(action).startsWith("action:"))
        .map((action) => idOf(action).slice("action:".length))
        .sort();
    return [idOf(group), given("allow"), given("deny")] as const;
  });
  return [idOf(profile), textOf(at(profile, "name")), ...rows.sort(byId)];
}

function profileElement([id, name, ...groups]: ProfileRow): XmlElement {
  const actions = (names: readonly string[], text: string): readonly XmlElement[] =>
    names.map((each) => leaf("action", text, { id: `action:${each}` }));
  return element("profile", { id }, [
    leaf("name", name),
    element("groups", {}, groups.map(([group, allowed, denied]) =>
      element("group", { id: group }, [element("actions", {}, [...actions(allowed, "allow"), ...actions(denied, "deny")])]),
    )),
  ]);
}

function idsIn(parent: XmlElement, container: string, name: string): readonly string[] {
  const found = at(parent, container);
  return found === undefined ? [] : childrenNamed(found, name).map(idOf).sort();
}

function idOf(element: XmlElement): string {
  return element.attributes["id"] ?? "";
}

function byId(a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number {
  return a[0] < b[0] ? -1 : 1;
}

function leaf(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return element(name, attributes, [{ text, cdata: false, location: CATALOGUE_LOCATION }]);
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlNode[]): XmlElement {
  return { name, attributes, children, location: CATALOGUE_LOCATION };
}
