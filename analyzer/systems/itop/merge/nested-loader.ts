/** Applies one document to the model by the nested rules, each `_delta` as iTop 2.7.11 and 3.0.4 were seen to do it. */
import { child, isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import { hasLeafText, isLeaf, pathStep, withTypeTwice } from "./delta-element.ts";
import type { MergeErrorCode } from "./merge-failure.ts";
import {
  classDepth,
  isClassSection,
  isNestedClass,
  MAX_CLASS_DEPTH,
  nestedIn,
  type NestedClasses,
} from "./nested-classes.ts";
import { type Alteration, copyOf, verbatimCopyOf, withoutDelta, WorkNode } from "./work-tree.ts";

export interface NestedReports {
  /** iTop stops here. */
  failure(code: MergeErrorCode, element: string, reason: string, delta: XmlElement): void;
  /** iTop goes on, with a result that its author hardly wants; `kind` as in a problem. */
  note(kind: "merge" | "limit", message: string, element: string, delta: XmlElement): void;
}

/** An element of the document and where it stands in it. */
interface Delta {
  readonly element: XmlElement;
  readonly path: string;
}

/** Where an element belongs in the model and which flag holds there. */
interface Place {
  readonly parent: WorkNode;
  readonly flag: string;
}

export class NestedLoader {
  readonly #classes: NestedClasses;
  readonly #reports: NestedReports;

  constructor(classes: NestedClasses, reports: NestedReports) {
    this.#classes = classes;
    this.#reports = reports;
  }

  load(model: WorkNode, root: XmlElement): void {
    this.#loadChildren(model, { element: root, path: "" });
  }

  #loadChildren(parent: WorkNode, outer: Delta): void {
    for (const element of outer.element.children) {
      if (!isElement(element)) continue;
      const step = pathStep(element);
      const delta = { element, path: outer.path === "" ? step : `${outer.path}/${step}` };
      const place = this.#placeOf(parent, delta);
      if (place !== null) this.#loadElement(place, delta);
    }
  }

  /** A class at the top of a document is applied inside its parent: the one it names, or the one it stands in. */
  #placeOf(parent: WorkNode, delta: Delta): Place | null {
    const { element } = delta;
    const flag = element.attributes["_delta"] ?? "";
    if (element.name !== "class" || !isClassSection(parent)) return { parent, flag };
    if (flag === "define" || flag === "force") return this.#below(delta, flag);
    const target = this.#classes.living(element.attributes["id"] ?? "");
    if (target?.parent == null) {
      if (flag !== "if_exists") this.#fail(delta, 7, "does not exist");
      return null;
    }
    if (flag !== "redefine" || target.parent.id === textOf(child(element, "parent")))
      return { parent: target.parent, flag };
    return this.#move(target, delta);
  }

  /** `redefine` with another parent: the class is deleted, its subclasses with it, and defined anew. */
  #move(target: WorkNode, delta: Delta): Place | null {
    const place = this.#below(delta, "define");
    if (place === null) return null;
    this.#delete(target);
    return place;
  }

  #below(delta: Delta, flag: string): Place | null {
    const name = textOf(child(delta.element, "parent"));
    const parent = this.#classes.living(name);
    if (parent === undefined) {
      this.#fail(delta, 8, name === "" ? "names no parent class" : `names the parent class ${name}, which does not exist`);
      return null;
    }
    return { parent, flag };
  }

  #loadElement({ parent, flag }: Place, delta: Delta): void {
    const { name, attributes } = delta.element;
    const sought = flag === "force" ? attributes["id"] : (attributes["_rename_from"] ?? attributes["id"]);
    const target = parent.find(name, sought);
    const present = target !== undefined && !target.isRemoved;
    switch (flag) {
      case "":
      case "merge":
        return present ? this.#mergeInto(target, delta) : this.#create(parent, delta);
      case "must_exist":
        return present ? this.#mergeInto(target, delta) : this.#fail(delta, 0, "does not exist");
      case "if_exists":
        if (present) this.#mergeInto(target, delta);
        return;
      case "define":
        if (present) return this.#fail(delta, 1, "exists already");
        return this.#define(parent, target, delta, "added");
      case "define_if_not_exists":
        if (!present) return this.#define(parent, target, delta, "needed");
        if (!isInDefinition(target)) target.alteration = "needed";
        return;
      case "redefine":
        if (target === undefined) return this.#fail(delta, 3, "cannot be redefined: it does not exist");
        if (!present) return this.#fail(delta, 4, "cannot be redefined: it was deleted before");
        return this.#replace(target, delta, target.alteration ?? "replaced");
      case "force":
        if (target === undefined) return this.#define(parent, target, delta, "forced");
        return this.#replace(target, delta, "forced");
      case "delete":
        if (target === undefined) return this.#fail(delta, 2, "cannot be deleted: it does not exist");
        if (!present) return this.#fail(delta, 6, "was deleted before");
        return this.#delete(target);
      case "delete_if_exists":
        if (present) this.#delete(target);
        return;
      default:
        return this.#fail(delta, 5, `has the unknown flag _delta="${flag}"`);
    }
  }

  #mergeInto(target: WorkNode, delta: Delta): void {
    target.setAttributes(withoutDelta(target.attributes));
    this.#rename(target, delta.element);
    this.#loadChildren(target, delta);
  }

  #create(parent: WorkNode, delta: Delta): void {
    const { element } = delta;
    const created = copyOf({ ...element, children: [] });
    parent.append(created);
    this.#classes.enter(created);
    this.#loadChildren(created, delta);
  }

  #define(parent: WorkNode, target: WorkNode | undefined, delta: Delta, alteration: Alteration): void {
    const inDefinition = isInDefinition(parent);
    const node = target ?? new WorkNode(delta.element.name, {}, delta.element.location);
    node.become(delta.element, verbatimCopyOf);
    if (target === undefined) parent.append(node);
    this.#classes.enter(node);
    if (inDefinition) node.alteration = null;
    else node.alteration = target === undefined ? alteration : "replaced";
  }

  #replace(target: WorkNode, delta: Delta, alteration: Alteration): void {
    const nested = isNestedClass(target) ? nestedIn(target) : [];
    target.become(delta.element, verbatimCopyOf);
    for (const each of nested) target.append(each);
    this.#classes.enter(target);
    if (isInDefinition(target.parent)) target.alteration = null;
    else {
      const { _rename_from: _, ...attributes } = target.attributes;
      target.setAttributes(attributes);
      target.alteration = alteration;
    }
  }

  #delete(target: WorkNode): void {
    if (isNestedClass(target)) takeOutAll(nestedIn(target));
    if (isInDefinition(target)) return target.takeOut();
    target.empty();
    target.alteration = "removed";
  }

  #rename(target: WorkNode, { attributes }: XmlElement): void {
    const { _rename_from: from, id } = attributes;
    if (from === undefined || id === undefined) return;
    target.setAttributes({ ...target.attributes, id });
    this.#classes.enter(target);
  }

  #fail(delta: Delta, code: MergeErrorCode, reason: string): void {
    this.#reports.failure(code, delta.path, reason, delta.element);
  }
}

/** The node or one around it carries an alteration: what happens to it is part of that one. */
function isInDefinition(node: WorkNode | null): boolean {
  for (let at = node; at !== null; at = at.parent) if (at.alteration !== null) return true;
  return false;
}

function takeOutAll(classes: readonly WorkNode[]): void {
  for (const each of classes) {
    takeOutAll(nestedIn(each));
    each.takeOut();
  }
}
