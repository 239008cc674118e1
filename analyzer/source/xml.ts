/** XML as a plain tree with positions; never expands entities, never loads anything. */
import type { Location } from "../model/location.ts";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Range of the start tag. */
  readonly location: Location;
}

/** Text and CDATA; blank text between elements is dropped by the reader. */
export interface XmlText {
  readonly text: string;
  readonly cdata: boolean;
  readonly location: Location;
}

/** Kept only because suppressions live in comments. */
export interface XmlComment {
  readonly comment: string;
  readonly location: Location;
}

export type XmlNode = XmlElement | XmlText | XmlComment;

export function isElement(node: XmlNode): node is XmlElement {
  return "name" in node;
}

export function isText(node: XmlNode): node is XmlText {
  return "text" in node;
}

/** First child element of that name, and of that `id` where one is given. */
export function child(parent: XmlElement, name: string, id?: string): XmlElement | undefined {
  for (const node of parent.children) {
    if (isElement(node) && node.name === name && (id === undefined || node.attributes["id"] === id))
      return node;
  }
  return undefined;
}

export function childrenNamed(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((node): node is XmlElement => isElement(node) && node.name === name);
}

/** Concatenated text of an element, trimmed. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  let text = "";
  for (const node of element.children) if (isText(node)) text += node.text;
  return text.trim();
}

/** Follows child names from an element: `at(klass, "properties", "abstract")`. */
export function at(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let current = element;
  for (const name of names) current = current === undefined ? undefined : child(current, name);
  return current;
}
