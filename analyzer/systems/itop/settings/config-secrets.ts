/** Tells the secrets of a configuration file, whose values are never read into the model. */
import { parameterNamed } from "./config-parameters.ts";

/** The key iTop encrypts with when the set-up generated none; the same in every installation. */
const DEFAULT_ENCRYPTION_KEY = "@iT0pEncr1pti0n!";

/** Wherever they stand in a name, unless its last word says that it is something about the secret. */
const SECRET_WORDS = new Set(
  "pwd password passwd passphrase secret secrets credential credentials apikey privatekey".split(" "),
);
/** Only as the last word: `cookie_token`, but not `token_lifetime`. */
const FINAL_SECRET_WORDS = new Set("token tokens key keys pass pw pin salt bearer authorization".split(" "));
const ABOUT_A_SECRET = new Set(
  "pattern message algo algorithm url from length expiration lifetime enabled policy label title days".split(
    " ",
  ),
);
/** Keys that open nothing. */
const HARMLESS_KEYS = new Set("ext public primary foreign sort array".split(" "));

/** By its name alone; `name` may be a path such as `authent-ldap/servers/0/default_pwd`. */
export function isSecretName(name: string): boolean {
  const parameter = parameterNamed(name);
  if (parameter !== undefined) return parameter.secret;
  const key = name.slice(name.lastIndexOf("/") + 1);
  const words = key
    .replaceAll(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const last = words.at(-1) ?? "";
  if (ABOUT_A_SECRET.has(last)) return false;
  if (words.some((word) => SECRET_WORDS.has(word))) return true;
  return FINAL_SECRET_WORDS.has(last) && !HARMLESS_KEYS.has(words.at(-2) ?? "");
}

/** Credentials inside a value: in an address, a query, a connection string, a header, or a private key. */
const CREDENTIALS = [
  // The look-behind keeps the search linear on hostile text.
  /(?<![\w+.-])[a-z][\w+.-]*:\/\/[^\s/@]+@/i,
  /(?:^|[?&;,\s])(?:\w*(?:password|passwd|pwd|secret|token)|(?:api|access|private)_?key)=[^&;,\s]/i,
  /\b(?:basic|bearer)\s+[\w+/.~=-]{8}/i,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];

export function holdsCredentials(value: string): boolean {
  return CREDENTIALS.some((pattern) => pattern.test(value));
}

/** `%env(NAME)?:default%`: iTop puts in an environment variable when it reads the file. */
const PLACEHOLDER = /%(?:env|server)\(\w+\)(?:\?:(\w*))?%/g;

export function hasPlaceholder(value: string): boolean {
  return value.search(PLACEHOLDER) !== -1;
}

/** What kind of secret a non-empty literal under a secret name is; a bare placeholder is none. */
export function secretKind(name: string, value: string | number): "none" | "literal" | "default-constant" {
  const text = String(value).trim();
  if (name === "encryption_key" && text === DEFAULT_ENCRYPTION_KEY) return "default-constant";
  return text.replaceAll(PLACEHOLDER, "$1") === "" ? "none" : "literal";
}

/** Whether PHP code that computes a secret carries text of its own, beyond the names of environment variables. */
export function holdsLiteral(expression: string): boolean {
  const lookups = /\bgetenv\s*\(\s*(["'])\w*\1[^()]*\)|\$_(?:ENV|SERVER)\s*\[\s*(["'])\w*\2\s*\]/g;
  return /["']/.test(expression.replaceAll(lookups, ""));
}
