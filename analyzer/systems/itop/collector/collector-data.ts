/** What the files of a collector directory are read into: parameters, definitions of data sources, PHP classes. */
import type { Location } from "../../../model/location.ts";
import type { ParameterMap } from "./parameter-value.ts";

/** One `params.*.xml`. */
export interface CollectorParametersData {
  /** Path relative to the system's root. */
  readonly name: string;
  /** `custom` files count only when the collector is started with `--config_file`. */
  readonly role: "distrib" | "local" | "custom";
  readonly values: ParameterMap;
  readonly location: Location;
}

/** One `<Class>.json`, unparsed: its placeholders are replaced in the text, before it is JSON at all. */
export interface CollectorDefinitionData {
  readonly name: string;
  /** Class of the collector, after the file. */
  readonly collector: string;
  readonly text: string;
  /** The file was reported broken when it was read. */
  readonly broken: boolean;
  readonly location: Location;
}

/** A PHP class that is, or may be, a collector. */
export interface CollectorClassData {
  /** Path of its file relative to the system's root. */
  readonly file: string;
  readonly name: string;
  readonly parent: string;
  readonly location: Location;
}
