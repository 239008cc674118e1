/** Finds the fields a portal form or list names: in `fields`, in `items`, and in the form's embedded Twig. */
import type { View } from "../../../model/access.ts";
import type { Location } from "../../../model/location.ts";
import type { ListedItem } from "../model/display-lists.ts";
import { at, child, childrenNamed, isElement, isText, textOf, type XmlElement } from "../../../source/xml.ts";

export type Shown = View["fields"][number]["shown"];

export interface ShownField {
  readonly name: string;
  readonly shown: Shown;
  readonly location: Location;
}

const TAG = /<[A-Za-z][^<>]*>/g;
const FIELD_ID = /\sdata-field-id\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const FIELD_FLAGS = /\sdata-field-flags\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/**
 * Fields of a form: those of `fields` (all of the class's details when the element is absent, none when it is
 * empty) and those placed by `twig`, whose flags count. A field placed twice counts as the more visible.
 */
export function fieldsOfForm(form: XmlElement, details: readonly ShownField[]): readonly ShownField[] {
  const fields = child(form, "fields");
  const twig = child(form, "twig") ?? at(form, "layout", "twig");
  const placed = new Map<string, ShownField>();
  for (const field of twig === undefined ? [] : placedFields(twig)) {
    const shown = moreVisible(placed.get(field.name)?.shown, field.shown);
    placed.set(field.name, { ...field, shown });
  }
  const listed = fields === undefined ? details : listedFields(fields);
  return [...listed.filter(({ name }) => !placed.has(name)), ...placed.values()];
}

export function moreVisible(known: Shown | undefined, shown: Shown): Shown {
  if (known === undefined || known === "hidden") return shown;
  return known === "shown" || shown === "shown" ? "shown" : "read-only";
}

/** `field` elements of a `fields` element. */
export function listedFields(fields: XmlElement): readonly ShownField[] {
  return childrenNamed(fields, "field").map((field) => {
    const isSet = (name: string): boolean => textOf(child(field, name)) === "true";
    const shown = isSet("hidden") ? "hidden" : isSet("read_only") ? "read-only" : "shown";
    return { name: field.attributes["id"] ?? "", shown, location: field.location };
  });
}

/** Items of a display list; all of them are shown. */
export function shownItems(items: readonly ListedItem[]): readonly ShownField[] {
  return items.map((item) => ({ ...item, shown: "shown" }));
}

/** Elements with `data-field-id`, whether the Twig is part of the XML or text in it. */
function placedFields(twig: XmlElement): readonly ShownField[] {
  const found: ShownField[] = [];
  const open: XmlElement[] = [twig];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const { attributes, location } = element;
    const name = attributes["data-field-id"];
    if (name !== undefined) found.push(toField(name, attributes["data-field-flags"], location));
    for (const node of element.children.toReversed()) {
      if (isElement(node)) open.push(node);
      else if (isText(node)) found.push(...placedInText(node.text, node.location));
    }
  }
  return found;
}

function placedInText(text: string, location: Location): readonly ShownField[] {
  return [...text.matchAll(TAG)].flatMap(([tag]) => {
    const id = FIELD_ID.exec(tag);
    const flags = FIELD_FLAGS.exec(tag);
    return id === null ? [] : [toField(id[1] ?? id[2] ?? "", flags?.[1] ?? flags?.[2], location)];
  });
}

function toField(name: string, flags: string | undefined, location: Location): ShownField {
  const set = new Set((flags ?? "").split(/[|,\s]+/));
  return {
    name,
    shown: set.has("hidden") ? "hidden" : set.has("read_only") ? "read-only" : "shown",
    location,
  };
}
