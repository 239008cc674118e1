/** Where elements of the catalogue stand: in no file of the estate. */
import type { Location } from "../../../model/location.ts";

/** Stands as file name in locations of elements that come from the catalogue; they are never shown. */
export const CATALOGUE_FILE = "catalogue:itop";

export const CATALOGUE_LOCATION: Location = {
  file: CATALOGUE_FILE,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
};
