/** Where a collector's rows come from and where they go, by addresses in its parameters: scheme and host, nothing else. */
import type { Location } from "../../../model/location.ts";
import type { Transport } from "../../../model/movement.ts";
import type { CollectorKind } from "./collector-kind.ts";
import { parameterAt, type ParameterValue } from "./parameter-value.ts";
import type { Parameters } from "./parameters.ts";

export interface Address {
  readonly scheme: string;
  /** `null` when it is not plain. */
  readonly host: string | null;
  readonly tls: Transport["tls"];
  readonly isLocal: boolean;
  readonly location: Location;
  /** Why `tls` is what it is, where the scheme alone does not say so. */
  readonly basis: string | null;
}

const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i;
const HOST = /^[\p{L}\p{N}._:-]{1,253}$/u;
const ADDRESS = /^\s*([a-z][a-z0-9+.-]{0,20}):\/\/(?:[^/?#@\s]*@)?(\[[^\]\s]*\]|[^:/?#\s]*)/i;
const LDAPS_PORT = "636";

const WITH_TLS = new Set(["https", "ldaps", "ftps", "sftp", "amqps"]);
const WITHOUT_TLS = new Set(["http", "ldap", "ftp", "amqp"]);

/** Address of the source; `null` when it is a file, or no parameter tells. */
export function sourceAddress(
  kind: CollectorKind,
  collector: string,
  parameters: Parameters,
): Address | null {
  switch (kind) {
    case "ldap":
      return directoryAddress(parameters);
    case "sql":
      return databaseAddress(parameters);
    case "csv":
      return null;
    case "json": {
      const own = parameters.ofClass(collector);
      const url = parameterAt(own, "JSONURL") ?? parameterAt(own, "jsonurl");
      return addressIn(url, parameters) ?? addressOf("microsoft_resource", parameters);
    }
    case "code":
      return onlyAddress(parameters);
    default:
      return kind satisfies never;
  }
}

export function addressOf(name: string, parameters: Parameters): Address | null {
  return addressIn(parameterAt(parameters.values, name), parameters);
}

function addressIn(value: ParameterValue | undefined, parameters: Parameters): Address | null {
  const text = parameters.known(value);
  return text === null || value === undefined ? null : parsed(text, value.location);
}

function parsed(text: string, location: Location): Address | null {
  const [, given, place] = ADDRESS.exec(text) ?? [];
  if (given === undefined || place === undefined) return null;
  const scheme = given.toLowerCase();
  const tls = WITH_TLS.has(scheme) ? "required" : WITHOUT_TLS.has(scheme) ? "none" : "unknown";
  return { scheme, ...hostOf(place), tls, location, basis: null };
}

function hostOf(place: string): Pick<Address, "host" | "isLocal"> {
  const host = place.replace(/^\[|\]$/g, "");
  return { host: HOST.test(host) ? host.toLowerCase() : null, isLocal: LOCAL.test(host) };
}

/** Several addresses are tried in turn: the first that is open is what an attacker needs. */
function directoryAddress(parameters: Parameters): Address | null {
  const location = parameters.location("ldapuri");
  const uris = parameters.text("ldapuri")?.split(/\s+/).slice(0, 20) ?? [];
  const addresses = location === null ? [] : uris.flatMap((uri) => parsed(uri, location) ?? []);
  if (addresses.length > 0) return addresses.find(({ tls }) => tls === "none") ?? (addresses[0] as Address);
  const host = parameters.text("ldaphost");
  const at = parameters.location("ldaphost");
  if (host === null || host === "" || at === null) return null;
  if (/^ldaps?:\/\//i.test(host)) return parsed(host, at);
  const tls = parameters.text("ldapport") === LDAPS_PORT ? "unknown" : "none";
  return { scheme: "ldap", ...hostOf(host), tls, location: at, basis: null };
}

function databaseAddress(parameters: Parameters): Address | null {
  const format = parameters.text("sql_connection_string");
  const given = ["sql_connection_string", "sql_host", "sql_engine", "sql_database"].flatMap(
    (name) => parameters.location(name) ?? [],
  );
  const [location] = given;
  if (location === undefined) return null;
  const engine = (
    /^\s*([a-z]\w*):/i.exec(format ?? "")?.[1] ??
    parameters.text("sql_engine") ??
    "mysql"
  ).toLowerCase();
  const inFormat = /(?:^|[;:\s])(?:host|server)\s*=\s*([^;,\s%]+)/i.exec(format ?? "")?.[1];
  const host = inFormat ?? parameters.text("sql_host") ?? (format === null ? "localhost" : "");
  const place = host.replace(/^tcp:/i, "").replace(/[,:\\].*$/s, "");
  return {
    scheme: engine,
    ...hostOf(place),
    ...(engine === "sqlite" && { isLocal: true }),
    ...databaseTls(engine, format ?? ""),
    location,
  };
}

function databaseTls(engine: string, format: string): Pick<Address, "tls" | "basis"> {
  const option = (name: string): string =>
    new RegExp(`(?:^|[;:\\s])${name}\\s*=\\s*([\\w-]+)`, "i").exec(format)?.[1]?.toLowerCase() ?? "";
  if (engine === "mysql") {
    const basis =
      "PDO connects to MySQL without TLS unless its options ask for it, which a collector does not give";
    return { tls: "none", basis };
  }
  if (engine === "pgsql") {
    const mode = option("sslmode");
    if (/^(?:require|verify-ca|verify-full)$/.test(mode))
      return { tls: "required", basis: `sslmode=${mode}` };
    if (mode === "disable") return { tls: "none", basis: "sslmode=disable" };
    return { tls: "optional", basis: "PostgreSQL's client asks for TLS and goes on without it" };
  }
  if (/^(?:yes|true|1|mandatory|strict)$/.test(option("encrypt")))
    return { tls: "required", basis: "Encrypt is on" };
  if (/^(?:no|false|0)$/.test(option("encrypt"))) return { tls: "none", basis: "Encrypt is off" };
  return {
    tls: "unknown",
    basis: `the driver's default for ${/^\w{1,20}$/.test(engine) ? engine : "this database"} is not known`,
  };
}

/** Of a collector that fetches by its own code: the one address among its parameters, if there is only one. */
function onlyAddress(parameters: Parameters): Address | null {
  const found: Address[] = [];
  for (const [name, value] of parameters.values?.entries ?? []) {
    if (!/(?:url|uri)$/i.test(name) || /^(?:itop_url|microsoft_login_url)$/i.test(name)) continue;
    const text = parameters.known(value);
    const address =
      text === null ? null : (parsed(text, value.location) ?? bareAddress(text, value.location));
    if (address !== null) found.push(address);
  }
  const microsoft = addressOf("microsoft_resource", parameters);
  const all = microsoft === null ? found : [...found, microsoft];
  return all.length === 1 ? (all[0] as Address) : null;
}

/** `10.0.0.7:443` */
function bareAddress(text: string, location: Location): Address | null {
  const [, place, port] = /^([\w.-]{1,253}):(\d{1,5})$/.exec(text) ?? [];
  if (place === undefined) return null;
  const tls = port === "443" ? "required" : "unknown";
  return { scheme: port === "443" ? "https" : "tcp", ...hostOf(place), tls, location, basis: null };
}
