/** One configuration parameter of iTop: its type, the versions that have it, and its defaults. */
import type { SettingValue } from "../../../model/setting.ts";

/** Minor versions whose running configuration class was read. */
export const KNOWN_VERSIONS = ["2.7", "3.0", "3.1", "3.2"] as const;
export type KnownVersion = (typeof KNOWN_VERSIONS)[number];

export type ParameterType = "bool" | "integer" | "float" | "string" | "list";

export interface ConfigParameter {
  readonly name: string;
  readonly type: ParameterType;
  /** First version that has it. */
  readonly since: KnownVersion;
  /** Oldest first; each holds until the next. A map has the list of its keys as value. Empty when not known. */
  readonly defaults: readonly (readonly [since: KnownVersion, value: SettingValue])[];
  readonly secret: boolean;
}

/** A default that changed between versions. */
export interface ChangingDefault {
  readonly steps: ConfigParameter["defaults"];
}

export function since(...steps: ConfigParameter["defaults"]): ChangingDefault {
  return { steps };
}

type Make<Value extends SettingValue> = (
  name: string,
  value: Value | ChangingDefault,
  first?: KnownVersion,
) => ConfigParameter;

export const bool: Make<boolean | null> = (name, value, first) => parameter("bool", name, value, first);
export const integer: Make<number> = (name, value, first) => parameter("integer", name, value, first);
export const float: Make<number> = (name, value, first) => parameter("float", name, value, first);
export const string: Make<string | null> = (name, value, first) => parameter("string", name, value, first);
export const list: Make<readonly string[]> = (name, value, first) => parameter("list", name, value, first);

/** A parameter whose value is never read; nor does its default matter beyond there being none of its own. */
export function secret(name: string, first: KnownVersion = "2.7"): ConfigParameter {
  return { ...parameter("string", name, null, first), secret: true };
}

function parameter(
  type: ParameterType,
  name: string,
  value: SettingValue | ChangingDefault,
  first: KnownVersion = "2.7",
): ConfigParameter {
  const changing = typeof value === "object" && value !== null && "steps" in value;
  return { name, type, since: first, defaults: changing ? value.steps : [[first, value]], secret: false };
}
