/** Reads one iTop artefact into fragments; each kind has its own reader. */
import { sharedEngine } from "../../source/engine.ts";
import { readXml } from "../../source/read-xml.ts";
import type { ReadResult, Resources, SourceFile } from "../adapter.ts";
import type { ArtefactKind } from "./accepts.ts";
import { declaresCollector, readCollectorClasses } from "./collector/collector-class-file.ts";
import { readDefinition } from "./collector/definition-file.ts";
import { readParameters } from "./collector/parameters-file.ts";
import { codeOfInterest, phpOfInterest, readElements, readPhpCode } from "./code/read-code.ts";
import { readConfig } from "./settings/config-file.ts";
import { readDictionary } from "./model/dictionary-file.ts";
import { readDump } from "./dump/read-dump.ts";
import { readCsvExport, readRestExport } from "./exports/exports.ts";
import { readHtmlExport } from "./exports/html-export.ts";
import { readXlsxExport } from "./exports/xlsx-export.ts";
import { readXmlExport } from "./exports/xml-export.ts";
import { fragment, type DatamodelData } from "./fragments.ts";
import { readLogFile } from "./log-files/log-file.ts";
import { readMail } from "./mail/sent-mail.ts";
import { readModuleFile } from "./modules/module-file.ts";
import { readPhpClasses } from "./model/php-classes.ts";
import { readImportFile } from "./synchro/import-file.ts";
import { readImportRun } from "./synchro/import-run.ts";

export async function readItop(
  file: SourceFile,
  kind: ArtefactKind,
  resources: Resources,
): Promise<ReadResult> {
  switch (kind) {
    case "datamodel-file":
      return readDatamodel(file, resources);
    case "rest-export":
      return readRestExport(file);
    case "csv-export":
      return readCsvExport(file);
    case "sql-export":
    case "mysql-xml-export":
    case "mysql-batch-export":
      return readDump(file, kind);
    case "import-file":
      return readImportFile(file);
    case "synchro-run":
      return readImportRun(file);
    case "sent-mail":
      return readMail(file);
    case "log-file":
      return readLogFile(file);
    case "collector-parameters":
      return readParameters(file);
    case "collector-definition":
      return readDefinition(file);
    case "xml-export":
      return readXmlExport(file);
    case "html-export":
      return readHtmlExport(file);
    case "xlsx-export":
      return readXlsxExport(file);
    case "module-file":
    case "dictionary-file":
    case "config-file":
    case "php-file":
      return readPhpArtefact(file, kind, resources);
    default:
      return kind satisfies never;
  }
}

async function readDatamodel(file: SourceFile, resources: Resources): Promise<ReadResult> {
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
  const fragments = [fragment("datamodel", file.path, data)];
  const elements = codeOfInterest(root);
  if (elements.length === 0) return { fragments, problems };
  const read = readElements(elements, await sharedEngine(resources));
  return {
    fragments: [...fragments, ...read.code.map((code) => fragment("code", file.path, code))],
    problems: [...problems, ...read.problems],
  };
}

async function readPhpArtefact(
  file: SourceFile,
  kind: "module-file" | "dictionary-file" | "config-file" | "php-file",
  resources: Resources,
): Promise<ReadResult> {
  const source = await file.text();
  const collects = kind === "php-file" && declaresCollector(source.text);
  const hasCode = kind === "php-file" && phpOfInterest(source, file.name);
  if (kind === "php-file" && !collects && !hasCode && !source.text.includes("MetaModel"))
    return { fragments: [], problems: [] };
  const engine = await sharedEngine(resources);
  if (collects) {
    const { classes, problems } = readCollectorClasses(source, engine, file.name);
    return { fragments: classes.map((data) => fragment("collector-class", file.path, data)), problems };
  }
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
      const found = classes.map((data) => fragment("php-class", file.path, data));
      if (!hasCode) return { fragments: found, problems };
      const read = readPhpCode(source, engine, problems.length === 0);
      return {
        fragments: [...found, ...read.code.map((code) => fragment("code", file.path, code))],
        problems: [...problems, ...read.problems],
      };
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
