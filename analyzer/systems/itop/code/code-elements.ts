/** Where a data model holds PHP: methods and event listeners of classes, and snippets. */
import { child, childrenNamed, type XmlElement } from "../../../source/xml.ts";

export interface CodeElement {
  /** `null` for a snippet. */
  readonly class: string | null;
  readonly name: string;
  readonly element: XmlElement;
}

/** In document order, nested classes included. The reader bounds how deep elements nest. */
export function codeElements(root: XmlElement): readonly CodeElement[] {
  const found: CodeElement[] = [];
  const visit = (container: XmlElement): void => {
    for (const element of childrenNamed(container, "class")) {
      const name = element.attributes["id"] ?? "";
      if (name !== "") {
        take(found, name, child(element, "methods"), "method", "code");
        take(found, name, child(element, "event_listeners"), "event_listener", "code");
      }
      visit(element);
    }
  };
  const classes = child(root, "classes");
  if (classes !== undefined) visit(classes);
  take(found, null, child(root, "snippets"), "snippet", "content");
  return found;
}

function take(
  found: CodeElement[],
  name: string | null,
  container: XmlElement | undefined,
  tag: string,
  holder: string,
): void {
  for (const each of container === undefined ? [] : childrenNamed(container, tag)) {
    const element = child(each, holder);
    if (element !== undefined) found.push({ class: name, name: each.attributes["id"] ?? "", element });
  }
}
