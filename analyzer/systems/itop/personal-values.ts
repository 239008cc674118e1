/** Tells whether a text, or a value beside an attribute's name, is somebody's address, number, name or secret. */
import type { ParameterFinding } from "../../model/operation.ts";

export type PersonalKind = ParameterFinding["kind"];

/** Role addresses name no person; alternatives of a regular expression. */
export const ROLE_WORDS =
  "info|support|help[.-]?desk|service|service[.-]?desk|hotline|reception|sales|security|webmaster|no-?reply|admin|contact|office|postmaster";
const EMAIL = new RegExp(String.raw`(?<![\w.+-])(?!(?:${ROLE_WORDS})@)[\w.+-]+@[\w-]+(?:\.[\w-]+)+`, "i");
/** International, or national with a leading zero and separators; dates and bare ids do not match. */
const PHONE = /(?<![\w.-])(?:\+\d|00\d|0\d(?=\d*[ ./]))(?:[ ()./-]?\d){7,13}(?![\w-])/;
const NAME_ATTRIBUTE =
  /^(?:(?:first|last|sur|family|given|full|middle)_?name|friendlyname|\w*_friendlyname)$/i;
const IDENTIFIER_ATTRIBUTE =
  /(?:^|_)(?:login|username|employee_number|national_id|ssn|badge|personnel_number)(?:_|$)/i;
export const SECRET_WORDS = "password|passwd|pwd|secret|token|api_?key";
export const SECRET_ATTRIBUTE = new RegExp(`(?:^|_)(?:${SECRET_WORDS})$`, "i");
/** Classes whose `name` is a person's. */
const PERSON_CLASSES = new Set(["Person", "Contact"]);
/** Words of teams, services and machines: where a name may stand, they name no person. */
export const ORGANISATION_WORDS = new Set(
  (
    "service desk helpdesk portal team data center system interface import export sync synchro management department group active " +
    "directory web server human resources batch monitoring user request change problem incident customer security network"
  ).split(" "),
);

/** Found by their own form, wherever they stand. */
export function kindsInText(text: string): readonly PersonalKind[] {
  const kinds: PersonalKind[] = [];
  if (EMAIL.test(text)) kinds.push("email");
  if (PHONE.test(text)) kinds.push("phone");
  return kinds;
}

/** What a value is by the attribute it stands beside; `className` decides what a bare `name` is. */
export function kindOfAttribute(
  attribute: string,
  value: unknown,
  className: string | null,
): PersonalKind | null {
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

/** A value that is neither empty nor masked, as iTop masks one-way passwords with asterisks. */
export function isClear(value: unknown): boolean {
  return typeof value === "string" ? !/^\**$/.test(value) : typeof value === "number";
}
