/** The mutable tree a merge works on: elements with iTop's alteration flags, built from and frozen into plain elements. */
import type { Location } from "../../../model/location.ts";
import { isElement, isText, type XmlElement, type XmlText } from "../../../source/xml.ts";

/** What earlier deltas did to a node; kept over the whole stack of documents, dropped at the end. */
export type Alteration = "added" | "replaced" | "removed" | "needed" | "forced" | "remove_needed";

export class WorkNode {
  readonly name: string;
  attributes: Readonly<Record<string, string>>;
  location: Location;
  alteration: Alteration | null = null;
  parent: WorkNode | null = null;
  /** Physically taken out; skipped by everything, so that taking out needs no search. */
  gone = false;
  #children: WorkNode[] = [];
  #texts: XmlText[] = [];
  #index: Map<string, WorkNode[]> | null = null;

  constructor(name: string, attributes: Readonly<Record<string, string>>, location: Location) {
    this.name = name;
    this.attributes = attributes;
    this.location = location;
  }

  get id(): string | undefined {
    return this.attributes["id"];
  }

  get isRemoved(): boolean {
    return this.alteration === "removed" || this.alteration === "remove_needed";
  }

  get text(): string {
    return this.#texts
      .map(({ text }) => text)
      .join("")
      .trim();
  }

  *elements(): IterableIterator<WorkNode> {
    for (const child of this.#children) if (!child.gone) yield child;
  }

  /** First child of that name, and of that id where one is given, whether flagged removed or not. */
  find(name: string, id?: string): WorkNode | undefined {
    this.#index ??= indexOf(this.#children);
    const candidates = this.#index.get(keyOf(name, id));
    while (candidates?.[0]?.gone === true) candidates.shift();
    return candidates?.[0];
  }

  append(child: WorkNode): void {
    child.parent = this;
    this.#children.push(child);
    if (this.#index !== null) enter(this.#index, child);
  }

  /** Moves a child to right behind another; `false` when it is there already. */
  moveBehind(child: WorkNode, anchor: WorkNode): boolean {
    if (child === anchor) return true;
    let behind = this.#children.indexOf(anchor) + 1;
    while (this.#children[behind]?.gone === true) behind++;
    if (this.#children[behind] === child) return false;
    this.#children.splice(this.#children.indexOf(child), 1);
    this.#children.splice(this.#children.indexOf(anchor) + 1, 0, child);
    return true;
  }

  isBehind(child: WorkNode, anchor: WorkNode): boolean {
    return this.#children.indexOf(child) > this.#children.indexOf(anchor);
  }

  moveToEnd(child: WorkNode): void {
    this.#children.splice(this.#children.indexOf(child), 1);
    this.#children.push(child);
  }

  takeOut(): void {
    this.gone = true;
  }

  /** Gives the node an element's content and attributes; place and alteration stay. `copy` makes its children. */
  become(element: XmlElement, copy: (child: XmlElement) => WorkNode = copyOf): void {
    this.location = element.location;
    this.setAttributes(withoutDelta(element.attributes));
    this.empty();
    for (const node of element.children) {
      if (isElement(node)) this.append(copy(node));
      else if (isText(node)) this.#texts.push(node);
    }
  }

  setAttributes(attributes: Readonly<Record<string, string>>): void {
    const idChanges = attributes["id"] !== this.id;
    this.attributes = attributes;
    if (idChanges && this.parent !== null) this.parent.#index = null;
  }

  empty(): void {
    this.#children = [];
    this.#texts = [];
    this.#index = null;
  }

  /** The plain tree; nodes flagged removed are left out. */
  freeze(): XmlElement {
    const children: (XmlElement | XmlText)[] = [...this.#texts];
    for (const child of this.elements()) if (!child.isRemoved) children.push(child.freeze());
    return { name: this.name, attributes: this.attributes, children, location: this.location };
  }
}

/** Deep copy without any `_delta`: inside a copied element they are never interpreted. */
export function copyOf(element: XmlElement): WorkNode {
  const node = new WorkNode(element.name, {}, element.location);
  node.become(element);
  return node;
}

/** Deep copy as it stands. */
export function verbatimCopyOf(element: XmlElement): WorkNode {
  const node = new WorkNode(element.name, {}, element.location);
  node.become(element, verbatimCopyOf);
  node.setAttributes(element.attributes);
  return node;
}

export function withoutDelta(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (!("_delta" in attributes)) return attributes;
  const { _delta, ...rest } = attributes;
  return rest;
}

function indexOf(children: readonly WorkNode[]): Map<string, WorkNode[]> {
  const index = new Map<string, WorkNode[]>();
  for (const child of children) if (!child.gone) enter(index, child);
  return index;
}

function enter(index: Map<string, WorkNode[]>, child: WorkNode): void {
  const keys = child.id === undefined ? [child.name] : [child.name, keyOf(child.name, child.id)];
  for (const key of keys) {
    const found = index.get(key);
    if (found === undefined) index.set(key, [child]);
    else found.push(child);
  }
}

/** A line break cannot stand in a name, so the key is unambiguous. */
function keyOf(name: string, id: string | undefined): string {
  return id === undefined ? name : `${name}\n${id}`;
}
