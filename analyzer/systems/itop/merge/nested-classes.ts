/** The classes of a nested model by id, at whatever depth they stand. */
import type { WorkNode } from "./work-tree.ts";

export class NestedClasses {
  /** In the order they came; deleted and renamed ones stay until they are next looked for. */
  readonly #byId = new Map<string, Set<WorkNode>>();

  constructor(model: WorkNode) {
    for (const section of model.elements()) this.enter(section);
  }

  /** Makes a class known under its present id, or all of the section; other nodes are none. Nested ones included. */
  enter(node: WorkNode): void {
    if (isNestedClass(node)) {
      const known = this.#byId.get(node.id ?? "");
      if (known === undefined) this.#byId.set(node.id ?? "", new Set([node]));
      else known.add(node);
    }
    for (const each of nestedIn(node)) this.enter(each);
  }

  /** The class of that id that is not deleted; the first one where a model holds several. */
  living(id: string): WorkNode | undefined {
    const known = this.#byId.get(id);
    for (const each of known ?? []) {
      if (!each.gone && !each.isRemoved && each.id === id) return each;
      known?.delete(each);
    }
    return undefined;
  }
}

/** `/itop_design/classes`. */
export function isClassSection(node: WorkNode): boolean {
  return node.name === "classes" && node.parent !== null && node.parent.parent === null;
}

/** A class of the model proper, inside other classes or not; not one in `meta/classes` or a group of rights. */
export function isNestedClass(node: WorkNode): boolean {
  let holder: WorkNode | null = node;
  while (holder?.name === "class") holder = holder.parent;
  return holder !== null && holder !== node && isClassSection(holder);
}

/** Living classes directly inside a class or the section; empty for other nodes. */
export function nestedIn(holder: WorkNode): readonly WorkNode[] {
  if (!isClassSection(holder) && !isNestedClass(holder)) return [];
  return [...holder.elements()].filter((each) => each.name === "class" && !each.isRemoved);
}

/** Takes out all classes inside a class or the section, so that they are not found any more. */
export function takeOutNested(holder: WorkNode): void {
  for (const each of nestedIn(holder)) {
    takeOutNested(each);
    each.takeOut();
  }
}

/** Classes around a class, itself included; 0 for the section. */
export function classDepth(node: WorkNode): number {
  let depth = 0;
  for (let at: WorkNode | null = node; at?.name === "class"; at = at.parent) depth++;
  return depth;
}
