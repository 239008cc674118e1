/** Finds personal data and secrets in the parameters of a logged call; tells kinds, never values. */
import type { ParameterFinding } from "../../../model/operation.ts";
import { isMap } from "../exports/export-values.ts";

export type ParameterKind = Pick<ParameterFinding, "where" | "kind">;

/** Role addresses name no person. */
export const ROLE_WORDS =
  "info|support|helpdesk|service|servicedesk|no-reply|noreply|admin|contact|office|postmaster";
const EMAIL = new RegExp(String.raw`(?<![\w.+-])(?!(?:${ROLE_WORDS})@)[\w.+-]+@[\w-]+(?:\.[\w-]+)+`, "i");
/** International, or national with a leading zero and separators; dates and bare ids do not match. */
const PHONE = /(?<![\w.-])(?:\+\d|00\d|0\d(?=\d*[ ./]))(?:[ ()./-]?\d){7,13}(?![\w-])/;
/** A name stands beside a cue: `request of Ingrid Solheim`. */
export const NAME_CUES = "of|for|by|from|about|to|mr|mrs|ms|herr|frau|von|für|de|pour|par|mme";
const CUED_NAME = new RegExp(
  String.raw`(?:^|[\s(])(?:${NAME_CUES})\.?\s+(\p{Lu}\p{Ll}[\p{L}'’-]*)\s+(\p{Lu}\p{Ll}[\p{L}'’-]*)`,
  "u",
);
const ORGANISATION_WORDS = new Set(
  (
    "service desk portal team data center system interface import export sync synchro management department group active " +
    "directory web server human resources batch monitoring user request change problem incident customer security network"
  ).split(" "),
);
const NAME_ATTRIBUTE =
  /^(?:(?:first|last|sur|family|given|full|middle)_?name|friendlyname|\w*_friendlyname)$/i;
const IDENTIFIER_ATTRIBUTE =
  /(?:^|_)(?:login|username|employee_number|national_id|ssn|badge|personnel_number)(?:_|$)/i;
export const SECRET_WORDS = "password|passwd|pwd|secret|token|api_?key";
const SECRET_ATTRIBUTE = new RegExp(`(?:^|_)(?:${SECRET_WORDS})$`, "i");
/** Classes whose `name` is a person's. */
const PERSON_CLASSES = new Set(["Person", "Contact"]);
/** `attcode = 'value'` in OQL, any quoting and comparison; bounded so that no hostile text makes it slow. */
const COMPARISON =
  /(?<![\w.])(?:\w{1,64}\.)?(\w{1,64})\s{0,20}(?:=|!=|LIKE|IN\s{0,20}\()\s{0,20}(["'])((?:\\.|(?!\2)[^\\])*)\2/gi;

/** Kinds found in a call's parameters, each once. `input` is the request, possibly cut. */
export function findInParameters(
  input: Readonly<Record<string, unknown>>,
  className: string | null,
): readonly ParameterKind[] {
  const found = new Map<string, ParameterKind>();
  const add = (where: ParameterKind["where"], kind: ParameterKind["kind"]): void => {
    found.set(`${where} ${kind}`, { where, kind });
  };
  const key = input["key"];
  if (typeof key === "string") {
    for (const kind of kindsInText(key)) add("query", kind);
    for (const [, attribute, , value] of key.matchAll(COMPARISON)) {
      const kind = kindOfAttribute(attribute as string, value, className);
      if (kind !== null) add("query", kind);
    }
  } else if (isMap(key)) {
    for (const [attribute, value] of Object.entries(key)) {
      const kind = kindOfAttribute(attribute, value, className);
      if (kind !== null) add("key", kind);
      if (typeof value === "string") for (const each of kindsInText(value)) add("key", each);
    }
  }
  if (typeof input["comment"] === "string") {
    for (const kind of kindsInText(input["comment"])) add("comment", kind);
    if (namesPerson(input["comment"])) add("comment", "name");
  }
  for (const kind of kindsInBody(input)) add("body", kind);
  return [...found.values()];
}

/** Last resort for a request that is no JSON at all: a password key with a value that is not masked. */
export function secretInText(text: string): boolean {
  return /"(?:password|passwd|pwd|auth_pwd|secret|token)"\s*:\s*"(?!\**")/i.test(text);
}

function kindsInText(text: string): readonly ParameterKind["kind"][] {
  const kinds: ParameterKind["kind"][] = [];
  if (EMAIL.test(text)) kinds.push("email");
  if (PHONE.test(text)) kinds.push("phone");
  return kinds;
}

function kindOfAttribute(
  attribute: string,
  value: unknown,
  className: string | null,
): ParameterKind["kind"] | null {
  if (value === "" || value === null || value === undefined) return null;
  if (SECRET_ATTRIBUTE.test(attribute)) return isClear(value) ? "secret" : null;
  if (NAME_ATTRIBUTE.test(attribute)) return isPersonName(attribute, className) ? "name" : null;
  if (attribute === "name") return className !== null && PERSON_CLASSES.has(className) ? "name" : null;
  return IDENTIFIER_ATTRIBUTE.test(attribute) ? "identifier" : null;
}

/** Every class has a friendly name; only a person's or a caller's is one of a person. */
function isPersonName(attribute: string, className: string | null): boolean {
  if (!/friendlyname$/i.test(attribute)) return true;
  if (attribute === "friendlyname") return className !== null && PERSON_CLASSES.has(className);
  return /^(?:caller|agent|person|contact|manager|requestor|approver|supervisor)_/.test(attribute);
}

function namesPerson(text: string): boolean {
  const match = CUED_NAME.exec(text);
  return (
    match !== null &&
    ![match[1], match[2]].some((word) => ORGANISATION_WORDS.has((word as string).toLowerCase()))
  );
}

/** Written values are the purpose of a write; only secrets are reported, and the pair of a credential check. */
function kindsInBody(input: Readonly<Record<string, unknown>>): readonly ParameterKind["kind"][] {
  const kinds: ParameterKind["kind"][] = [];
  const written = isMap(input["fields"]) ? Object.entries(input["fields"]) : [];
  const credentials = ["password", "auth_pwd"].map((name) => [name, input[name]] as const);
  if (
    [...credentials, ...written].some(([name, value]) =>
      /^auth_pwd$/.test(name) ? isClear(value) : SECRET_ATTRIBUTE.test(name) && isClear(value),
    )
  ) {
    kinds.push("secret");
  }
  if (typeof input["user"] === "string" && input["user"] !== "" && "password" in input)
    kinds.push("identifier");
  return kinds;
}

/** A value that is neither empty nor masked, as iTop masks one-way passwords with asterisks. */
function isClear(value: unknown): boolean {
  return typeof value === "string" ? !/^\**$/.test(value) : typeof value === "number";
}
