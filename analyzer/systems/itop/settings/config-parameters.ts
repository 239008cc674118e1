/** The configuration parameters by name, with their defaults per version. */
import type { SettingValue } from "../../../model/setting.ts";
import { KNOWN_VERSIONS } from "./config-parameter.ts";
import type { ConfigParameter, KnownVersion } from "./config-parameter.ts";
import { ACCESS_PARAMETERS } from "./config-parameters-access.ts";
import { EXPOSURE_PARAMETERS } from "./config-parameters-exposure.ts";
import { LOGGING_PARAMETERS } from "./config-parameters-logging.ts";
import { MAIL_PARAMETERS } from "./config-parameters-mail.ts";
import { MEMBER_PARAMETERS } from "./config-parameters-members.ts";
import { OTHER_PARAMETERS } from "./config-parameters-other.ts";

/** Those that bear on privacy and security, whether a file sets them or not. Sorted by name. */
export const CONFIG_PARAMETERS: readonly ConfigParameter[] = [
  ...MEMBER_PARAMETERS,
  ...LOGGING_PARAMETERS,
  ...MAIL_PARAMETERS,
  ...ACCESS_PARAMETERS,
  ...EXPOSURE_PARAMETERS,
].sort((a, b) => (a.name < b.name ? -1 : 1));

const byName = new Map([...OTHER_PARAMETERS, ...CONFIG_PARAMETERS].map((each) => [each.name, each]));

/** Module settings are named `<module>/<key>`. */
export function parameterNamed(name: string): ConfigParameter | undefined {
  return byName.get(name);
}

/** `absent`: that version has no such parameter. `unknown`: neither name, nor version, nor default was measured. */
export type ParameterDefault =
  | { readonly state: "known"; readonly value: SettingValue }
  | { readonly state: "absent" | "unknown"; readonly value: null };

/**
 * What holds when the configuration file does not name the parameter. Without a version only what is the same in
 * every known version counts as known.
 */
export function defaultOf(name: string, version: string | null): ParameterDefault {
  const parameter = byName.get(name);
  if (parameter === undefined || parameter.defaults.length === 0) return { state: "unknown", value: null };
  if (version === null) return everywhere(parameter);
  const known = KNOWN_VERSIONS.find((each) => version === each || version.startsWith(`${each}.`));
  return known === undefined ? { state: "unknown", value: null } : defaultAt(parameter, known);
}

function defaultAt(parameter: ConfigParameter, version: KnownVersion): ParameterDefault {
  const step = parameter.defaults.findLast(([since]) => since <= version);
  return step === undefined ? { state: "absent", value: null } : { state: "known", value: step[1] };
}

function everywhere(parameter: ConfigParameter): ParameterDefault {
  const always = parameter.defaults.length === 1 && parameter.since === KNOWN_VERSIONS[0];
  return always ? defaultAt(parameter, KNOWN_VERSIONS[0]) : { state: "unknown", value: null };
}
