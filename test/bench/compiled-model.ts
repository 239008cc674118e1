/** Writes the merged model of an iTop tree as one file, as iTop's compiler leaves it in `data/`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { itopModel } from "../../analyzer/systems/itop/model/model-of.ts";
import type { Fragment } from "../../analyzer/systems/adapter.ts";
import { dataOf } from "../../analyzer/systems/itop/fragments.ts";
import { itopAdapter } from "../../analyzer/systems/itop/adapter.ts";
import { isElement, isText, type XmlElement, type XmlNode } from "../../analyzer/source/xml.ts";
import { discover } from "../../analyzer/workspace/discover.ts";
import { openWorkspace } from "../../analyzer/workspace/open.ts";
import { PACKAGE_RESOURCES } from "../../analyzer/workspace/resources.ts";

/** The file's size in bytes. */
export async function writeCompiledModel(tree: string, directory: string): Promise<number> {
  const { reader, config } = openWorkspace(tree);
  const sink = { problem: () => {}, suppressible: () => {} };
  const [system] = discover(reader, config, [itopAdapter], sink).systems;
  if (system === undefined) throw new Error(`no iTop at ${tree}`);
  const fragments = [];
  for (const { file, kind } of system.files)
    fragments.push(...(await itopAdapter.read(file, kind, PACKAGE_RESOURCES)).fragments);
  const { root } = await itopModel(fragments, system.options, PACKAGE_RESOURCES);
  const model = print(root, "").replace(/<\/itop_design>\s*$/, "");
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${model}${dictionaries(fragments)}</itop_design>\n`;
  mkdirSync(join(directory, "data"), { recursive: true });
  writeFileSync(join(directory, "data/datamodel-production-with-delta.xml"), text);
  return Buffer.byteLength(text);
}

/** The compiler puts every text of every language into the model; that is nine tenths of the file. */
function dictionaries(fragments: readonly Fragment[]): string {
  const entries = dataOf(fragments, "dictionary")
    .filter(({ language }) => language === "EN US")
    .flatMap((each) => each.entries)
    .map(
      ({ key, text }) =>
        `        <entry id="${escaped(key)}"><![CDATA[${text.replaceAll("]]>", "")}]]></entry>\n`,
    )
    .join("");
  const languages = LANGUAGES.map(
    (code) =>
      `    <dictionary id="${code}">\n      <english_description>${code}</english_description>\n      <entries>\n${entries}      </entries>\n    </dictionary>\n`,
  );
  return `  <dictionaries>\n${languages.join("")}  </dictionaries>\n`;
}

const LANGUAGES =
  "CS CZ,DA DA,DE DE,EN GB,EN US,ES CR,FR FR,HU HU,IT IT,JA JP,NL NL,PL PL,PT BR,RU RU,SK SK,TR TR,ZH CN".split(
    ",",
  );

function print(node: XmlNode, indent: string): string {
  if (isText(node)) return node.cdata ? `<![CDATA[${node.text}]]>` : escaped(node.text);
  if (!isElement(node)) return "";
  const open = `${indent}<${node.name}${attributes(node)}`;
  if (node.children.length === 0) return `${open}/>\n`;
  if (node.children.every(isText))
    return `${open}>${node.children.map((each) => print(each, "")).join("")}</${node.name}>\n`;
  const inside = node.children.map((each) => print(each, `${indent}  `)).join("");
  return `${open}>\n${inside}${indent}</${node.name}>\n`;
}

function attributes({ attributes: given }: XmlElement): string {
  return Object.entries(given)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
