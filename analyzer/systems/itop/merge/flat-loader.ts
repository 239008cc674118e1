/** Applies one document to the model by the flat rules, each `_delta` as iTop 3.1.2 and 3.2.0 were seen to do it. */
import { isElement, type XmlElement } from "../../../source/xml.ts";
import {
  descendantsOf,
  isModelClass,
  placeBehindParent,
  type Subclasses,
  subclassesIn,
} from "./class-hierarchy.ts";
import { hasLeafText, isLeaf, pathStep, withTypeTwice } from "./delta-element.ts";
import type { MergeErrorCode } from "./merge-failure.ts";
import { type Alteration, copyOf, withoutDelta, WorkNode } from "./work-tree.ts";

/** `code` is `null` where iTop crashes. */
export type ReportFailure = (
  code: MergeErrorCode | null,
  element: string,
  reason: string,
  delta: XmlElement,
) => void;

/** An element of the document and what its surroundings mean for it. */
interface Delta {
  readonly element: XmlElement;
  /** Where it stands in the document. */
  readonly path: string;
  /** The target's parent or an ancestor carries an alteration: what happens here is part of that one. */
  readonly inDefinition: boolean;
  /** It is or stands below a `_delta="merge"`, where strict loading creates what is missing. */
  readonly inMerge: boolean;
}

/** Flags that never move a class behind its parent. */
const KEEP_PLACE: ReadonlySet<string> = new Set([
  "define",
  "define_if_not_exists",
  "delete",
  "delete_if_exists",
]);

export class FlatLoader {
  readonly #strict: boolean;
  readonly #report: ReportFailure;
  /** Holds from one deletion of a class to the next; anything else that happens to a class may change it. */
  #subclasses: Subclasses | null = null;

  constructor(strict: boolean, report: ReportFailure) {
    this.#strict = strict;
    this.#report = report;
  }

  load(model: WorkNode, root: XmlElement): void {
    this.#loadChildren(model, { element: root, path: "", inDefinition: false, inMerge: false });
  }

  refuseNesting(element: XmlElement): void {
    const reason = `is ${element.attributes["_delta"]} and has classes nested in it, which iTop does not support`;
    this.#report(7, `classes/${pathStep(element)}`, reason, element);
  }

  #loadChildren(parent: WorkNode, outer: Delta): void {
    const { inDefinition, inMerge, path } = outer;
    for (const element of outer.element.children) {
      if (!isElement(element)) continue;
      this.#loadElement(parent, {
        element,
        path: path === "" ? pathStep(element) : `${path}/${pathStep(element)}`,
        inDefinition: inDefinition || parent.alteration !== null,
        inMerge: inMerge || element.attributes["_delta"] === "merge",
      });
    }
  }

  #loadElement(parent: WorkNode, delta: Delta): void {
    const { name, attributes } = delta.element;
    const target = parent.find(name, attributes["_rename_from"] ?? attributes["id"]);
    const present = target !== undefined && !target.isRemoved;
    const flag = attributes["_delta"] ?? "";
    if (target !== undefined && !KEEP_PLACE.has(flag)) this.#place(target, delta);
    if (name === "class" && !flag.startsWith("delete")) this.#subclasses = null;
    switch (flag) {
      case "":
      case "merge":
        return present ? this.#mergeInto(target, delta) : this.#create(parent, target, delta);
      case "must_exist":
        return present ? this.#mergeInto(target, delta) : this.#fail(delta, 7, "does not exist");
      case "if_exists":
        if (present) this.#mergeInto(target, delta);
        return;
      case "define":
        if (present) return this.#fail(delta, 1, "exists already");
        return define(parent, target, delta, "added");
      case "define_if_not_exists":
        return present ? rename(target, delta.element) : define(parent, target, delta, "needed");
      case "redefine":
        if (target === undefined) return this.#fail(delta, 3, "cannot be redefined: it does not exist");
        if (!present) return this.#fail(delta, 4, "cannot be redefined: it was deleted before");
        return this.#replace(target, delta, target.alteration ?? "replaced");
      case "force":
        if (target === undefined) return define(parent, target, delta, "forced");
        return this.#replace(target, delta, "forced");
      case "delete":
        if (target === undefined) return this.#fail(delta, 2, "cannot be deleted: it does not exist");
        if (!present) return this.#fail(delta, 6, "was deleted before");
        return this.#delete(target, delta, "removed");
      case "delete_if_exists":
        if (target === undefined) return markAsAbsent(parent, delta);
        if (present) this.#delete(target, delta, "remove_needed");
        return;
      default:
        return this.#fail(delta, 5, `has the unknown flag _delta="${flag}"`);
    }
  }

  /** A class without its parent is a failure of the `<parent>` alone; what else the delta says still counts. */
  #place(target: WorkNode, delta: Delta): void {
    if (!isModelClass(target)) return;
    const refusal = placeBehindParent(target, delta.element);
    if (refusal === null) return;
    this.#report(refusal.code, `${delta.path}/${pathStep(refusal.element)}`, refusal.reason, refusal.element);
  }

  /** No `_delta`, `merge`, `must_exist` or `if_exists` on a node that is there; its attributes stay. */
  #mergeInto(target: WorkNode, delta: Delta): void {
    if (hasLeafText(delta.element)) {
      if (this.#strict)
        return this.#fail(delta, 9, "gets a new value without a _delta, which strict loading refuses");
      return this.#replace(target, delta, target.alteration ?? "replaced");
    }
    rename(target, delta.element);
    this.#loadChildren(target, delta);
  }

  /** No `_delta` or `merge` on a node that is absent or deleted; only nodes with an id are flagged. */
  #create(parent: WorkNode, target: WorkNode | undefined, delta: Delta): void {
    const { element } = delta;
    const identified = element.attributes["id"] !== undefined;
    if (this.#strict && !delta.inMerge && (identified || isLeaf(element))) {
      return this.#fail(delta, 7, "does not exist, and strict loading creates nothing without a _delta");
    }
    if (hasLeafText(element)) return define(parent, target, delta, "added");
    const shell = { ...element, attributes: withTypeTwice(element.attributes), children: [] };
    if (target === undefined) {
      const created = copyOf(shell);
      parent.append(created);
      if (identified && !delta.inDefinition) created.alteration = "added";
      return this.#loadChildren(created, delta);
    }
    target.become(shell);
    this.#loadChildren(target, delta);
    // Only now: while its content is loaded, iTop still takes the node for deleted.
    target.alteration = delta.inDefinition ? null : "replaced";
  }

  #replace(target: WorkNode, delta: Delta, alteration: Alteration): void {
    target.become(delta.element);
    if (delta.inDefinition) target.alteration = null;
    else {
      const { _rename_from: _, ...attributes } = target.attributes;
      target.setAttributes(attributes);
      target.alteration = alteration;
    }
  }

  /** A class takes its subclasses along and leaves its mark behind all others. */
  #delete(target: WorkNode, delta: Delta, alteration: "removed" | "remove_needed"): void {
    const classes = isModelClass(target) ? target.parent : null;
    const subclasses =
      classes === null ? [] : descendantsOf(target, (this.#subclasses ??= subclassesIn(classes)));
    if (subclasses.includes(target))
      return this.#fail(delta, null, "is its own ancestor and cannot be deleted");
    for (const each of subclasses) each.takeOut();
    if (delta.inDefinition || target.alteration !== null) return target.takeOut();
    target.empty();
    target.alteration = alteration;
    classes?.moveToEnd(target);
  }

  #fail(delta: Delta, code: MergeErrorCode | null, reason: string): void {
    this.#report(code, delta.path, reason, delta.element);
  }
}

/** A deep copy, in place of a deleted node or behind all others. */
function define(parent: WorkNode, target: WorkNode | undefined, delta: Delta, alteration: Alteration): void {
  const node = target ?? copyOf(delta.element);
  if (target === undefined) parent.append(node);
  else target.become(delta.element);
  if (delta.inDefinition) node.alteration = null;
  else node.alteration = target === undefined ? alteration : "replaced";
}

function markAsAbsent(parent: WorkNode, { element, inDefinition }: Delta): void {
  if (inDefinition) return;
  const mark = new WorkNode(element.name, withoutDelta(element.attributes), element.location);
  mark.alteration = "remove_needed";
  parent.append(mark);
}

function rename(target: WorkNode, { attributes }: XmlElement): void {
  const { _rename_from: from, id } = attributes;
  if (from !== undefined && id !== undefined) target.setAttributes({ ...target.attributes, id });
}
