/** What is special about classes in the flat merge: they stand behind their parent, and go when it goes. */
import { child, textOf, type XmlElement } from "../../../source/xml.ts";
import type { MergeErrorCode } from "./merge-failure.ts";
import type { WorkNode } from "./work-tree.ts";

/** Why iTop stops; `null` as code where it crashes. */
export interface Refusal {
  readonly code: MergeErrorCode | null;
  /** The element of the delta that is to blame. */
  readonly element: XmlElement;
  readonly reason: string;
}

/** A class of the model proper, not one in `meta/classes` or a group of rights. */
export function isModelClass(node: WorkNode): boolean {
  const classes = node.parent;
  return node.name === "class" && classes?.name === "classes" && classes.parent?.parent === null;
}

/**
 * Moves a class behind the parent a delta names for it unless it stands behind it already. iTop looks for both among
 * the classes that are not deleted and by their new ids, so a renamed or deleted class is always inserted anew; it
 * crashes ("Cannot add newnode as the previous sibling of refnode") when that changes nothing.
 */
export function placeBehindParent(klass: WorkNode, delta: XmlElement): Refusal | null {
  const classes = klass.parent;
  const parentElement = child(delta, "parent");
  if (classes === null || parentElement === undefined) return null;
  const name = textOf(parentElement);
  const parent = livingClass(classes, name);
  if (parent === undefined) {
    return {
      code: 7,
      element: parentElement,
      reason: `names the parent class ${name}, which does not exist`,
    };
  }
  const known = livingClass(classes, delta.attributes["id"] ?? "");
  if (known !== undefined && classes.isBehind(known, parent)) return null;
  if (classes.moveBehind(klass, parent)) return null;
  return {
    code: null,
    element: parentElement,
    reason: `makes iTop insert the class behind ${name}, where it stands already`,
  };
}

/** Classes by the name of their parent, as it stands now. */
export type Subclasses = ReadonlyMap<string, readonly WorkNode[]>;

export function subclassesIn(classes: WorkNode): Subclasses {
  const byParent = new Map<string, WorkNode[]>();
  for (const each of classes.elements()) {
    const parent = parentNameOf(each);
    const siblings = byParent.get(parent);
    if (siblings === undefined) byParent.set(parent, [each]);
    else siblings.push(each);
  }
  return byParent;
}

/** Living classes below a class, each once; in an inheritance cycle the class itself is among them. */
export function descendantsOf(klass: WorkNode, subclasses: Subclasses): readonly WorkNode[] {
  const found = new Set<WorkNode>();
  const add = (id: string | undefined): void => {
    for (const each of subclasses.get(id ?? "") ?? []) if (!each.gone && !each.isRemoved) found.add(each);
  };
  add(klass.id);
  for (const each of found) add(each.id);
  return [...found];
}

function livingClass(classes: WorkNode, id: string): WorkNode | undefined {
  const found = classes.find("class", id);
  return found === undefined || found.isRemoved ? undefined : found;
}

function parentNameOf(klass: WorkNode): string {
  return klass.find("parent")?.text ?? "";
}
