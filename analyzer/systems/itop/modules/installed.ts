/** What tells which modules an instance has: its own record of installations, or the answers its setup was given. */
import type { Location } from "../../../model/location.ts";
import type { ExportData, InstallationData } from "../fragments.ts";

export interface Installed {
  /** Names of modules, complete; `null` where only choices of the wizard are told. */
  readonly modules: ReadonlySet<string> | null;
  /** Codes of choices, when no modules are told. */
  readonly choices: ReadonlySet<string>;
  /** Who says so, in words. */
  readonly by: string;
  readonly location: Location;
}

/** Rows of iTop's record that stand for the program itself. */
const PROGRAM = new Set(["datamodel", "iTop"]);

/** The record of an instance counts before answers, of which the last file counts. */
export function installedBy(
  exports: readonly ExportData[],
  answers: readonly InstallationData[],
): Installed | null {
  return recorded(exports.filter((each) => each.class === "ModuleInstallation")) ?? answered(answers);
}

/** Every setup adds a row for iTop and, below it, one for each module it installed. */
function recorded(rows: readonly ExportData[]): Installed | null {
  const [first] = rows;
  if (first === undefined) return null;
  const text = ({ fields }: ExportData, name: string): string => String(fields[name] ?? "");
  const runs = rows.filter((row) => PROGRAM.has(text(row, "name")));
  const newest = runs.map(({ id }) => Number(id)).sort((a, b) => b - a);
  const run = newest.find((id) => rows.some((row) => text(row, "parent_id") === String(id)));
  const ofRun = run === undefined ? rows : rows.filter((row) => text(row, "parent_id") === String(run));
  const names = ofRun.map((row) => text(row, "name")).filter((name) => name !== "" && !PROGRAM.has(name));
  if (names.length === 0) return null;
  const by = "the instance's record of installations (ModuleInstallation)";
  return { modules: new Set(names), choices: new Set(), by, location: first.location };
}

function answered(answers: readonly InstallationData[]): Installed | null {
  const last = answers.findLast(
    ({ selectedModules, selectedExtensions }) =>
      (selectedModules ?? []).length > 0 || (selectedExtensions ?? []).length > 0,
  );
  if (last === undefined) return null;
  const modules = last.selectedModules ?? [];
  return {
    modules: modules.length === 0 ? null : new Set(modules),
    choices: new Set(last.selectedExtensions ?? []),
    by: `the answers given to the setup (${last.location.file})`,
    location: last.location,
  };
}
