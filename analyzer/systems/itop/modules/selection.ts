/** Which of the modules found an installation has: as an instance or the workspace tells, else all that fit together. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import { CATALOGUE_FILE } from "../catalogue/catalogue-location.ts";
import type { ChoiceGroup, ModuleData } from "../fragments.ts";
import type { Installed } from "./installed.ts";
import { ALTERNATIVES, compareText, type ModuleChoice } from "./modules.ts";
import { pickedModules, surplusOf } from "./wizard-choices.ts";

export interface SelectionOptions {
  /** Module names left out, whatever else is told. */
  readonly excludeModules: readonly string[];
  /** Modules that are installed, from `art30.yaml`. */
  readonly modules?: readonly string[];
  /** Codes of the wizard's choices that were picked, from `art30.yaml`. */
  readonly choices?: readonly string[];
  readonly steps?: readonly ChoiceGroup[];
  readonly installed?: Installed | null;
}

/** Modules somebody told of. */
interface Told {
  readonly names: ReadonlySet<string>;
  /** Nothing but these: not even modules the setup adds by itself. */
  readonly complete: boolean;
  readonly by: string;
  readonly location: Location;
  readonly unknownCodes: readonly string[];
}

const CONFIGURATION: Location = { file: "art30.yaml", line: 1, column: 1, endLine: 1, endColumn: 1 };

export function selectModules(found: readonly ModuleData[], options: SelectionOptions): ModuleChoice {
  const wanted = found.filter(({ name }) => !options.excludeModules.includes(name));
  const told = toldBy(wanted, options);
  if (told === null) return allThatFit(wanted, options.steps ?? []);
  const modules = wanted.filter(
    (module) => told.names.has(module.name) || (!told.complete && isAdded(module)),
  );
  const left = wanted
    .filter((module) => !modules.includes(module) && !isStandIn(module))
    .map(({ name }) => name);
  const names = new Set([...wanted.map(({ name }) => name), ...options.excludeModules]);
  const missing = [...told.names].filter((name) => !names.has(name));
  return {
    modules,
    problems: [...notInstalled(told, left), ...notThere(told, missing), ...passedOver(told, options)],
  };
}

/** What an instance says counts before what the workspace says. */
function toldBy(
  found: readonly ModuleData[],
  { installed, modules, choices, steps = [] }: SelectionOptions,
): Told | null {
  if (installed?.modules) return { ...installed, names: installed.modules, complete: true, unknownCodes: [] };
  if (installed)
    return { ...picked(found, steps, installed.choices), by: installed.by, location: installed.location };
  const declared = { by: "art30.yaml", location: CONFIGURATION };
  if (modules !== undefined)
    return { ...declared, names: new Set(modules), complete: false, unknownCodes: [] };
  return choices === undefined ? null : { ...declared, ...picked(found, steps, new Set(choices)) };
}

/** Modules the wizard offers nothing for, those of extensions first of all, are there to be installed. */
function picked(
  found: readonly ModuleData[],
  steps: readonly ChoiceGroup[],
  codes: ReadonlySet<string>,
): Pick<Told, "names" | "complete" | "unknownCodes"> {
  const { selected, known, codes: offered } = pickedModules(steps, codes);
  const others = found.filter(({ name, folder }) => !known.has(name) && !isStandardFolder(folder));
  const names = new Set(
    [...selected, ...others.map(({ name }) => name)].filter((name) =>
      found.some((each) => each.name === name),
    ),
  );
  return {
    names,
    complete: false,
    unknownCodes: steps.length === 0 ? [] : [...codes].filter((code) => !offered.has(code)),
  };
}

/** The setup never asks for these. What stands in for missing sources is there for dependencies only. */
function isAdded(module: ModuleData): boolean {
  const { category, visible, autoSelect, folder } = module;
  if (autoSelect !== null || !visible || category.includes("authentication")) return true;
  return isStandIn(module) || /(^|\/)data\/[^/]+-modules(\/|$)/.test(folder);
}

function isStandIn({ location }: ModuleData): boolean {
  return location.file === CATALOGUE_FILE;
}

function isStandardFolder(folder: string): boolean {
  return /(^|\/)datamodels\/[^/]+\//.test(`${folder}/`);
}

/** Everything but one of each pair of alternatives: whatever an installation may hold is seen. */
function allThatFit(wanted: readonly ModuleData[], steps: readonly ChoiceGroup[]): ModuleChoice {
  const names = new Set(wanted.map(({ name }) => name));
  const pairs = ALTERNATIVES.filter(({ kept, left }) => names.has(kept) && names.has(left));
  const ofPairs = new Set(pairs.map(({ left }) => left));
  const rest = wanted.filter(({ name }) => !ofPairs.has(name));
  const surplus = surplusOf(steps, rest);
  const modules = rest.filter(({ name }) => !surplus.has(name));
  const left = wanted.filter((module) => !modules.includes(module) && !isStandIn(module));
  const [first] = left;
  if (first === undefined) return { modules, problems: [] };
  const list = left.map(({ name }) => {
    const kept = pairs.find((pair) => pair.left === name)?.kept;
    return kept === undefined ? name : `${name} (${kept} is read)`;
  });
  const problem: Problem = {
    kind: "module-dropped",
    message:
      `Nothing tells which modules are installed, so all that can be installed together are read. Left out because they exclude others: ${list.join(", ")}. ` +
      "To read them instead, tell the installed ones with choices or modules, or list the others under excludeModules.",
    location: first.location,
    lost: `everything ${left.length === 1 ? "module" : "modules"} ${left.map(({ name }) => name).join(", ")} ${left.length === 1 ? "defines" : "define"}`,
  };
  return { modules, problems: [problem] };
}

function notInstalled({ by, location }: Told, left: readonly string[]): readonly Problem[] {
  if (left.length === 0) return [];
  const message = `Not installed according to ${by}, and not read: ${[...left].sort(compareText).join(", ")}.`;
  return [{ kind: "not-analysed", message, location }];
}

function notThere({ by, location, unknownCodes }: Told, missing: readonly string[]): readonly Problem[] {
  const problems: Problem[] = [];
  if (missing.length > 0) {
    const names = [...missing].sort(compareText).join(", ");
    const message = `Installed according to ${by}, but not among the sources: ${names}.`;
    problems.push({ kind: "unresolved", message, location, lost: "everything these modules define" });
  }
  if (unknownCodes.length > 0) {
    const message = `No installation.xml offers these choices of ${by}: ${[...unknownCodes].sort(compareText).join(", ")}.`;
    problems.push({ kind: "unresolved", message, location });
  }
  return problems;
}

function passedOver({ by }: Told, { installed, modules, choices }: SelectionOptions): readonly Problem[] {
  if (!installed || (modules === undefined && choices === undefined)) return [];
  const message = `What art30.yaml says of installed modules is passed over, because ${by} tells them.`;
  return [{ kind: "duplicate", message, location: CONFIGURATION }];
}
