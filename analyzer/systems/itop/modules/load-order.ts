/** The order iTop loads modules in: by id, each as soon as its dependencies are loaded. */
import type { Problem } from "../../../model/problem.ts";
import { withAutoSelected } from "./auto-select.ts";
import {
  type Dependency,
  isSatisfied,
  namedModules,
  parseDependency,
  unmetInWords,
  type Versions,
} from "./dependency.ts";
import type { ModuleData } from "../fragments.ts";
import { dropped, usableModules } from "./modules.ts";
import { selectModules, type SelectionOptions } from "./selection.ts";

export type LoadOrderOptions = SelectionOptions;

export interface LoadOrder {
  readonly order: readonly ModuleData[];
  readonly problems: readonly Problem[];
}

/**
 * Chooses and orders modules. Like iTop it orders everything that was found and chooses from that, so that a module
 * that is not chosen still has its influence on the order.
 */
export function loadOrder(found: readonly ModuleData[], options: LoadOrderOptions): LoadOrder {
  const usable = usableModules(found);
  const sorted = inDependencyOrder(usable.modules);
  const chosen = selectModules(sorted.modules, options);
  const selected = withAutoSelected(chosen.modules);
  const supported = withoutUnsupported(selected.modules);
  const parts = [usable, sorted, chosen, selected, supported];
  return { order: supported.modules, problems: parts.flatMap(({ problems }) => problems) };
}

interface Sorted {
  readonly modules: readonly ModuleData[];
  readonly problems: readonly Problem[];
}

/** Repeated passes; a dependency also waits for every module it names that is there, alternatives included. */
function inDependencyOrder(modules: readonly ModuleData[]): Sorted {
  const available = new Set(modules.map(({ name }) => name));
  const ordered = new Map<string, ModuleData>();
  const versions = new Map<string, string>();
  const isReady = (dependency: Dependency): boolean =>
    isSatisfied(dependency, versions) &&
    namedModules(dependency).every((name) => versions.has(name) || !available.has(name));
  let waiting = modules.map((module) => ({ module, dependencies: module.dependencies.map(parseDependency) }));
  for (let before = -1; before !== ordered.size;) {
    before = ordered.size;
    waiting = waiting.filter(({ module, dependencies }) => {
      if (!dependencies.every(isReady)) return true;
      ordered.set(module.name, module);
      versions.set(module.name, module.version);
      return false;
    });
  }
  const found = new Map(modules.map(({ name, version }) => [name, version]));
  const problems = waiting.map(({ module, dependencies }) =>
    dropped(
      module,
      `it depends on ${unmet(
        dependencies.filter((each) => !isReady(each)),
        found,
      )}, which is not met`,
    ),
  );
  return { modules: [...ordered.values()], problems };
}

/** What an excluded module leaves behind: modules that cannot do without it, and so on. */
function withoutUnsupported(modules: readonly ModuleData[]): Sorted {
  const problems: Problem[] = [];
  const versions = new Map<string, string>();
  // Dependencies come first, so one pass sees every consequence.
  const supported = modules.filter((module) => {
    const missing = module.dependencies.map(parseDependency).filter((each) => !isSatisfied(each, versions));
    if (missing.length === 0) versions.set(module.name, module.version);
    else
      problems.push(
        dropped(
          module,
          `it depends on ${unmet(missing, versions)}, which is not chosen (see excludeModules)`,
        ),
      );
    return missing.length === 0;
  });
  return { modules: supported, problems };
}

function unmet(dependencies: readonly Dependency[], found: Versions): string {
  return dependencies.map((each) => unmetInWords(each, found)).join(" and ");
}
