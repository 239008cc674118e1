/** One installed collector: its parameters, its definitions and its classes, apart from those of every other. */
import type { Problem } from "../../../model/problem.ts";
import type { Fragment } from "../../adapter.ts";
import { dataOf, type ModuleData } from "../fragments.ts";
import type { CollectorDefinitionData, CollectorParametersData } from "./collector-data.ts";
import type { CollectorClasses } from "./collector-kind.ts";
import { definitionRank, rootOf, rootOfParameters } from "./collector-roots.ts";
import { Parameters } from "./parameters.ts";

export interface Installation {
  /** Folder relative to the system's root; empty for the root itself. */
  readonly root: string;
  readonly parameters: Parameters;
  /** Parameter files that no run is known to use. */
  readonly unused: readonly CollectorParametersData[];
  /** One a class, sorted by class. */
  readonly definitions: readonly CollectorDefinitionData[];
  /** Of this collector, and those of others it may inherit from. */
  readonly classes: CollectorClasses;
  /** From its module file; `undefined` without one. */
  readonly version: string | undefined;
  readonly problems: readonly Problem[];
}

/** Sorted by folder. */
export function installations(fragments: readonly Fragment[]): readonly Installation[] {
  const files = dataOf(fragments, "collector-parameters");
  const definitions = dataOf(fragments, "collector-definition");
  if (files.length === 0 && definitions.length === 0) return [];
  const withParameters = new Set(files.map(({ name }) => rootOfParameters(name)));
  const roots = new Set([...withParameters, ...definitions.map(({ name }) => rootOf(name, withParameters))]);
  const classes = dataOf(fragments, "collector-class");
  const modules = dataOf(fragments, "module");
  return [...roots].sort().map((root) => {
    const own = files.filter(({ name }) => rootOfParameters(name) === root);
    const parameters = new Parameters(own);
    const found = countingDefinitions(
      definitions.filter(({ name }) => rootOf(name, withParameters) === root),
    );
    const inside = classes.filter(({ file }) => rootOf(file, withParameters) === root);
    return {
      root,
      parameters,
      unused: own.filter((file) => !parameters.files.includes(file)),
      definitions: found.definitions,
      classes: new Map([...classes, ...inside].map((each) => [each.name.toLowerCase(), each])),
      version: modules.find(({ folder }) => isHome(folder, root))?.version,
      problems: found.problems,
    };
  });
}

/** The module file of a collector only tells its version; it is no module of iTop. */
export function withoutModulesOf(
  all: readonly Installation[],
  fragments: readonly Fragment[],
): readonly Fragment[] {
  const homes = all.filter(({ definitions }) => definitions.length > 0);
  if (homes.length === 0) return fragments;
  return fragments.filter((each) => {
    if (each.kind !== "module") return true;
    const { folder } = each.data as ModuleData;
    return !homes.some(({ root }) => isHome(folder, root));
  });
}

function isHome(folder: string, root: string): boolean {
  return folder === root || folder === (root === "" ? "collectors" : `${root}/collectors`);
}

function countingDefinitions(all: readonly CollectorDefinitionData[]): {
  readonly definitions: readonly CollectorDefinitionData[];
  readonly problems: readonly Problem[];
} {
  const ranked = [...all].sort(
    (a, b) => definitionRank(a.name) - definitionRank(b.name) || (a.name < b.name ? -1 : 1),
  );
  const counting = new Map<string, CollectorDefinitionData>();
  const problems: Problem[] = [];
  for (const each of ranked) {
    const first = counting.get(each.collector);
    if (first === undefined) counting.set(each.collector, each);
    else {
      const message = `The collector ${each.collector} has another definition in ${first.name}, which counts; this one is without effect.`;
      problems.push({ kind: "duplicate", message, location: each.location });
    }
  }
  const definitions = [...counting.values()].sort((a, b) => (a.collector < b.collector ? -1 : 1));
  return { definitions, problems };
}
