/** Display lists of classes: which attributes a details page, a list or a custom presentation shows. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Location } from "../../../model/location.ts";
import { at, child, childrenNamed, isElement, type XmlElement } from "../../../source/xml.ts";

export interface ListedItem {
  readonly name: string;
  readonly location: Location;
}

/** Items of `details`, `list`, `search` … of a class; `null` when neither it nor a parent has the list in XML. */
export type DisplayLists = (entity: string, list: string) => readonly ListedItem[] | null;

/** `item` elements of an `items` element at any depth; `col:` and `fieldset:` items only group others. */
export function listedItems(items: XmlElement): readonly ListedItem[] {
  return childrenNamed(items, "item").flatMap((item) => {
    const name = item.attributes["id"] ?? "";
    if (!name.includes(":")) return [{ name, location: item.location }];
    const inner = child(item, "items");
    return inner === undefined ? [] : listedItems(inner);
  });
}

/** Lists of a merged `itop_design`; like iTop, a class without one shows that of its nearest parent. */
export function displayLists(root: XmlElement, index: EntityIndex): DisplayLists {
  const lists = new Map<string, readonly ListedItem[]>();
  const open: XmlElement[] = [child(root, "classes")].filter((element) => element !== undefined);
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const id = element.attributes["id"];
    for (const { name, items } of presentationsOf(element)) lists.set(`${id ?? ""}\n${name}`, items);
    // Merged models nest subclasses in their parents, or list all side by side.
    open.push(...element.children.filter(isElement).filter(({ name }) => name === "class"));
  }
  return (entity, list) => {
    for (const { name } of index.lineage(entity)) {
      const found = lists.get(`${name}\n${list}`);
      if (found !== undefined) return found;
    }
    return null;
  };
}

/** The four built-in lists, and custom ones by their id (from 3.1 on). */
function presentationsOf(
  element: XmlElement,
): { readonly name: string; readonly items: readonly ListedItem[] }[] {
  const presentation = child(element, "presentation");
  if (presentation === undefined) return [];
  const custom = at(presentation, "custom_presentations");
  const named = custom === undefined ? [] : childrenNamed(custom, "custom_presentation");
  return [
    ...presentation.children.filter(isElement).map((list) => ({ name: list.name, list })),
    ...named.map((list) => ({ name: list.attributes["id"] ?? "", list })),
  ].flatMap(({ name, list }) => {
    const items = child(list, "items");
    return items === undefined ? [] : [{ name, items: listedItems(items) }];
  });
}
