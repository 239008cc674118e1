/** Reads one iTop artefact into fragments; each kind has its own reader. */
import { sharedEngine } from "../../source/engine.ts";
import { readXml } from "../../source/read-xml.ts";
import type { ReadResult, Resources, SourceFile } from "../adapter.ts";
import type { ArtefactKind } from "./accepts.ts";
import { readDefinition } from "./collector/definition-file.ts";
import { readParameters } from "./collector/parameters-file.ts";
import { codeOfInterest, readElements } from "./code/read-code.ts";
import { readCsvExport, readRestExport } from "./exports/exports.ts";
import { fragment, type DatamodelData } from "./fragments.ts";
import { readLogFile } from "./log-files/log-file.ts";
import { readMail } from "./mail/sent-mail.ts";
import { readExtension } from "./modules/extension-file.ts";
import { readInstallation } from "./modules/installation-file.ts";
import { readPhpArtefact } from "./read-php.ts";
import { readImportFile } from "./synchro/import-file.ts";
import { readImportRun } from "./synchro/import-run.ts";

/** Readers that need a library of their own are loaded on first use: most directories hold none of their files. */
export async function readItop(
  file: SourceFile,
  kind: ArtefactKind,
  resources: Resources,
): Promise<ReadResult> {
  switch (kind) {
    case "datamodel-file":
      return readDatamodel(file, resources);
    case "installation-file":
    case "extension-file":
      return readChoices(file);
    case "rest-export":
      return readRestExport(file);
    case "csv-export":
      return readCsvExport(file);
    case "sql-export":
    case "mysql-xml-export":
    case "mysql-batch-export":
      return (await import("./dump/read-dump.ts")).readDump(file, kind);
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
      return (await import("./exports/xml-export.ts")).readXmlExport(file);
    case "html-export":
      return (await import("./exports/html-export.ts")).readHtmlExport(file);
    case "xlsx-export":
      return (await import("./exports/xlsx-export.ts")).readXlsxExport(file);
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

async function readChoices(file: SourceFile): Promise<ReadResult> {
  const { root, problems } = readXml(await file.text());
  if (root === null) return { fragments: [], problems };
  const data =
    root.name === "extension"
      ? fragment("extension", file.path, readExtension(root, folderOf(file.name)))
      : fragment("installation", file.path, readInstallation(root));
  return { fragments: [data], problems };
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
