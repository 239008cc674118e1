/** How a delta's elements are read: leaves, their text, and their place in words. */
import { isElement, textOf, type XmlElement } from "../../../source/xml.ts";

/** Without element children; a leaf carries a value, possibly an empty one. */
export function isLeaf(delta: XmlElement): boolean {
  return !delta.children.some(isElement);
}

/** Text that is not blank stands for a new value. */
export function hasLeafText(delta: XmlElement): boolean {
  return isLeaf(delta) && textOf(delta) !== "";
}

export function pathStep(element: XmlElement): string {
  const id = element.attributes["id"];
  return id === undefined ? element.name : `${element.name}[${id}]`;
}

/** iTop copies the attributes of a node it creates a second time without their prefix: `type` beside `xsi:type`. */
export function withTypeTwice(attributes: XmlElement["attributes"]): XmlElement["attributes"] {
  const type = attributes["xsi:type"];
  return type === undefined ? attributes : { ...attributes, type };
}
