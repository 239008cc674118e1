/** What an account is called in the model: technical accounts by their login, accounts of people by a pseudonym. */
import { createHash } from "node:crypto";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";

export type ContactLink = "linked" | "none" | "unknown";

export interface AccountIdentity {
  /** The login of a technical or generic account, else the pseudonym; empty for an empty login. */
  readonly account: string;
  /** `person-` and 8 hex digits of the SHA-256 of the login; MySQL compares logins without case, so does this. */
  readonly pseudonym: string;
  readonly kind: "human" | "technical" | "unknown";
}

const PSEUDONYM = /^person-[0-9a-f]{8}$/;

/** Anything else in a login column, or anything longer, is not repeated. */
const PLAIN_LOGIN = /^[\w.@\\-]{1,64}$/;

/** Words that mark a technical account when they begin or end a login. */
const TECHNICAL_WORDS: ReadonlySet<string> = new Set(
  (
    "ws svc service services api rest soap webservice webservices sync synchro collector batch cron daemon system " +
    "integration interface connector monitoring nagios zabbix centreon probe import export backup automation script robot"
  ).split(" "),
);

/** Shared logins of the product and its demonstrations: nobody's name, but not a machine's either. */
const GENERIC_LOGINS: ReadonlySet<string> = new Set(
  "admin administrator root itop guest portal anonymous".split(" "),
);

/** Classes whose logins come from a directory: people, even without a linked contact. */
const DIRECTORY_CLASSES: ReadonlySet<string> = new Set(["UserLDAP", "UserExternal"]);

/** `contact` and `userClass` are what a User export tells; a log tells neither. */
export function accountIdentity(
  login: string,
  contact: ContactLink = "unknown",
  userClass: string | null = null,
): AccountIdentity {
  const folded = login.trim().toLowerCase();
  if (folded === "") return { account: "", pseudonym: "", kind: "unknown" };
  // Names of folded logs come here a second time, at assembly.
  if (PSEUDONYM.test(folded)) return { account: folded, pseudonym: folded, kind: "unknown" };
  const pseudonym = `person-${createHash("sha256").update(folded).digest("hex").slice(0, 8)}`;
  const named = { account: login.trim(), pseudonym };
  if (isTechnical(folded) || (userClass === "UserToken" && PLAIN_LOGIN.test(folded)))
    return { ...named, kind: "technical" };
  if (GENERIC_LOGINS.has(folded)) return { ...named, kind: "unknown" };
  if (
    contact === "none" &&
    userClass !== null &&
    PLAIN_LOGIN.test(folded) &&
    !DIRECTORY_CLASSES.has(userClass) &&
    !namesPerson(folded)
  ) {
    return { ...named, kind: "technical" };
  }
  return { account: pseudonym, pseudonym, kind: userClass === null ? "unknown" : "human" };
}

export function accountPath(system: SystemId, account: string): ModelPath {
  return elementPath(system, "account", account);
}

/** Looks at the account's own part only: neither `DOMAIN\\` before it nor the mail domain after it. */
function isTechnical(login: string): boolean {
  if (!PLAIN_LOGIN.test(login)) return false;
  const own = login.slice(login.lastIndexOf("\\") + 1).split("@", 1)[0] as string;
  const words = own.split(/[^a-z]+/).filter((word) => word !== "");
  return TECHNICAL_WORDS.has(words[0] ?? "") || TECHNICAL_WORDS.has(words.at(-1) ?? "");
}

/** `given.family` or an e-mail address. */
function namesPerson(login: string): boolean {
  return login.includes("@") || /^\p{L}+[._]\p{L}+\d*$/u.test(login);
}
