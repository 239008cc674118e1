/** Orders the modules of a real iTop, merges their data models and compares the result with what iTop compiled. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { createEngine, type GrammarFiles, type SyntaxEngine } from "../../analyzer/source/engine.ts";
import { readXml } from "../../analyzer/source/read-xml.ts";
import { SourceText } from "../../analyzer/source/text.ts";
import { loadOrder } from "../../analyzer/systems/itop/load-order.ts";
import type { ModuleData } from "../../analyzer/systems/itop/fragments.ts";
import type { DeltaDocument } from "../../analyzer/systems/itop/merge/flat.ts";
import { mergeModel } from "../../analyzer/systems/itop/merge/merge.ts";
import { readModuleFile } from "../../analyzer/systems/itop/module-file.ts";
import type { Agreement, Comparison, ComparisonInput } from "./comparison.ts";
import { modelDifferences, type RecordedModel } from "./model-differences.ts";
import { readRecorded } from "./recorded.ts";

/** A recorded model and how to get there from the sources. */
interface Variant {
  readonly file: string;
  readonly version: string;
  readonly excludeModules: readonly string[];
  /** With the modules that lie beside the recordings. */
  readonly extensions: boolean;
}

const SIMPLE = [
  "itop-request-mgmt-itil",
  "itop-incident-mgmt-itil",
  "itop-service-mgmt",
  "itop-change-mgmt-itil",
];

const VARIANTS: readonly Variant[] = [
  { file: "model-3.1.2-itil.json.gz", version: "3.1.2", excludeModules: [], extensions: false },
  { file: "model-3.1.2-simple.json.gz", version: "3.1.2", excludeModules: SIMPLE, extensions: false },
  { file: "model-3.1.2-itil-custom.json.gz", version: "3.1.2", excludeModules: [], extensions: true },
];

/** Data models that iTop loads before those of the modules, in this order. */
const CORE_FILES = [
  ["core", "core/datamodel.core.xml"],
  ["application", "application/datamodel.application.xml"],
] as const;

export const effectiveModels: Comparison = {
  name: "effective models",
  files: VARIANTS.map(({ file }) => file),
  run: async (input) => {
    const engine = await createEngine(installedGrammars);
    return VARIANTS.filter(({ file }) => existsSync(join(input.dir, file))).map((variant) =>
      compare(variant, input, engine),
    );
  },
};

function compare(variant: Variant, { dir, itopDirs }: ComparisonInput, engine: SyntaxEngine): Agreement {
  const { file, version } = variant;
  const itop = itopDirs.get(version);
  if (itop === undefined) {
    const reason = `needs the sources: --itop ${version}=DIR`;
    return { file, agreed: 0, compared: 0, disagreements: [], notCompared: new Map([[reason, 1]]) };
  }
  const modules = modulesBelow(itop, "datamodels/2.x", engine);
  if (variant.extensions) modules.push(...modulesBelow(dir, "extensions", engine));
  const { order } = loadOrder(
    modules.map(({ data }) => data),
    variant,
  );
  const folders = new Map(modules.map(({ data, folder }) => [data, folder]));
  const documents = CORE_FILES.map(([module, name]) => readDocument(join(itop, name), module));
  for (const module of order) documents.push(...documentsOf(folders.get(module) ?? "", module.name));
  const { root, problems } = mergeModel(documents, { targetVersion: version });
  const { compared, disagreements } = modelDifferences(readRecorded<RecordedModel>(dir, file), root, order);
  const unexpected = problems.map(
    ({ message, location }) => `problem at ${location.file}:${location.line}: ${message}`,
  );
  return {
    file,
    compared: compared + 1,
    agreed: compared + 1 - disagreements.length - (unexpected.length > 0 ? 1 : 0),
    disagreements: [...disagreements, ...unexpected],
    notCompared: new Map(),
  };
}

interface FoundModule {
  readonly data: ModuleData;
  readonly folder: string;
}

function modulesBelow(base: string, below: string, engine: SyntaxEngine): FoundModule[] {
  const files = readdirSync(join(base, below), { recursive: true, encoding: "utf8" });
  return files
    .map((file) => join(base, below, file))
    .filter(
      (file) =>
        /^module\.(.*).php$/i.test(file.slice(dirname(file).length + 1)) &&
        !file.split(sep).includes("vendor"),
    )
    .toSorted()
    .flatMap((file) => {
      const name = relative(base, file).split(sep).join("/");
      const { module } = readModuleFile(new SourceText(name, readFileSync(file, "utf8")), engine);
      return module === null ? [] : [{ data: module, folder: dirname(file) }];
    });
}

function documentsOf(folder: string, module: string): DeltaDocument[] {
  const files = readdirSync(folder).filter((file) => /^datamodel(.*)\.xml$/i.test(file));
  return files.toSorted().map((file) => readDocument(join(folder, file), module));
}

function readDocument(file: string, module: string): DeltaDocument {
  const { root, problems } = readXml(new SourceText(file, readFileSync(file, "utf8")));
  if (root === null) throw new Error(`${file}: ${problems[0]?.message}`);
  return { root, module, designVersion: root.attributes["version"] ?? "1.0" };
}

const require = createRequire(import.meta.url);

const GRAMMARS: Readonly<Record<string, string>> = {
  "grammars/web-tree-sitter.wasm": "web-tree-sitter/web-tree-sitter.wasm",
  "grammars/tree-sitter-php.wasm": "tree-sitter-php/tree-sitter-php.wasm",
};

const installedGrammars: GrammarFiles = {
  bytes: async (name) => readFileSync(require.resolve(GRAMMARS[name] ?? name)),
};
