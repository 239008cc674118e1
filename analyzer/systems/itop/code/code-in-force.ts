/** Which of the code that was read runs: what merging left over, and the files of modules that are taken. */
import type { Location } from "../../../model/location.ts";
import type { XmlElement } from "../../../source/xml.ts";
import type { ModuleData } from "../fragments.ts";
import { codeElements } from "./code-elements.ts";
import type { CodeData } from "./code-facts.ts";

export interface CodeStack {
  /** The merged model. */
  readonly root: XmlElement;
  /** The catalogue stands in for parts of the model, so that what did not merge says nothing. */
  readonly incomplete: boolean;
  readonly found: readonly ModuleData[];
  /** Modules in load order; `null` for a compiled model, which does not tell. */
  readonly taken: readonly ModuleData[] | null;
}

export function codeInForce(code: readonly CodeData[], stack: CodeStack): readonly CodeData[] {
  const merged = new Set(codeElements(stack.root).map(({ element }) => keyOf(element.location)));
  const stateOf = moduleStates(stack);
  return code.filter(({ element, location }) => {
    if (element === null) return stateOf(location.file) === "taken";
    return merged.has(keyOf(element)) || (stack.incomplete && stateOf(element.file) !== "dropped");
  });
}

type ModuleState = "taken" | "dropped" | "outside";

/** A file belongs to the module whose folder is the nearest around it; code outside of all modules is not loaded. */
function moduleStates({ found, taken }: CodeStack): (file: string) => ModuleState {
  if (found.length === 0) return () => "taken";
  const folders = found
    .map((module) => ({ module, folder: folderOf(module.location.file) }))
    .sort((a, b) => b.folder.length - a.folder.length);
  return (file) => {
    const holder = folders.find(({ folder }) => folder === "" || file.startsWith(`${folder}/`));
    if (holder === undefined) return "outside";
    return taken === null || taken.includes(holder.module) ? "taken" : "dropped";
  };
}

function keyOf({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}
