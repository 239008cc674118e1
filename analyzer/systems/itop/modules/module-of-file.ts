/** Which module a file lies in: the one of the nearest folder above it that holds a module file. */
import type { ModuleData } from "../fragments.ts";

export type ModuleOfFile = (file: string) => ModuleData | undefined;

/** Of several modules in one folder the first given is told. */
export function moduleOfFile(modules: readonly ModuleData[]): ModuleOfFile {
  const byFolder = new Map<string, ModuleData>();
  for (const module of modules) {
    const folder = folderOf(module.location.file);
    if (!byFolder.has(folder)) byFolder.set(folder, module);
  }
  return (file) => {
    for (let folder = folderOf(file); ; folder = folderOf(folder)) {
      const found = byFolder.get(folder);
      if (found !== undefined || folder === "") return found;
    }
  };
}

/**
 * Whether the code of a file is loaded: not that of a module left out, nor the tests a module comes with. Code outside
 * of modules is iTop's own.
 */
export function isLoaded(file: string, holder: ModuleOfFile, order: ReadonlySet<ModuleData>): boolean {
  const module = holder(file);
  if (module === undefined) return true;
  const inside = file.slice(folderOf(module.location.file).length).replace(/^\//, "");
  return order.has(module) && !/^tests?\//i.test(inside);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
