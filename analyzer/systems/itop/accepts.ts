/** Which files of a directory belong to an iTop, by name and first lines. */
import type { SourceFile } from "../adapter.ts";
import { acceptsDump, type DumpKind } from "./dump/accepts-dump.ts";
import { acceptsDefinition } from "./collector/definition-file.ts";
import { collectorFolders } from "./collector/collector-roots.ts";
import { acceptsParameters } from "./collector/parameters-file.ts";
import { acceptsExport } from "./exports/accepts-export.ts";
import { acceptsLogFile } from "./log-files/log-file.ts";
import { acceptsMail } from "./mail/sent-mail.ts";
import { acceptsImportFile } from "./synchro/import-file.ts";
import { acceptsImportRun } from "./synchro/import-run.ts";

export type ArtefactKind =
  | "module-file"
  | "datamodel-file"
  | "installation-file"
  | "extension-file"
  | "dictionary-file"
  | "config-file"
  | "php-file"
  | "rest-export"
  | "csv-export"
  | "xml-export"
  | "html-export"
  | "xlsx-export"
  | DumpKind
  | "import-file"
  | "synchro-run"
  | "sent-mail"
  | "log-file"
  | "collector-parameters"
  | "collector-definition";

/** Languages whose labels are read. */
const LANGUAGES = /^(en|fr)$/;

/** Folders at the root of an iTop that hold no model: third-party code, assets, compiled copies. */
const ROOT_WITHOUT_MODEL = new Set(
  "lib js css images icons fonts tests test node_modules vendor templates images sounds css bin .make .jenkins .doc".split(
    " ",
  ),
);

export function acceptsItop(file: SourceFile): ArtefactKind | null {
  const name = file.name.slice(file.name.lastIndexOf("/") + 1);
  if (/\.php$/i.test(name)) return acceptsPhp(name, file);
  if (/\.xml$/i.test(name)) return acceptsXml(name, file);
  if (/\.(json|jsonl|ndjson|csv)$/i.test(name))
    return acceptsExport(file) ?? acceptsDefinition(file) ?? acceptsImportFile(file);
  if (/\.tsv$/i.test(name)) return acceptsDump(file) ?? acceptsExport(file);
  if (/\.(html?|xlsx?)$/i.test(name)) return acceptsExport(file) ?? acceptsImportRun(file);
  return (
    acceptsDump(file) ??
    acceptsMail(file) ??
    acceptsImportFile(file) ??
    acceptsImportRun(file) ??
    acceptsLogFile(file)
  );
}

function acceptsXml(name: string, file: SourceFile): ArtefactKind | null {
  const { head } = file;
  if (/<itop_design[\s>]/.test(head)) return "datamodel-file";
  if (name === "extension.xml" && /<extension[\s>]/.test(head)) return "extension-file";
  if (/^(?:\uFEFF)?\s*(?:<\?[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<installation[\s>]/.test(head))
    return "installation-file";
  return acceptsParameters(file) ?? acceptsDump(file) ?? acceptsExport(file);
}

function acceptsPhp(name: string, file: SourceFile): ArtefactKind | null {
  if (/^module\..*\.php$/i.test(name)) return "module-file";
  const dictionary = /^([a-z]{2})(_[a-z]{2})?\.dict(ionary)?\..*\.php$/i.exec(name);
  if (dictionary !== null) return LANGUAGES.test(dictionary[1] ?? "") ? "dictionary-file" : null;
  if (/^config-itop.*\.php$/i.test(name) || /\$MySettings\s*=/.test(file.head)) return "config-file";
  return "php-file";
}

/**
 * In an iTop's own root (told by `approot.inc.php`) only folders with model code are entered. `env-*` are compiled
 * copies of the sources, and would declare every class twice.
 */
export function pruneItop(folder: string, entries: readonly string[]): readonly string[] {
  if (folder === "setup") return entries;
  // Of the portal's own application only the module's files around it are read.
  if (entries.includes("module.itop-portal-base.php")) return ["portal"];
  if (!entries.includes("approot.inc.php")) return collectorFolders(entries);
  return entries.filter((name) => ROOT_WITHOUT_MODEL.has(name) || name.startsWith("env-"));
}
