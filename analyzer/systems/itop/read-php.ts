/** Reads the PHP files of an iTop: modules, dictionaries, configuration, and code that declares classes or moves data. */
import { sharedEngine } from "../../source/engine.ts";
import { TOO_COSTLY } from "../../source/php.ts";
import type { ReadResult, Resources, SourceFile } from "../adapter.ts";
import type { ArtefactKind } from "./accepts.ts";
import { phpOfInterest, readPhpCode } from "./code/read-code.ts";
import { declaresCollector, readCollectorClasses } from "./collector/collector-class-file.ts";
import { fragment } from "./fragments.ts";
import { readDictionary } from "./model/dictionary-file.ts";
import { readPhpClasses } from "./model/php-classes.ts";
import { readPhpHeads } from "./model/php-heads.ts";
import { readModuleFile } from "./modules/module-file.ts";
import { readConfig } from "./settings/config-file.ts";

type PhpKind = Extract<ArtefactKind, "module-file" | "dictionary-file" | "config-file" | "php-file">;

export async function readPhpArtefact(
  file: SourceFile,
  kind: PhpKind,
  resources: Resources,
): Promise<ReadResult> {
  const source = await file.text();
  const isPlain = kind === "php-file";
  const heads = isPlain ? readPhpHeads(source).map((data) => fragment("php-head", file.path, data)) : [];
  const collects = isPlain && declaresCollector(source.text);
  const hasCode = isPlain && phpOfInterest(source, file.name);
  if (isPlain && !collects && !hasCode && !source.text.includes("MetaModel"))
    return { fragments: heads, problems: [] };
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
      const found = [...classes.map((data) => fragment("php-class", file.path, data)), ...heads];
      // What cost too much once would do so again.
      if (!hasCode || problems.some(({ message }) => message === TOO_COSTLY))
        return { fragments: found, problems };
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
