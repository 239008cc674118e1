/** Before a flat merge, classes nested in classes become siblings: since iTop 3.1.2 only `<parent>` makes the hierarchy. */
import { isElement, type XmlElement, type XmlNode } from "../../../source/xml.ts";

export interface FlattenedDelta {
  readonly root: XmlElement;
  /** Classes with nested ones under a `_delta` that iTop cannot flatten. */
  readonly refused: readonly XmlElement[];
}

/** `refused` classes are left out together with the classes in them. */
export function flattenClasses(root: XmlElement): FlattenedDelta {
  const refused: XmlElement[] = [];
  const children = root.children.map((node) =>
    isElement(node) && node.name === "classes"
      ? { ...node, children: flatten(node.children, refused) }
      : node,
  );
  return { root: { ...root, children }, refused };
}

function flatten(nodes: readonly XmlNode[], refused: XmlElement[]): readonly XmlNode[] {
  return nodes.flatMap((node) => (isClass(node) ? flattenClass(node, refused) : [node]));
}

function flattenClass(element: XmlElement, refused: XmlElement[]): readonly XmlNode[] {
  const nested = element.children.filter(isClass);
  if (nested.length === 0) return [element];
  const own = { ...element, children: element.children.filter((node) => !isClass(node)) };
  switch (element.attributes["_delta"]) {
    case "if_exists":
    case "define_if_not_exists":
      refused.push(element);
      return [];
    case "define":
    case "redefine":
    case "force":
      return [own, ...flatten(nested.map(forced), refused)];
    default:
      return [own, ...flatten(nested, refused)];
  }
}

function forced(element: XmlElement): XmlElement {
  return { ...element, attributes: { ...element.attributes, _delta: "force" } };
}

function isClass(node: XmlNode): node is XmlElement {
  return isElement(node) && node.name === "class";
}
