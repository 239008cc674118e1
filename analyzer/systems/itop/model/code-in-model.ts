/** PHP inside a data model that adds fields when the program runs: no definition lists them. */
import type { Problem } from "../../../model/problem.ts";
import { at, child, childrenNamed, textOf, type XmlElement } from "../../../source/xml.ts";

const ADDS_FIELDS = /MetaModel\s*::\s*Init_AddAttribute\b/i;

/** One problem for each snippet or method that does. */
export function addedByCode(root: XmlElement): readonly Problem[] {
  const snippets = below(child(root, "snippets"), "snippet").map((snippet) => ({
    element: snippet,
    code: child(snippet, "content"),
    what: `The snippet ${snippet.attributes["id"] ?? ""}`,
  }));
  const methods = below(child(root, "classes"), "class").flatMap((klass) =>
    below(at(klass, "methods"), "method").map((method) => ({
      element: method,
      code: child(method, "code"),
      what: `The method ${klass.attributes["id"] ?? ""}::${method.attributes["id"] ?? ""}`,
    })),
  );
  return [...snippets, ...methods]
    .filter(({ code }) => ADDS_FIELDS.test(textOf(code)))
    .map(({ element, what }) => ({
      kind: "not-analysed",
      message: `${what} adds fields by PHP code, which is not run.`,
      location: element.location,
      lost: "the fields this code adds",
    }));
}

function below(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return parent === undefined ? [] : childrenNamed(parent, name);
}
