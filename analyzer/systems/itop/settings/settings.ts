/** The settings in force: what the configuration file says, and the version's defaults for the rest. */
import { elementPath, type SystemId } from "../../../model/model-path.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Setting, SettingValue } from "../../../model/setting.ts";
import { CONFIG_PARAMETERS, defaultOf, parameterNamed } from "./config-parameters.ts";
import type { ConfigData, ConfigValue } from "../fragments.ts";
import type { ModuleDefault } from "./module-defaults.ts";
import type { SettingLookup } from "../model/validation.ts";

export interface Settings {
  /** Sorted by path; empty when no configuration file was given. */
  readonly all: readonly Setting[];
  /** Nothing when no configuration was read: a default is only in force where a file leaves it so. */
  readonly lookup: SettingLookup;
  readonly problems: readonly Problem[];
}

/** Several files are read in order; the last one wins, as in PHP. */
export function settingsOf(
  files: readonly ConfigData[],
  version: string | null,
  system: SystemId,
  modules: ReadonlyMap<string, ModuleDefault> = new Map(),
): Settings {
  if (files.length === 0) return { all: [], lookup: () => undefined, problems: [] };
  const settings = new Map<string, Setting>();
  for (const { name } of CONFIG_PARAMETERS) {
    const known = defaultOf(name, version);
    const basis = `default of iTop ${version ?? "(any version)"}; the setting is absent from the configuration file`;
    if (known.state === "known") settings.set(name, absent(name, known.value, basis, system));
  }
  for (const [name, { value, location, inForce }] of modules) {
    const basis = `parameter of the data model (${location.file}:${location.line}); the setting is absent from the configuration file`;
    if (inForce) settings.set(name, absent(name, value, basis, system));
  }
  for (const given of files.flatMap(({ values }) => values))
    settings.set(given.name, present(given, version, system, modules.get(given.name)));
  return {
    all: [...settings.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    lookup: (name) => settings.get(name),
    problems: files.flatMap(({ duplicates }) => duplicates).map(duplicate),
  };
}

function absent(name: string, value: SettingValue, basis: string, system: SystemId): Setting {
  return {
    path: elementPath(system, "setting", name),
    name,
    value,
    default: value,
    isDefault: true,
    secret: "none",
    location: null,
    basis,
  };
}

/** Of a module's setting its own files know the default better than a table does. */
function present(
  given: ConfigValue,
  version: string | null,
  system: SystemId,
  module: ModuleDefault | undefined,
): Setting {
  const known =
    module === undefined ? defaultOf(given.name, version) : { state: "known" as const, value: module.value };
  const isSecret = given.secret !== "none" || parameterNamed(given.name)?.secret === true;
  return {
    path: elementPath(system, "setting", given.name),
    name: given.name,
    value: isSecret ? null : given.value,
    default: known.value,
    isDefault: known.state === "known" && !isSecret && String(known.value) === String(given.value),
    secret: given.secret,
    location: given.location,
    basis: null,
  };
}

function duplicate({ name, location }: ConfigData["duplicates"][number]): Problem {
  return {
    kind: "duplicate",
    message: `The setting ${name} is given twice; PHP takes the last one, this one is without effect.`,
    location,
  };
}
