/** Which of the modules found iTop can take: complete ones, and one of each name. */
import type { Problem } from "../../../model/problem.ts";
import type { ModuleData } from "../fragments.ts";
import { compareVersions } from "./version-compare.ts";

export interface ModuleChoice {
  readonly modules: readonly ModuleData[];
  readonly problems: readonly Problem[];
}

/** Both define the same classes, so one installation has at most one of each pair. */
export const ALTERNATIVES: readonly { readonly kept: string; readonly left: string }[] = [
  { kept: "itop-request-mgmt-itil", left: "itop-request-mgmt" },
  { kept: "itop-service-mgmt", left: "itop-service-mgmt-provider" },
  { kept: "itop-change-mgmt-itil", left: "itop-change-mgmt" },
];

/** Folders in the order iTop searches them; of two equal versions the one found first counts. */
const SEARCH_ORDER = ["datamodels/", "extensions/", "data/"];

/** Drops modules iTop refuses to read and all but the newest of each name. Result in id order. */
export function usableModules(found: readonly ModuleData[]): ModuleChoice {
  const problems: Problem[] = [];
  const byName = new Map<string, ModuleData>();
  for (const module of found.toSorted(compareDiscovery)) {
    if (module.missingKeys.length > 0) {
      problems.push(
        dropped(module, `iTop ignores it because its module file lacks ${module.missingKeys.join(", ")}`),
      );
      continue;
    }
    const first = byName.get(module.name);
    if (first === undefined) {
      byName.set(module.name, module);
      continue;
    }
    const newer = compareVersions(module.version, first.version) > 0;
    byName.set(module.name, newer ? module : first);
    problems.push(duplicate(newer ? module : first, newer ? first : module));
  }
  return { modules: [...byName.values()].toSorted((a, b) => compareText(idOf(a), idOf(b))), problems };
}

export function dropped(module: ModuleData, reason: string): Problem {
  return {
    kind: "module-dropped",
    message: `Module ${idOf(module)} is left out: ${reason}.`,
    location: module.location,
    lost: `everything module ${module.name} defines`,
  };
}

export function idOf(module: ModuleData): string {
  return `${module.name}/${module.version}`;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function duplicate(used: ModuleData, other: ModuleData): Problem {
  const why = used.version === other.version ? "is found first" : "has the higher version";
  return {
    kind: "duplicate",
    message: `Module ${used.name} is there twice; ${idOf(used)} in ${used.folder} counts because it ${why}.`,
    location: other.location,
    lost: `what ${idOf(other)} in ${other.folder} defines otherwise`,
  };
}

function compareDiscovery(a: ModuleData, b: ModuleData): number {
  return searchRank(a) - searchRank(b) || compareText(a.location.file, b.location.file);
}

function searchRank({ folder }: ModuleData): number {
  const rank = SEARCH_ORDER.findIndex((root) => `${folder}/`.startsWith(root));
  return rank === -1 ? 1 : rank;
}
