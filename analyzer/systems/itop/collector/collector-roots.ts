/** Which files belong to one installed collector: parameters of another never resolve its placeholders. */

/** Folders of a collector's own code that hold sub-folders `json` and `src`, and what lies beside them. */
const BELOW_COLLECTORS = new Set(["json", "src", "extensions", "core", "conf"]);

/** Own tests, third-party code, and `data`: the rows of the last run. */
const WITHOUT_DEFINITIONS = ["data", "test", "tests", "toolkit", "bin", "library", "images", "css", "js"];

/** Names of sub-folders that hold nothing to read, given what lies in the folder of a collector. */
export function collectorFolders(entries: readonly string[]): readonly string[] {
  const isInstalled = entries.includes("exec.php") && entries.includes("core");
  const isContent = entries.includes("params.distrib.xml") && entries.includes("src");
  return isInstalled || isContent ? WITHOUT_DEFINITIONS.filter((name) => entries.includes(name)) : [];
}

/** `hr/conf/params.local.xml` and `hr/collectors/params.distrib.xml` → `hr`; else the folder of the file. */
export function rootOfParameters(name: string): string {
  const folders = foldersOf(name);
  if (folders.at(-1) === "conf") folders.pop();
  else if (folders.at(-1) === "collectors") folders.pop();
  else if (folders.at(-1) === "extensions" && folders.at(-2) === "collectors") folders.splice(-2);
  return folders.join("/");
}

/** The folder the path itself tells, or the deeper one that has parameters of its own. */
export function rootOf(name: string, withParameters: ReadonlySet<string>): string {
  const told = rootByPath(name);
  let best = told;
  for (const root of withParameters) {
    const holds = root === "" || name.startsWith(`${root}/`);
    if (holds && root.length > best.length) best = root;
  }
  return best;
}

function rootByPath(name: string): string {
  const folders = foldersOf(name);
  const at = folders.lastIndexOf("collectors");
  if (at !== -1) return folders.slice(0, at).join("/");
  while (BELOW_COLLECTORS.has(folders.at(-1) ?? "")) folders.pop();
  return folders.join("/");
}

/** The collector looks in three folders; the first that has the definition counts. */
export function definitionRank(name: string): number {
  const folders = foldersOf(name);
  if (folders.at(-1) !== "json") return 2;
  return folders.at(-2) === "extensions" ? 0 : 1;
}

/** What is merged later overrides; `params.local.xml` is looked for in `conf/` only. */
export function parametersRank(name: string, role: "distrib" | "local" | "custom"): number {
  const folder = foldersOf(name).at(-1);
  if (role === "custom") return 5;
  if (role === "local") return folder === "conf" ? 4 : 3;
  return folder === "conf" ? 0 : folder === "extensions" ? 2 : 1;
}

function foldersOf(name: string): string[] {
  return name.split("/").slice(0, -1);
}
