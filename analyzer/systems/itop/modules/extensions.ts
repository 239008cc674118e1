/** What `extension.xml` says of its modules and of iTop, held against what is there. */
import type { Problem } from "../../../model/problem.ts";
import type { ExtensionData, ModuleData } from "../fragments.ts";
import { compareVersions } from "./version-compare.ts";

/** `release` is the version of iTop that is read for, `null` when nothing tells it. */
export function extensionProblems(
  extensions: readonly ExtensionData[],
  modules: readonly ModuleData[],
  release: string | null,
): readonly Problem[] {
  return extensions.flatMap((extension) => [
    ...tooOld(extension, release),
    ...extension.modules.flatMap((listed) => listedProblem(extension, listed, modules)),
  ]);
}

/** No setup from 2.7 to 3.2 looks at the minimum: it stands there for the shop and the reader. */
function tooOld(
  { code, version, minimum, location }: ExtensionData,
  release: string | null,
): readonly Problem[] {
  if (minimum === null || release === null || compareVersions(release, minimum) >= 0) return [];
  const message = `Extension ${code}/${version} asks for iTop ${minimum} or later, and this is ${release}. The setup does not check that, so its modules are read.`;
  return [{ kind: "not-analysed", message, location }];
}

function listedProblem(
  { code, folder }: ExtensionData,
  listed: ExtensionData["modules"][number],
  modules: readonly ModuleData[],
): readonly Problem[] {
  const { name, version, location } = listed;
  const within = modules.filter(
    (module) => module.name === name && `${module.folder}/`.startsWith(`${folder}/`),
  );
  if (within.length === 0) {
    const message = `Extension ${code} lists the module ${name}, which does not lie in its folder.`;
    return [{ kind: "unresolved", message, location }];
  }
  if (version === "" || within.some((module) => module.version === version)) return [];
  const there = within.map((module) => module.version).join(", ");
  const message = `Extension ${code} lists the module ${name} in version ${version}, its module file says ${there}; the module file counts.`;
  return [{ kind: "duplicate", message, location }];
}
