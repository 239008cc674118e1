/** Applies one document to the model by the nested rules, each `_delta` as iTop 2.7.11 and 3.0.4 were seen to do it. */
import { isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import { MAX_CLASS_DEPTH, placeOfClass } from "./class-place.ts";
import { hasLeafText, pathStep } from "./delta-element.ts";
import type { MergeErrorCode } from "./merge-failure.ts";
import { isClassSection, type NestedClasses, nestedIn, takeOutNested } from "./nested-classes.ts";
import { type Alteration, copyOf, verbatimCopyOf, withoutDelta, WorkNode } from "./work-tree.ts";

/** Each gets the place in the document, what is to be said of it, and the element. */
export interface NestedReports {
  /** iTop stops here. */
  failure(code: MergeErrorCode, path: string, reason: string, element: XmlElement): void;
  /** iTop goes on without a word, with a result the author hardly wants. */
  surprise(path: string, reason: string, element: XmlElement): void;
  limit(path: string, reason: string, element: XmlElement): void;
}

/** An element of the document and where it stands in it. */
interface Delta {
  readonly element: XmlElement;
  readonly path: string;
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
      if (element.name === "class" && isClassSection(parent)) this.#loadClass(parent, delta);
      else this.#loadElement(parent, element.attributes["_delta"] ?? "", delta);
    }
  }

  #loadClass(section: WorkNode, delta: Delta): void {
    const { parent, flag, leaves, refusal } = placeOfClass(this.#classes, section, delta.element);
    if (refusal?.kind === "too-deep") {
      const reason = `would stand inside more than ${MAX_CLASS_DEPTH} classes (MAX_CLASS_DEPTH)`;
      this.#reports.limit(delta.path, reason, delta.element);
    } else if (refusal !== null) {
      const { code, element, reason } = refusal;
      const path = element === delta.element ? delta.path : `${delta.path}/${pathStep(element)}`;
      this.#reports.failure(code, path, reason, element);
    }
    if (parent === null) return;
    if (leaves !== null) this.#delete(leaves);
    if (!parent.gone && !parent.isRemoved) return this.#loadElement(parent, flag, delta);
    const reason = "moves below itself or one of its subclasses; iTop deletes both and loses the class";
    this.#reports.surprise(delta.path, reason, delta.element);
  }

  #loadElement(parent: WorkNode, flag: string, delta: Delta): void {
    const { name, attributes } = delta.element;
    const wanted = flag === "force" ? attributes["id"] : (attributes["_rename_from"] ?? attributes["id"]);
    const target = parent.find(name, wanted);
    const present = target !== undefined && !target.isRemoved;
    switch (flag) {
      case "":
      case "merge":
        return present ? this.#mergeInto(target, delta) : this.#create(parent, delta);
      case "must_exist":
        return present ? this.#mergeInto(target, delta) : this.#fail(delta, 0, "does not exist");
      case "if_exists":
        if (present) this.#mergeInto(target, delta);
        else if (target !== undefined) this.#reviveNothing(delta);
        return;
      case "define":
        if (present) return this.#fail(delta, 1, "exists already");
        return this.#define(parent, target, delta, "added");
      case "define_if_not_exists":
        if (!present) return this.#define(parent, target, delta, "needed");
        // The node counts as this document's own from now on: deleting it later leaves no mark.
        if (!isInDefinition(parent)) target.alteration = "needed";
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

  /** No `_delta`, `merge`, `must_exist` or `if_exists` on a node that is there; its attributes and text stay. */
  #mergeInto(target: WorkNode, delta: Delta): void {
    const { element } = delta;
    target.setAttributes(withoutDelta(target.attributes));
    this.#rename(target, element);
    if (hasLeafText(element) && textOf(element) !== target.text) this.#passOver(delta);
    this.#loadChildren(target, delta);
  }

  /** No `_delta` or `merge` on a node that is absent, or deleted: then the new one stands beside its mark. */
  #create(parent: WorkNode, delta: Delta): void {
    const created = copyOf({ ...delta.element, children: [] });
    parent.append(created);
    this.#classes.enter(created);
    if (hasLeafText(delta.element)) this.#passOver(delta);
    this.#loadChildren(created, delta);
  }

  /** A deep copy, in place of a deleted node or behind all others. */
  #define(parent: WorkNode, target: WorkNode | undefined, { element }: Delta, alteration: Alteration): void {
    const node = target ?? new WorkNode(element.name, {}, element.location);
    node.become(element, verbatimCopyOf);
    if (target === undefined) parent.append(node);
    this.#classes.enter(node);
    if (isInDefinition(parent)) node.alteration = null;
    else node.alteration = target === undefined ? alteration : "replaced";
  }

  /** A class keeps its subclasses; with the section all of them are replaced. */
  #replace(target: WorkNode, delta: Delta, alteration: Alteration): void {
    const nested = isClassSection(target) ? [] : nestedIn(target);
    if (nested.length === 0) takeOutNested(target);
    target.become(delta.element, verbatimCopyOf);
    for (const each of nested) target.append(each);
    this.#classes.enter(target);
    target.alteration = isInDefinition(target.parent) ? null : alteration;
    if (target.alteration === null) return;
    const { _rename_from: _, ...attributes } = target.attributes;
    target.setAttributes(attributes);
  }

  #delete(target: WorkNode): void {
    takeOutNested(target);
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

  /** The element keeps what it had, or is created empty. */
  #passOver(delta: Delta): void {
    const reason =
      "has a text but no _delta that sets it; this version of iTop passes over such a text, so it has no effect";
    this.#reports.surprise(delta.path, reason, delta.element);
  }

  #reviveNothing(delta: Delta): void {
    const reason =
      "is if_exists and was deleted before; this version of iTop creates it again, which the analysis does not";
    this.#reports.surprise(delta.path, reason, delta.element);
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
