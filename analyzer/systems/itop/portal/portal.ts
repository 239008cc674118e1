/** Reads what portal users see: forms, lists and default pages, with the scopes that limit the rows. */
import type { View } from "../../../model/access.ts";
import type { EntityIndex } from "../../../model/entity-index.ts";
import { compareLocations } from "../../../model/location.ts";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Problem } from "../../../model/problem.ts";
import { child, childrenNamed, type XmlElement } from "../../../source/xml.ts";
import type { DisplayLists } from "../model/display-lists.ts";
import { attributesNamed } from "../notifications/placeholders.ts";
import { moreVisible, type Shown, type ShownField, shownItems } from "./portal-fields.ts";
import { readScopes, scopesOf, uniteScopes, type PortalScope } from "./portal-scopes.ts";
import { screensOf, type PortalScreen } from "./portal-screens.ts";

export interface PortalReading {
  /** By path; a screen that shows no field is no view. */
  readonly views: readonly View[];
  readonly problems: readonly Problem[];
}

/** Its members are no end users: a scope for them alone widens nothing for those. */
const ADMINISTRATOR = "Administrator";

/** Views of every portal in a merged `itop_design`. */
export function readPortalViews(
  root: XmlElement,
  index: EntityIndex,
  lists: DisplayLists,
  system: SystemId,
): PortalReading {
  const problems: Problem[] = [];
  const details: Details = (entity) => shownItems(lists(entity, "details") ?? []);
  const designs = childrenNamed(child(root, "module_designs") ?? root, "module_design").filter(isPortal);
  const views = designs.flatMap((design) => viewsOf(design, details, { index, system, problems }));
  return {
    views: views.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))),
    problems: problems.toSorted((a, b) => compareLocations(a.location, b.location)),
  };
}

interface Reading {
  readonly index: EntityIndex;
  readonly system: SystemId;
  readonly problems: Problem[];
}

type Details = (entity: string) => readonly ShownField[];

/** Deltas on a portal that is not installed lack its type, but name its parts. */
function isPortal(design: XmlElement): boolean {
  return (
    design.attributes["xsi:type"] === "portal" ||
    child(design, "forms") !== undefined ||
    child(design, "bricks") !== undefined
  );
}

function viewsOf(design: XmlElement, details: Details, reading: Reading): readonly View[] {
  const { index } = reading;
  const portal = design.attributes["id"] ?? "portal";
  const scopes = readScopes(design);
  const screens = screensOf(design, details);
  const formOf = (entity: string): readonly PortalScreen[] =>
    screens.filter((screen) => screen.form && screen.name !== "" && index.isA(entity, screen.entity));
  const pages = [...scopes].flatMap(([entity, own]): readonly PortalScreen[] =>
    formOf(entity).length > 0 || own[0] === undefined ? [] : [defaultPage(entity, own[0], details)],
  );
  for (const page of pages) if (page.fields.length === 0) reading.problems.push(listUnknown(page));
  const views = [...screens, ...pages].map((screen) => {
    const everybody = scopesOf(screen.entity, scopes, index).filter((scope) => scope.profiles.length === 0);
    return toView(screen, portal, everybody, "end-user", reading);
  });
  const limited = [...scopes.values()].flat().filter((scope) => scope.profiles.length > 0);
  const all = [
    ...views,
    ...limited.map((scope) => profileView(scope, portal, [...screens, ...pages], reading)),
  ];
  return all.filter((view) => view.fields.length > 0);
}

function listUnknown({ entity, location }: PortalScreen): Problem {
  const message = `The portal shows ${entity} by its display list, which the XML model does not hold.`;
  return { kind: "not-analysed", message, location, lost: `the fields of ${entity} that portal users see` };
}

/** A class in scope without a form of its own opens with the fields of its details. */
function defaultPage(entity: string, { location }: PortalScope, details: Details): PortalScreen {
  return {
    name: `${entity} details`,
    entity,
    fields: details(entity),
    form: true,
    viewOnly: false,
    location,
  };
}

/** What members of further profiles see: the same fields, other rows. */
function profileView(
  scope: PortalScope,
  portal: string,
  screens: readonly PortalScreen[],
  reading: Reading,
): View {
  const { entity, profiles, location } = scope;
  const fields = screens.filter((screen) => screen.entity === entity).flatMap((screen) => screen.fields);
  const name = `${entity} for ${profiles.join(", ")}`;
  const audience = profiles.every((profile) => profile === ADMINISTRATOR) ? "internal" : "end-user";
  const silent = { ...reading, problems: [] };
  return toView(
    { name, entity, fields, form: true, viewOnly: false, location },
    portal,
    [scope],
    audience,
    silent,
  );
}

function toView(
  screen: PortalScreen,
  portal: string,
  scopes: readonly PortalScope[],
  audience: View["audience"],
  { index, system, problems }: Reading,
): View {
  const { entity, location } = screen;
  const name = `${portal}/${screen.name}`;
  const editable = !screen.viewOnly && (scopes.length === 0 || scopes.some((scope) => scope.editable));
  const fields = new Map<ModelPath, Shown>();
  const known = index.entity(entity) !== undefined;
  if (!known && screen.byQuery !== true) {
    const message = `The portal view "${name}" shows ${entity}, which is not in the data model.`;
    problems.push({ kind: "unresolved", message, location, lost: "the fields of this view" });
  }
  for (const field of known ? screen.fields : []) {
    const found = attributesNamed(index, entity, field.name);
    if (found.length === 0) {
      const message = `The portal view "${name}" shows ${field.name}, which ${entity} does not have.`;
      problems.push({ kind: "unresolved", message, location: field.location });
    }
    const shown = field.shown === "shown" && !editable ? "read-only" : field.shown;
    for (const { path } of found) fields.set(path, moreVisible(fields.get(path), shown));
  }
  return {
    path: elementPath(system, "view", name),
    name,
    audience,
    entity,
    fields: [...fields].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([field, shown]) => ({ field, shown })),
    scope: uniteScopes(scopes),
    proof: { location, basis: null },
  };
}
