/** Which iTop this is: configured, read from its modules, or guessed from what extensions are written for. */
import type { Location } from "../../../model/location.ts";
import type { SystemOptions } from "../../adapter.ts";
import type { ItopFragment, ModuleData } from "../fragments.ts";
import { compareVersions } from "./version-compare.ts";

export interface VersionFound {
  /** `null` when neither the configuration nor the input tells. */
  readonly product: string | null;
  /** Minor version of the catalogue that fits. */
  readonly forCatalogue: string;
  readonly location: Location | null;
  readonly basis: string | null;
}

/** Modules that carry iTop's own version number. The constant in the sources of a tag is that of the release before. */
const VERSIONED_MODULES = ["itop-structure", "itop-config-mgmt", "itop-tickets"];

/** Minor versions the catalogue knows, oldest first; the newest is assumed when nothing tells. */
const CATALOGUE_VERSIONS = ["2.7", "3.0", "3.1", "3.2"] as const;

export function versionOf(
  options: SystemOptions,
  modules: readonly ModuleData[],
  documents: readonly ItopFragment<"datamodel">[],
): VersionFound {
  if (options.version !== null) {
    return {
      product: options.version,
      forCatalogue: minor(options.version),
      location: options.location,
      basis: "set in art30.yaml",
    };
  }
  const own = modules.find(
    ({ name, folder }) => VERSIONED_MODULES.includes(name) && !folder.startsWith("catalogue/"),
  );
  if (own !== undefined) {
    return { product: own.version, forCatalogue: minor(own.version), location: own.location, basis: null };
  }
  const newest = documents
    .map(({ data }) => (data.designVersion.startsWith("1.") ? "2.7" : data.designVersion))
    .sort(compareVersions)
    .at(-1);
  return {
    product: null,
    forCatalogue: newest === undefined ? "3.2" : minor(newest),
    location: null,
    basis:
      newest === undefined
        ? "no version given; the newest known one is assumed"
        : "no version given; assumed from the newest design version of the extensions",
  };
}

/** The catalogue version nearest below: `3.1.2` → `3.1`. */
function minor(version: string): string {
  const fitting = CATALOGUE_VERSIONS.filter((known) => compareVersions(known, version) <= 0);
  return fitting.at(-1) ?? CATALOGUE_VERSIONS[0];
}
