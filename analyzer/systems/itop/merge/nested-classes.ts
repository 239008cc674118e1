/** The classes of a nested model by id, at whatever depth they stand. */
import type { WorkNode } from "./work-tree.ts";

/** Classes inside each other that are followed; the standard model needs 6. */
export const MAX_CLASS_DEPTH = 128;

export class NestedClasses {
  /** In the order they came; deleted and renamed ones stay and are passed over. */
  readonly #byId = new Map<string, Set<WorkNode>>();

  constructor(model: WorkNode) {
    for (const section of model.elements()) {
      if (section.name === "classes") for (const each of section.elements()) this.enter(each);
    }
  }

  /** Makes a class known under its present id, with those nested in it; any other node is none. */
  enter(node: WorkNode): void {
    if (!isNestedClass(node)) return;
    const known = this.#byId.get(node.id ?? "");
    if (known === undefined) this.#byId.set(node.id ?? "", new Set([node]));
    else known.add(node);
    for (const each of nestedIn(node)) this.enter(each);
  }

  /** The class of that id that is not deleted; the first one where a model holds several. */
  living(id: string): WorkNode | undefined {
    for (const each of this.#byId.get(id) ?? []) {
      if (!each.gone && !each.isRemoved && each.id === id) return each;
    }
    return undefined;
  }
}

/** A class of the model proper, inside other classes or not; not one in `meta/classes` or a group of rights. */
export function isNestedClass(node: WorkNode): boolean {
  let holder: WorkNode | null = node;
  while (holder?.name === "class") holder = holder.parent;
  return holder !== node && holder !== null && isClassSection(holder);
}

/** `/itop_design/classes`. */
export function isClassSection(node: WorkNode): boolean {
  return node.name === "classes" && node.parent !== null && node.parent.parent === null;
}

/** Living classes directly inside a class. */
export function nestedIn(klass: WorkNode): readonly WorkNode[] {
  return [...klass.elements()].filter((each) => each.name === "class" && !each.isRemoved);
}

/** Classes around a class, itself included; 0 for the section that holds them all. */
export function classDepth(node: WorkNode): number {
  let depth = 0;
  for (let at: WorkNode | null = node; at?.name === "class"; at = at.parent) depth++;
  return depth;
}
