/** Reads one iTop artefact into fragments; each kind has its own reader. */
import { sharedEngine } from "../../source/engine.ts";
import { readXml } from "../../source/read-xml.ts";
import type { ReadResult, Resources, SourceFile } from "../adapter.ts";
import type { ArtefactKind } from "./accepts.ts";
import { readConfig } from "./settings/config-file.ts";
import { readDictionary } from "./model/dictionary-file.ts";
import { readCsvExport, readRestExport } from "./exports/exports.ts";
import { fragment, type DatamodelData } from "./fragments.ts";
import { readExtension } from "./modules/extension-file.ts";
import { readInstallation } from "./modules/installation-file.ts";
import { readModuleFile } from "./modules/module-file.ts";
import { readPhpClasses } from "./model/php-classes.ts";
import { readPhpHeads } from "./model/php-heads.ts";

export async function readItop(
  file: SourceFile,
  kind: ArtefactKind,
  resources: Resources,
): Promise<ReadResult> {
  switch (kind) {
    case "datamodel-file":
      return readDatamodel(file);
    case "installation-file":
    case "extension-file":
      return readChoices(file);
    case "rest-export":
      return readRestExport(file);
    case "csv-export":
      return readCsvExport(file);
    case "module-file":
    case "dictionary-file":
    case "config-file":
    case "php-file":
      return readPhpArtefact(file, kind, resources);
    default:
      return kind satisfies never;
  }
}

async function readDatamodel(file: SourceFile): Promise<ReadResult> {
  const { root, problems } = readXml(await file.text());
  if (root === null) return { fragments: [], problems };
  if (root.name !== "itop_design") {
    const message = "The root element is not itop_design.";
    return {
      fragments: [],
      problems: [
        ...problems,
        { kind: "unknown-format", message, location: root.location, lost: "the whole file" },
      ],
    };
  }
  const data: DatamodelData = {
    root,
    folder: folderOf(file.name),
    role: roleOf(file.name),
    designVersion: root.attributes["version"] ?? "1.0",
  };
  return { fragments: [fragment("datamodel", file.path, data)], problems };
}

async function readChoices(file: SourceFile): Promise<ReadResult> {
  const { root, problems } = readXml(await file.text());
  if (root === null) return { fragments: [], problems };
  const data =
    root.name === "extension"
      ? fragment("extension", file.path, readExtension(root, folderOf(file.name)))
      : fragment("installation", file.path, readInstallation(root));
  return { fragments: [data], problems };
}

async function readPhpArtefact(
  file: SourceFile,
  kind: "module-file" | "dictionary-file" | "config-file" | "php-file",
  resources: Resources,
): Promise<ReadResult> {
  const source = await file.text();
  const heads =
    kind === "php-file" ? readPhpHeads(source).map((data) => fragment("php-head", file.path, data)) : [];
  if (kind === "php-file" && !source.text.includes("MetaModel")) return { fragments: heads, problems: [] };
  const engine = await sharedEngine(resources);
  switch (kind) {
    case "module-file": {
      const { module, problems } = readModuleFile(source, engine, file.name);
      return { fragments: module === null ? [] : [fragment("module", file.path, module)], problems };
    }
    case "dictionary-file": {
      const { dictionaries, problems } = readDictionary(source, engine);
      return { fragments: dictionaries.map((data) => fragment("dictionary", file.path, data)), problems };
    }
    case "config-file": {
      const { config, problems } = readConfig(source, engine);
      return {
        fragments: config.values.length === 0 ? [] : [fragment("config", file.path, config)],
        problems,
      };
    }
    case "php-file": {
      const { classes, problems } = readPhpClasses(source, engine);
      const declared = classes.map((data) => fragment("php-class", file.path, data));
      return { fragments: [...declared, ...heads], problems };
    }
    default:
      return kind satisfies never;
  }
}

/** `data/production.delta.xml` comes last, `datamodel-production-with-delta.xml` is a whole model of its own. */
function roleOf(name: string): DatamodelData["role"] {
  const file = name.slice(name.lastIndexOf("/") + 1);
  if (/\.delta\.xml$/i.test(file)) return "customisation";
  if (/^datamodel-.+\.xml$/i.test(file)) return "compiled";
  if (/(^|\/)core\/datamodel\.core\.xml$/i.test(name)) return "core";
  if (/(^|\/)application\/datamodel\.application\.xml$/i.test(name)) return "application";
  return "module";
}

function folderOf(name: string): string {
  return name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : "";
}
