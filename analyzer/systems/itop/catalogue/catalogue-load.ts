/** Loads the built-in catalogues from the resources that ship with the product. */
import type { Resources } from "../../adapter.ts";
import { readCatalogue, type CatalogueModel } from "./catalogue.ts";

const loaded = new WeakMap<Resources, Map<string, Promise<CatalogueModel>>>();

/** `version` is a minor version such as `3.1`; each catalogue is parsed once. */
export function loadCatalogue(version: string, resources: Resources): Promise<CatalogueModel> {
  const known = loaded.get(resources) ?? new Map<string, Promise<CatalogueModel>>();
  loaded.set(resources, known);
  let catalogue = known.get(version);
  if (catalogue === undefined) {
    catalogue = resources.text(`systems/itop/catalogue/${version}.json`).then(readCatalogue);
    known.set(version, catalogue);
  }
  return catalogue;
}

export interface StandardModule {
  readonly name: string;
  readonly version: string;
}

/** iTop's own modules by minor version. */
export type StandardModules = Readonly<Record<string, readonly StandardModule[]>>;

export async function standardModules(resources: Resources): Promise<StandardModules> {
  return JSON.parse(await resources.text("systems/itop/catalogue/modules.json")) as StandardModules;
}

/** Their names over all known versions. */
export function standardNames(modules: StandardModules): ReadonlySet<string> {
  return new Set(Object.values(modules).flatMap((each) => each.map(({ name }) => name)));
}
