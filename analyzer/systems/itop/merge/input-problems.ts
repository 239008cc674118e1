/** Slips in a data model file that iTop passes over silently. */
import type { Problem } from "../../../model/problem.ts";
import { isElement, type XmlElement } from "../../../source/xml.ts";

/** `_define="define"` occurs in published extensions; iTop reads it as no flag at all. */
export function inputProblems(root: XmlElement): readonly Problem[] {
  const problems: Problem[] = [];
  const visit = (element: XmlElement): void => {
    if ("_define" in element.attributes) {
      problems.push({
        kind: "unknown-value",
        message: "The attribute _define is no _delta; iTop ignores it.",
        location: element.location,
      });
    }
    for (const node of element.children) if (isElement(node)) visit(node);
  };
  visit(root);
  return problems;
}
