/** What a collector's source is called: by what kind of system it is and where it stands. */
import type { Party } from "../../../model/party.ts";
import type { CollectorKind } from "./collector-kind.ts";
import { parameterAt, type ParameterValue } from "./parameter-value.ts";
import type { Parameters } from "./parameters.ts";
import type { Address } from "./source-address.ts";

export interface NamedParty {
  readonly name: string;
  readonly proof: Party["proof"];
}

/** Names of databases and files; whatever else stands there is not repeated. */
const PLAIN_NAME = /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,99}$/u;

export function sourceParty(
  kind: CollectorKind,
  collector: string,
  address: Address | null,
  parameters: Parameters,
): NamedParty | null {
  const own = parameters.ofClass(collector);
  switch (kind) {
    case "ldap":
      return at("LDAP directory", address);
    case "sql": {
      const name = parameters.text("sql_database")?.split(";", 1)[0] ?? "";
      return at(PLAIN_NAME.test(name) ? `database ${name}` : "database", address);
    }
    case "csv":
      return fileParty(parameterAt(own, "csv_file"), parameters);
    case "json":
      if (address !== null) return at("web service", address);
      return fileParty(parameterAt(own, "JSONFILE") ?? parameterAt(own, "jsonfile"), parameters);
    case "code":
      return at("service", address);
    default:
      return kind satisfies never;
  }
}

function at(what: string, address: Address | null): NamedParty | null {
  if (address === null || address.host === null) return null;
  const basis = "the host named in the collector's parameters";
  return {
    name: `${what} ${what === "database" || what.startsWith("database ") ? "on " : ""}${address.host}`,
    proof: { location: address.location, basis },
  };
}

/** Folders above the file may tell whose machine it is. */
function fileParty(value: ParameterValue | undefined, parameters: Parameters): NamedParty | null {
  const name = parameters.known(value)?.split(/[/\\]/).at(-1) ?? "";
  if (value === undefined || !PLAIN_NAME.test(name)) return null;
  const basis = "the file named in the collector's parameters; the system that writes it is not recorded";
  return { name: `file ${name}`, proof: { location: value.location, basis } };
}
