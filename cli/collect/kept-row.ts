/** What of a row is written: the attributes asked for, without secrets, addresses without the person in front. */
import { isMap } from "../../analyzer/systems/itop/exports/export-values.ts";
import type { ClassPlan } from "./class-plan.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A definition never needs them, and iTop returns encrypted attributes decrypted. */
const SECRET = /password|passwd|pwd|secret|token/i;

/** Attributes with addresses of those who got a message. */
const RECIPIENTS: ReadonlySet<string> = new Set(["to", "cc", "bcc"]);

/** Deeper nesting is no value of iTop's; link sets nest two levels. */
const MAX_DEPTH = 6;

/** Stands for the person in an address; the domain tells inside from outside. */
const SOMEBODY = "recipient";

const DOMAIN = /^[^@]*@([\w-]+(?:\.[\w-]+)+)>?\s*$/;

export function keptRow(plan: ClassPlan, fields: Fields): Fields {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!SECRET.test(name) && asked(plan, name)) kept[name] = keptValue(plan, name, value);
  }
  return kept;
}

function asked({ fields, optional, callers }: ClassPlan, name: string): boolean {
  if (fields === "*+") return name !== "__proto__";
  // A login in the log of logins is needed only to leave out one's own.
  if (callers && name === "userinfo") return fields.includes("operation");
  return fields.includes(name) || optional.includes(name);
}

function keptValue(plan: ClassPlan, name: string, value: unknown): unknown {
  if (plan.class === "EventNotificationEmail" && typeof value === "string") {
    if (RECIPIENTS.has(name)) return withoutPeople(value);
    if (name === "message") return outcome(value);
  }
  if (plan.class === "User") {
    if (name === "profile_list") return linkRows(value, ["profileid", "profile"]);
    if (name === "allowed_org_list") return linkRows(value, ["allowed_org_id"]);
  }
  return withoutSecrets(value, 0);
}

function withoutSecrets(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((each) => withoutSecrets(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !SECRET.test(name))
      .map(([name, each]) => [name, withoutSecrets(each, depth + 1)]),
  );
}

/** `Ana Ruiz <a.ruiz@clinic.example>, …` → `recipient@clinic.example, …`; a part that is no address becomes `?`. */
export function withoutPeople(addresses: string): string {
  if (addresses.trim() === "") return "";
  return addresses
    .split(/[,;]/)
    .map((each) => DOMAIN.exec(each)?.[1])
    .map((domain) => (domain === undefined ? "?" : `${SOMEBODY}@${domain.toLowerCase()}`))
    .join(", ");
}

/** iTop writes the test address and whatever an error says behind the word that tells the outcome. */
function outcome(message: string): string {
  return /^(?:TEST|Sent|No recipient|Queued|Pending|Error)\b/i.exec(message)?.[0] ?? "";
}

function linkRows(value: unknown, names: readonly string[]): unknown {
  if (!Array.isArray(value)) return value;
  return value
    .filter(isMap)
    .map((row) =>
      Object.fromEntries(
        names.filter((name) => name in row).map((name) => [name, withoutSecrets(row[name], 1)]),
      ),
    );
}
