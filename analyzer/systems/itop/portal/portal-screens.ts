/** Lists the screens of one portal: forms, profile page, lists of classes, tables of bricks. */
import { parseOql } from "../../../source/oql/parse.ts";
import { isQuery } from "../../../source/oql/ast.ts";
import { selectedClasses } from "../../../source/oql/walk.ts";
import type { Location } from "../../../model/location.ts";
import { at, child, childrenNamed, textOf, type XmlElement } from "../../../source/xml.ts";
import { listedItems } from "../model/display-lists.ts";
import { fieldsOfForm, listedFields, shownItems, type ShownField } from "./portal-fields.ts";

export interface PortalScreen {
  readonly name: string;
  readonly entity: string;
  readonly fields: readonly ShownField[];
  /** A form that opens a single object; the others are tables. */
  readonly form: boolean;
  /** Nothing can be changed here, whatever the scopes allow. */
  readonly viewOnly: boolean;
  /** The class comes from a query, which says itself when it does not work. */
  readonly byQuery?: true;
  readonly location: Location;
}

/** Attributes a brick level shows besides its `fields`. */
const LEVEL_ATTRIBUTES = ["name_att", "tooltip_att", "description_att", "image_att"] as const;

export function screensOf(
  design: XmlElement,
  detailsOf: (entity: string) => readonly ShownField[],
): readonly PortalScreen[] {
  const forms = listOf(design, "forms", "form").map((form) =>
    toForm(form, textOf(child(form, "class")), detailsOf),
  );
  const bricks = listOf(design, "bricks", "brick");
  const pages = bricks.flatMap((brick) => {
    const form = child(brick, "form");
    // The profile page shows the user's own contact and names no class.
    const entity = textOf(child(form ?? brick, "class")) || "Person";
    return form === undefined
      ? []
      : [{ ...toForm(form, entity, detailsOf), name: brick.attributes["id"] ?? "" }];
  });
  const lists = listOf(design, "classes", "class").flatMap(listsOfClass);
  const tables = bricks.flatMap((brick) => levelsOf(brick, brick.attributes["id"] ?? ""));
  return [...forms, ...pages, ...lists, ...tables].filter((screen) => screen.entity !== "");
}

function listOf(parent: XmlElement, group: string, name: string): readonly XmlElement[] {
  const element = child(parent, group);
  return element === undefined ? [] : childrenNamed(element, name);
}

function toForm(
  form: XmlElement,
  entity: string,
  detailsOf: (entity: string) => readonly ShownField[],
): PortalScreen {
  const modes = listOf(form, "modes", "mode").map((mode) => mode.attributes["id"]);
  return {
    name: form.attributes["id"] ?? "",
    entity,
    fields: fieldsOfForm(form, detailsOf(entity)),
    form: true,
    viewOnly: modes.length > 0 && modes.every((mode) => mode === "view"),
    location: form.location,
  };
}

function listsOfClass(element: XmlElement): readonly PortalScreen[] {
  const entity = element.attributes["id"] ?? "";
  return listOf(element, "lists", "list").map((list) => ({
    name: `${entity} list ${list.attributes["id"] ?? ""}`,
    entity,
    fields: shownItems(listedItems(child(list, "items") ?? list)),
    form: false,
    viewOnly: true,
    location: list.location,
  }));
}

/** The brick itself and its levels; each shows rows of one class, given directly or by a query. */
function levelsOf(element: XmlElement, name: string): readonly PortalScreen[] {
  const fields: ShownField[] = [];
  for (const attribute of LEVEL_ATTRIBUTES) {
    const named = child(element, attribute);
    const text = textOf(named);
    if (named !== undefined && text !== "")
      fields.push({ name: text, shown: "shown", location: named.location });
  }
  const listed = child(element, "fields");
  if (listed !== undefined) fields.push(...listedFields(listed));
  const { location } = element;
  const named = textOf(child(element, "class"));
  const own: PortalScreen = {
    name,
    entity: named === "" ? classOfQuery(element) : named,
    fields,
    form: false,
    viewOnly: true,
    ...(named === "" && { byQuery: true }),
    location,
  };
  const inner = listOf(element, "levels", "level").flatMap((level) =>
    levelsOf(level, `${name}/${level.attributes["id"] ?? ""}`),
  );
  return fields.length === 0 ? inner : [own, ...inner];
}

function classOfQuery(element: XmlElement): string {
  const { query } = parseOql(textOf(at(element, "oql")));
  return query !== null && isQuery(query) ? (selectedClasses(query)[0]?.class ?? "") : "";
}
