/** Turns a merged model with nested classes into the shape of later versions: classes side by side, each naming its parent. */
import { child, isElement, textOf, type XmlElement, type XmlNode } from "../../../source/xml.ts";
import { withoutDelta } from "./work-tree.ts";

/** A class that names no parent names the class it was nested in; flags left inside definitions are gone. */
export function sideBySide(root: XmlElement): XmlElement {
  const clean = withoutFlags(root);
  const children = clean.children.map((node) =>
    isElement(node) && node.name === "classes" ? { ...node, children: unnest(node.children, null) } : node,
  );
  return { ...clean, children };
}

function unnest(nodes: readonly XmlNode[], outer: string | null): readonly XmlNode[] {
  return nodes.flatMap((node) => {
    if (!isClass(node)) return [node];
    const children = node.children.filter((each) => !isClass(each));
    const nested = node.children.filter(isClass);
    return [naming({ ...node, children }, outer), ...unnest(nested, node.attributes["id"] ?? outer)];
  });
}

function naming(klass: XmlElement, outer: string | null): XmlElement {
  const named = child(klass, "parent");
  if (outer === null || textOf(named) !== "") return klass;
  const { location } = klass;
  const parent = {
    name: "parent",
    attributes: {},
    children: [{ text: outer, cdata: false, location }],
    location,
  };
  return { ...klass, children: [parent, ...klass.children.filter((each) => each !== named)] };
}

function withoutFlags(element: XmlElement): XmlElement {
  const attributes = withoutDelta(element.attributes);
  let changed = attributes !== element.attributes;
  const children = element.children.map((node) => {
    if (!isElement(node)) return node;
    const clean = withoutFlags(node);
    changed ||= clean !== node;
    return clean;
  });
  return changed ? { ...element, attributes, children } : element;
}

function isClass(node: XmlNode): node is XmlElement {
  return isElement(node) && node.name === "class";
}
