/** Reads a whole iTop source tree with the project's own readers: merged model, PHP classes, labels. */
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createEngine, PHP_GRAMMAR_FILE, RUNTIME_FILE } from "../../analyzer/source/engine.ts";
import { readXml } from "../../analyzer/source/read-xml.ts";
import { SourceText } from "../../analyzer/source/text.ts";
import type { XmlElement } from "../../analyzer/source/xml.ts";
import { readDictionary } from "../../analyzer/systems/itop/dictionary-file.ts";
import type { DictionaryData, ModuleData, PhpClassData } from "../../analyzer/systems/itop/fragments.ts";
import { loadOrder } from "../../analyzer/systems/itop/load-order.ts";
import type { DeltaDocument } from "../../analyzer/systems/itop/merge/flat.ts";
import { mergeModel } from "../../analyzer/systems/itop/merge/merge.ts";
import { readModuleFile } from "../../analyzer/systems/itop/module-file.ts";
import { readPhpClasses } from "../../analyzer/systems/itop/php-classes.ts";

export interface ItopTree {
  readonly root: XmlElement;
  readonly phpClasses: readonly PhpClassData[];
  readonly dictionaries: readonly DictionaryData[];
  readonly modules: readonly ModuleData[];
  /** Module a file belongs to. */
  moduleOf(file: string): string;
}

const MODULE_ROOT = "datamodels/2.x";
const PHP_FOLDERS = ["core", "application", "addons", "synchro", "setup", "sources"];
/** Pseudo-modules that iTop loads before all others. */
const BUILT_IN = ["core", "application"];

const require = createRequire(import.meta.url);
const GRAMMARS: Readonly<Record<string, string>> = {
  [RUNTIME_FILE]: "web-tree-sitter/web-tree-sitter.wasm",
  [PHP_GRAMMAR_FILE]: "tree-sitter-php/tree-sitter-php.wasm",
};

/** `without` names modules to leave out, which chooses between alternatives. */
export async function readItopTree(
  dir: string,
  version: string,
  without: readonly string[] = [],
): Promise<ItopTree> {
  const engine = await createEngine({
    bytes: async (name) => new Uint8Array(await readFile(require.resolve(GRAMMARS[name] ?? name))),
  });
  const source = (file: string): SourceText => new SourceText(file, readFileSync(join(dir, file), "utf8"));
  const files = (folder: string): string[] => filesBelow(dir, folder);

  const found = files(MODULE_ROOT)
    .filter((file) => /(^|\/)module\.[^/]*\.php$/i.test(file))
    .flatMap((file) => readModuleFile(source(file), engine).module ?? []);
  const modules = loadOrder(found, { excludeModules: without }).order;

  const documents: DeltaDocument[] = [];
  const add = (module: string, file: string): void => {
    const { root } = readXml(source(file));
    if (root !== null) {
      documents.push({ root, module, designVersion: root.attributes["version"] ?? "1.0" });
    }
  };
  for (const name of BUILT_IN) {
    if (existsSync(join(dir, `${name}/datamodel.${name}.xml`))) add(name, `${name}/datamodel.${name}.xml`);
  }
  for (const module of modules) {
    for (const name of readdirSync(join(dir, module.folder)).sort()) {
      if (/^datamodel.*\.xml$/i.test(name)) add(module.name, `${module.folder}/${name}`);
    }
  }

  const folders = [...PHP_FOLDERS, ...modules.map((module) => module.folder)];
  const php = [...new Set(folders.flatMap(files))].filter((file) => file.endsWith(".php"));
  const dictionaries = [...new Set(["dictionaries", ...folders].flatMap(files))].filter((file) =>
    /(^|\/)(en|fr)\.dict(ionary)?\.[^/]*\.php$/i.test(file),
  );
  return {
    root: mergeModel(documents, { targetVersion: version }).root,
    phpClasses: php.flatMap((file) => readPhpClasses(source(file), engine).classes),
    dictionaries: dictionaries.flatMap((file) => readDictionary(source(file), engine).dictionaries),
    modules,
    moduleOf: (file) =>
      modules.find((module) => file.startsWith(`${module.folder}/`))?.name ??
      BUILT_IN.find((name) => file.startsWith(`${name}/`)) ??
      "core",
  };
}

function filesBelow(dir: string, folder: string): string[] {
  if (!existsSync(join(dir, folder))) return [];
  return readdirSync(join(dir, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [name];
      return [".svn", "vendor", "node_modules"].includes(entry.name) ? [] : filesBelow(dir, name);
    });
}
