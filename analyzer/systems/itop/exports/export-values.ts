/** What of an exported definition object is kept: definitions whole, facts about people only as kinds and pseudonyms. */
import { accountIdentity, type ContactLink } from "../rights/accounts-identity.ts";
import { familyOf } from "./export-classes.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Deeper nesting in an export is dropped; link sets of definitions nest two levels. */
export const MAX_VALUE_DEPTH = 6;

const SOURCE_FIELDS = new Set(
  (
    "name description status user_id scope_class database_table_name scope_restriction " +
    "full_load_periodicity reconciliation_policy action_on_zero action_on_one action_on_multiple delete_policy " +
    "delete_policy_update delete_policy_retention user_delete_policy url_application attribute_list"
  ).split(" "),
);

const MAILBOX_FIELDS = (
  "server mailbox protocol port active target_class behavior unknown_caller_behavior import_additional_contacts " +
  "email_storage trace"
).split(" ");

/** Names and addresses of people, secrets, and derived copies: no part of a definition. */
const DROPPED =
  /^(?:login|log|export_last_\w+|user_list|contact\w*_friendlyname|test_recipient_id_\w+)$|_obsolescence_flag$|password|passwd|pwd|secret|token/;

const ADDRESS = /(?<![\w.+'-])<?[\w.+'-]+@[\w-]+(?:\.[\w-]+)+>?/g;

/** The kept fields of a definition object; `fields` as the export has them. */
export function definitionFields(className: string, fields: Fields): Fields {
  switch (familyOf(className)) {
    case "user":
      return userFields(className, fields);
    case "user-profile":
      return pick(fields, ["userid", "profileid", "profile"]);
    case "user-organisation":
      return pick(fields, ["userid", "allowed_org_id"]);
    case "profile":
      return pick(fields, ["name", "description"]);
    case "installation":
      return pick(fields, ["name", "version", "installed", "parent_id"]);
    case "source":
      return sourceFields(fields);
    case "mailbox":
      return mailboxFields(fields);
    default:
      return keptMap(fields, 0);
  }
}

/** Text of a scalar; REST gives nearly everything as string, CSV everything. */
export function textValue(value: unknown): string {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? `${value}`
      : "";
}

/** REST gives true booleans, CSV `yes` and `no`, collectors `1` and `0`; anything else is unknown. */
export function flagValue(value: unknown): boolean | null {
  const text = textValue(value).toLowerCase();
  if (text === "true" || text === "1" || text === "yes") return true;
  if (text === "false" || text === "0" || text === "no") return false;
  return null;
}

/** Id of an external key; iTop writes 0 for none. `undefined` when the export does not carry it. */
export function keyValue(value: unknown): string | null | undefined {
  if (value === undefined) return undefined;
  const text = textValue(value);
  return text === "" || text === "0" ? null : text;
}

/** Rows of a link set: a list in REST, `'trigger_id:7';'order:1'|'trigger_id:14'` in CSV. */
export function linkSetValue(value: unknown): readonly Fields[] | undefined {
  if (Array.isArray(value)) return value.filter(isMap);
  if (typeof value !== "string") return undefined;
  if (value === "") return [];
  return value.split("|").map((row) => {
    const cells = row.split("';'").map((cell) => cell.replace(/^'|'$/g, ""));
    return Object.fromEntries(
      cells.map((cell) => [cell.split(":", 1)[0], cell.slice(cell.indexOf(":") + 1)]),
    );
  });
}

export function isMap(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function userFields(className: string, fields: Fields): Fields {
  const key = keyValue(fields["contactid"]);
  const contact: ContactLink = key === undefined ? "unknown" : key === null ? "none" : "linked";
  // REST gives the copied flag as empty text, CSV as yes or no.
  const obsolete = flagValue(fields["contactid_obsolescence_flag"]);
  const profiles = linkSetValue(fields["profile_list"]);
  const organisations = linkSetValue(fields["allowed_org_list"]);
  return {
    ...accountIdentity(textValue(fields["login"]), contact, className),
    contact,
    ...(obsolete !== null && { contactObsolete: obsolete }),
    status: textValue(fields["status"]),
    ...(profiles !== undefined && {
      profile_list: profiles.map((each) => pick(each, ["profileid", "profile"])),
    }),
    ...(organisations !== undefined && { allowedOrganisations: organisations.length }),
  };
}

function sourceFields(fields: Fields): Fields {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    if (SOURCE_FIELDS.has(name)) kept[name] = keptValue(value, 1);
  kept["description"] = textValue(fields["description"]).replace(ADDRESS, "[address]");
  // A user's friendly name is its login: it stands in when the accounts themselves were not exported.
  kept["userAccount"] = accountIdentity(textValue(fields["user_id_friendlyname"])).account;
  return kept;
}

/** Logins and error addresses are left out, of default values only the attribute codes are kept. */
function mailboxFields(fields: Fields): Fields {
  const defaults = textValue(fields["caller_default_values"]).matchAll(/^\s*(\w{1,64})\s*:/gm);
  return {
    ...pick(fields, MAILBOX_FIELDS),
    ...("caller_default_values" in fields && {
      caller_default_values: [...defaults].map(([, code]) => code),
    }),
  };
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    names.filter((name) => name in fields).map((name) => [name, textValue(fields[name])]),
  );
}

function keptMap(fields: Fields, depth: number): Fields {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!DROPPED.test(name) && name !== "__proto__") kept[name] = keptValue(value, depth + 1);
  }
  return kept;
}

function keptValue(value: unknown, depth: number): unknown {
  if (depth > MAX_VALUE_DEPTH) return null;
  if (Array.isArray(value)) return value.map((each) => keptValue(each, depth + 1));
  if (!isMap(value)) return value;
  const map = keptMap(value, depth);
  const isPicture = typeof map["data"] === "string" && !/html|text/.test(textValue(map["mimetype"]));
  return isPicture ? { ...map, data: "" } : map;
}
