/** Parameters of collectors as settings: where secrets stand, and what decides how rows travel. */
import { elementPath, type SystemId } from "../../../model/model-path.ts";
import type { Setting } from "../../../model/setting.ts";
import { type ParameterMap, parameterAt, type ParameterText } from "./parameter-value.ts";
import type { Installation } from "./installation.ts";
import { addressOf } from "./source-address.ts";

/** Addresses: scheme and host are told, the rest may be a key. */
const ADDRESSES = ["itop_url", "ldapuri"];
const PLAIN = [
  "ldaphost",
  "ldapport",
  "sql_engine",
  "sql_host",
  "data_path",
  "console_log_level",
  "syslog_log_level",
  "eventissue_log_level",
];

/** Sorted by path; none of several collectors shares a name with another. */
export function collectorSettings(
  installations: readonly Installation[],
  system: SystemId,
): readonly Setting[] {
  const settings = installations.flatMap((each) => settingsOf(each, system));
  return settings.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function settingsOf({ root, parameters, unused }: Installation, system: SystemId): readonly Setting[] {
  const { values } = parameters;
  const prefix = root === "" ? "data-collector" : `data-collector/${root}`;
  const found = new Map<string, Setting>();
  const add = (name: string, value: string | null, { secret, location }: ParameterText): void => {
    const path = elementPath(system, "setting", name);
    found.set(name, { path, name, value, default: null, isDefault: false, secret, location, basis: null });
  };
  for (const name of ADDRESSES) {
    const given = parameterAt(values, name);
    const address = addressOf(name, parameters);
    if (given?.kind !== "text" || address === null) continue;
    add(`${prefix}/${name}`, address.host === null ? null : `${address.scheme}://${address.host}`, given);
  }
  for (const name of PLAIN) {
    const given = parameterAt(values, name);
    if (given?.kind === "text") add(`${prefix}/${name}`, parameters.known(given), given);
  }
  const options = parameterAt(values, "curl_options");
  for (const [name, given] of options?.kind === "map" ? options.entries : []) {
    if (given.kind === "text") add(`${prefix}/curl_options/${name}`, parameters.known(given), given);
  }
  for (const [name, secret] of secretsIn(values, prefix)) {
    // A network address keeps its scheme and host beside the login it came with.
    if (!found.has(name)) add(name, null, secret);
  }
  for (const file of unused) {
    for (const [name, secret] of secretsIn(file.values, `${prefix}/${file.name.split("/").at(-1) ?? ""}`)) {
      add(name, null, secret);
    }
  }
  return [...found.values()];
}

function* secretsIn(
  map: ParameterMap | undefined,
  prefix: string,
): Generator<readonly [string, ParameterText]> {
  for (const [name, value] of map?.entries ?? []) {
    if (value.kind === "map") yield* secretsIn(value, `${prefix}/${name}`);
    else if (value.secret !== "none") yield [`${prefix}/${name}`, value];
  }
}
