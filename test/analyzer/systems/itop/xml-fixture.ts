/** Builds data model files from fragments of text, and shows merged ones as text again. */
import { readXml } from "../../../../analyzer/source/read-xml.ts";
import { SourceText } from "../../../../analyzer/source/text.ts";
import { isElement, isText, type XmlElement } from "../../../../analyzer/source/xml.ts";
import type { DeltaDocument } from "../../../../analyzer/systems/itop/merge/flat.ts";

export function element(text: string, file = "datamodel.xml"): XmlElement {
  const { root, problems } = readXml(new SourceText(file, text));
  if (root === null) throw new Error(problems[0]?.message);
  return root;
}

/** The content of one data model file of a module; `attributes` go to the root. */
export function design(content: string, module = "clinic-hr", attributes = 'version="3.2"'): DeltaDocument {
  const root = element(
    `<itop_design ${attributes}>${content}</itop_design>`,
    `extensions/${module}/datamodel.${module}.xml`,
  );
  return { root, module, designVersion: root.attributes["version"] ?? "1.0" };
}

/** Without blanks between elements, text trimmed. */
export function show(node: XmlElement): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value}"`);
  const content = node.children.map((each) =>
    isElement(each) ? show(each) : isText(each) ? each.text.trim() : "",
  );
  const inner = content.join("");
  const tag = `${node.name}${attributes.join("")}`;
  return inner === "" ? `<${tag}/>` : `<${tag}>${inner}</${node.name}>`;
}
