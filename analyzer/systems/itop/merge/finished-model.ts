/** Models that were merged before and come as one document: a compiled one, or the catalogue in its place. */
import { child, childrenNamed, isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import { MAX_CLASS_DEPTH } from "./class-place.ts";
import type { NestedClasses } from "./nested-classes.ts";
import { sideBySide } from "./side-by-side.ts";
import { copyOf, type WorkNode } from "./work-tree.ts";

/** Root of the tree that iTop itself brings; no delta has it at the top of its classes. */
const ROOT_CLASS = "DBObject";

/**
 * iTop loads such a model as it stands, and the nested rules would leave nothing of it: they create no class without
 * a `_delta` and copy no text. A compiled model shows by iTop's own root class; it may hold flags, left over inside
 * definitions. The catalogue has iTop's traces on its classes and no flag anywhere.
 */
export function isFinishedModel(root: XmlElement): boolean {
  const classes = child(root, "classes");
  if (classes === undefined) return false;
  return child(classes, "class", ROOT_CLASS) !== undefined || (hasTrace(classes) && !hasFlag(root));
}

/** Takes over what the model does not have yet, each class inside its parent. */
export function takeOver(model: WorkNode, classes: NestedClasses, finished: XmlElement): void {
  for (const section of sideBySide(finished).children) {
    if (!isElement(section)) continue;
    const present = model.find(section.name);
    if (present === undefined) model.append(copyOf(section));
    else if (section.name === "classes") takeOverClasses(present, classes, section);
    else {
      for (const each of section.children) {
        if (isElement(each) && present.find(each.name, each.attributes["id"]) === undefined)
          present.append(copyOf(each));
      }
    }
  }
}

function takeOverClasses(section: WorkNode, classes: NestedClasses, finished: XmlElement): void {
  const nodes = new Map<string, WorkNode>();
  const parents = new Map<string, string>();
  for (const element of childrenNamed(finished, "class")) {
    const id = element.attributes["id"] ?? "";
    if (classes.living(id) !== undefined || nodes.has(id)) continue;
    nodes.set(id, copyOf(element));
    parents.set(id, textOf(child(element, "parent")));
  }
  for (const [id, node] of nodes) {
    const parent = parents.get(id) ?? "";
    const holder = isTooDeep(id, parents) ? undefined : (nodes.get(parent) ?? classes.living(parent));
    (holder ?? section).append(node);
  }
  classes.enter(section);
}

/** Also true of classes that inherit from each other in a circle; those stay side by side. */
function isTooDeep(id: string, parents: ReadonlyMap<string, string>): boolean {
  let depth = 0;
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
    if (++depth > MAX_CLASS_DEPTH) return true;
  }
  return false;
}

function hasTrace(holder: XmlElement): boolean {
  return childrenNamed(holder, "class").some((each) => "_created_in" in each.attributes || hasTrace(each));
}

function hasFlag(element: XmlElement): boolean {
  return "_delta" in element.attributes || element.children.some((node) => isElement(node) && hasFlag(node));
}
