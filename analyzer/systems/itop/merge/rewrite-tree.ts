/** Replaces or adds elements at a path of a tree; everything else is shared with the old tree. */
import { child, isElement, type XmlElement, type XmlNode } from "../../../source/xml.ts";

/**
 * `change` gets every element the path leads to and returns its replacement, `null` to leave it out.
 * A step that ends in `*` also matches elements of that name nested in each other: old files nest classes.
 */
export function rewriteAt(
  parent: XmlElement,
  path: readonly string[],
  change: (element: XmlElement) => XmlElement | null,
): XmlElement {
  const [step = "", ...rest] = path;
  const nests = step.endsWith("*");
  const name = nests ? step.slice(0, -1) : step;
  let changed = false;
  const children: XmlNode[] = [];
  for (const node of parent.children) {
    let result: XmlNode | null = node;
    if (isElement(node) && node.name === name) {
      const inner = nests ? rewriteAt(node, path, change) : node;
      result = rest.length === 0 ? change(inner) : rewriteAt(inner, rest, change);
    }
    if (result !== null) children.push(result);
    changed ||= result !== node;
  }
  return changed ? { ...parent, children } : parent;
}

/** Appends a node below a path, creating what is missing of it where the node stands. */
export function addAt(parent: XmlElement, path: readonly string[], node: XmlElement): XmlElement {
  const [name, ...rest] = path;
  if (name === undefined) return { ...parent, children: [...parent.children, node] };
  const existing = child(parent, name);
  const start: XmlElement = existing ?? { name, attributes: {}, children: [], location: node.location };
  const extended = addAt(start, rest, node);
  const children: readonly XmlNode[] =
    existing === undefined
      ? [...parent.children, extended]
      : parent.children.map((each) => (each === existing ? extended : each));
  return { ...parent, children };
}
