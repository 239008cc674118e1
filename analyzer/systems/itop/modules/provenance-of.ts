/** Which module a file belongs to, and whether that module is the vendor's, an extension or the customer's. */
import type { Origin } from "../../../model/provenance.ts";
import { CATALOGUE_FILE } from "../catalogue/catalogue-location.ts";
import type { ModuleData } from "../fragments.ts";
import type { OriginLookup } from "../model/fields.ts";

/** Folders of iTop's own code beside its modules. */
const CORE_FOLDERS = /(^|\/)(core|application|synchro|addons|sources|webservices)\//;

const VENDOR_FOLDER = /(^|\/)datamodels\/[^/]+\//;

/** `standard` holds the names of iTop's own modules, wherever they lie. */
export function originLookup(modules: readonly ModuleData[], standard: ReadonlySet<string>): OriginLookup {
  const folders = modules.map((module) => ({ module, folder: folderOf(module.location.file) }));
  const isVendor = ({ name, location }: ModuleData): boolean =>
    standard.has(name) || VENDOR_FOLDER.test(location.file);
  const byName = new Map(modules.map((module) => [module.name, module]));
  const cache = new Map<string, Origin>();

  function ofFile(file: string): Origin {
    if (file === CATALOGUE_FILE) return { by: "vendor", module: null };
    const holder = folders
      .filter(({ folder }) => file.startsWith(`${folder}/`))
      .sort((a, b) => b.folder.length - a.folder.length)[0];
    if (holder !== undefined)
      return { by: isVendor(holder.module) ? "vendor" : "extension", module: holder.module.name };
    if (/\.delta\.xml$/i.test(file)) return { by: "customer", module: null };
    return CORE_FOLDERS.test(`/${file}`)
      ? { by: "vendor", module: "core" }
      : { by: "extension", module: null };
  }

  return (file, trace) => {
    // A compiled model names the module of each element; "" is the customisation made in the Designer.
    if (trace === "") return { by: "customer", module: null };
    if (trace !== null) {
      const known = byName.get(trace);
      const vendor =
        standard.has(trace) ||
        trace === "core" ||
        trace === "application" ||
        (known !== undefined && isVendor(known));
      return { by: vendor ? "vendor" : "extension", module: trace };
    }
    if (file === null) return { by: "unknown", module: null };
    const before = cache.get(file);
    if (before !== undefined) return before;
    const origin = ofFile(file);
    cache.set(file, origin);
    return origin;
  };
}

function folderOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "";
}
