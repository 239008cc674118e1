/** Which parameters of a collector are secrets or name people; their values are never read into the model. */
import type { Location } from "../../../model/location.ts";
import { accountIdentity } from "../rights/accounts-identity.ts";
import { holdsCredentials, isSecretName } from "../settings/config-secrets.ts";
import type { ParameterText } from "./parameter-value.ts";

/** Secrets whose name runs words together: `ldappassword`, `ms_clientsecret`, `hetzner_tokens`. */
const SECRET_ENDING = /(?:password|passwd|passphrase|secret|token|apikey|api_key|client_key)s?$/i;

/** Collectors come with these, or with one letter again and again, in the file nobody is meant to edit. */
const SHIPPED_SECRET = /^(?:admin|guest|password|root|(.)\1*)$/i;

/** iTop logins: kept as technical names or pseudonyms, for the account the source runs as. */
const ITOP_LOGINS: ReadonlySet<string> = new Set(["itop_login", "synchro_user"]);

/** Logins elsewhere, people to write to, places in a directory, filters that may name people, command lines. */
const WITHHELD =
  /(?:login|_user|username|clientid|tenantid|contact_to_notify|dn|filter|_pattern)$|^(?:command|auth_user)$/i;

/** Constants and fallbacks: which attributes have one is told, the values are not. */
const DEFAULTS = /(?:^|_)defaults$/i;
/** Names of columns and attributes on both sides, `password` and `login` among them. */
const MAPPINGS = /(?:^|_)fields$|(?:ignored_columns|ignored_attributes|nullified_attributes)$/i;

const PLACEHOLDER_ONLY = /^\s*\$[\w-]+\$\s*$/;
const MASKED = /^\s*\*+/;
const ADDRESS = /(?<![\w.+'-])<?[\w.+'-]+@[\w-]+(?:\.[\w-]+)+>?/g;
/** The user part of an address on the network. */
const USER_PART = /(?<=:\/\/)[^\s/@]*@/g;
/** Pairs of a connection string that log in. */
const LOGIN_PAIRS = /(?<![\w-])(?:pwd|password|passwd|uid|user(?: ?id|name)?)\s*=[^;]*/gi;
const COMMAND_LOGIN = /(?:^|\s)(?:-u\s*\S+:\S|-p\S|--password[= ]\S|--user[= ]\S+:\S)/;

/** What the parameters around a value make of it. */
export type Surroundings = "plain" | "withheld" | "secret" | "mapping";

export function surroundingsIn(name: string, around: Surroundings): Surroundings {
  if (around !== "plain") return around;
  if (MAPPINGS.test(name)) return "mapping";
  if (DEFAULTS.test(name)) return "withheld";
  return isSecretParameter(name) ? "secret" : "plain";
}

function isSecretParameter(name: string): boolean {
  return SECRET_ENDING.test(name) || isSecretName(name);
}

/** `shipped` says that the file is the one that comes with the product. */
export function parameterText(
  name: string,
  text: string,
  location: Location,
  around: Surroundings,
  shipped: boolean,
): ParameterText {
  const value = (kept: string | null, secret: ParameterText["secret"] = "none"): ParameterText => ({
    kind: "text",
    text: kept,
    secret,
    location,
  });
  const trimmed = text.trim();
  const refers = PLACEHOLDER_ONLY.test(text);
  if (around === "mapping") return value(text.replace(ADDRESS, "[address]"));
  if (around === "secret" || isSecretParameter(name)) {
    if (trimmed === "" || MASKED.test(text)) return value(trimmed === "" ? "" : null);
    if (refers) return value(null, "reference");
    return value(null, shipped && SHIPPED_SECRET.test(trimmed) ? "default-constant" : "literal");
  }
  if (refers || trimmed === "") return value(text);
  if (ITOP_LOGINS.has(name)) return value(accountIdentity(trimmed).account);
  const hasLogin = holdsCredentials(text) || (/command$/i.test(name) && COMMAND_LOGIN.test(text));
  if (around === "withheld" || WITHHELD.test(name)) return value(null, hasLogin ? "literal" : "none");
  const kept = text.replace(USER_PART, "").replace(LOGIN_PAIRS, "").replace(ADDRESS, "[address]");
  return value(kept, hasLogin ? "literal" : "none");
}
