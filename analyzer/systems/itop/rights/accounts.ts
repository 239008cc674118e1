/** Accounts with their roles, from User, URP_UserProfile and URP_UserOrg exports and from what a log shows. */
import type { Account } from "../../../model/access.ts";
import type { Location } from "../../../model/location.ts";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Problem } from "../../../model/problem.ts";
import { accountIdentity, accountPath } from "./accounts-identity.ts";
import { linkSetValue, textValue } from "../exports/export-values.ts";
import { type MergedObject, objectsOf } from "../exports/export-objects.ts";
import type { ExportData, RestLogData } from "../fragments.ts";

export { accountIdentity, accountPath } from "./accounts-identity.ts";

/** Profile that `secure_rest_services` (default true) demands of every caller of the REST service. */
export const REST_PROFILE = "REST Services User";

/** Finds the path of an account by what exports and logs call it. */
export interface AccountPaths {
  /** Account of a `user_id`: `null` for nobody, `undefined` when the export does not tell. */
  ofUser(id: string | null | undefined, name: string): ModelPath | null | undefined;
  /** Account of a folded log's `account`; `null` for a call without one. */
  ofLog(account: string): ModelPath | null;
}

export interface AccountOptions {
  readonly system: SystemId;
  /** `false` when the setting opens the REST service to every account. */
  readonly secureRestServices: boolean;
}

export function accountPaths(exports: readonly ExportData[], system: SystemId): AccountPaths {
  const byId = new Map<string, ModelPath>();
  const byName = new Map<string, ModelPath>();
  for (const { id, fields } of users(exports)) {
    const path = accountPath(system, textValue(fields["account"]));
    byId.set(id, path);
    byName.set(textValue(fields["account"]), path);
    // A log knows only the login, so a technical account without a telling name stands there by its pseudonym.
    byName.set(textValue(fields["pseudonym"]), path);
  }
  const named = (name: string): ModelPath | null => {
    const { account, pseudonym } = accountIdentity(name);
    if (account === "") return null;
    return byName.get(account) ?? byName.get(pseudonym) ?? accountPath(system, account);
  };
  return {
    ofUser: (id, name) => (id === undefined || id === null ? id : (byId.get(id) ?? named(name) ?? undefined)),
    ofLog: named,
  };
}

/** Sorted by path. Accounts that only a log shows come with unknown facts and API access. */
export function readAccounts(
  exports: readonly ExportData[],
  logs: readonly RestLogData[],
  { system, secureRestServices }: AccountOptions,
): { readonly accounts: readonly Account[]; readonly problems: readonly Problem[] } {
  const accounts = new Map<ModelPath, Account>();
  const problems: Problem[] = [];
  const profileRows = linksByUser(exports, "user-profile");
  const organisationRows = linksByUser(exports, "user-organisation");
  const profileById = new Map(
    objectsOf(exports, "profile").map(({ id, fields }) => [id, textValue(fields["name"])]),
  );
  for (const user of users(exports)) {
    const profiles = linkSetValue(user.fields["profile_list"]) ?? profileRows.get(user.id);
    if (profiles === undefined && profileRows.size === 0) problems.push(withoutProfiles(user.location));
    const names = profileNames(profiles ?? [], profileById);
    const path = accountPath(system, textValue(user.fields["account"]));
    accounts.set(path, {
      path,
      kind: kindOf(user),
      roles: [...new Set(names)].sort().map((name) => elementPath(system, "role", name)),
      apiAccess: !secureRestServices || names.includes(REST_PROFILE),
      orgScope: orgScope(user, organisationRows),
      status: statusOf(textValue(user.fields["status"])),
      person: personOf(user),
      proof: { location: user.location, basis: null },
    });
  }
  const paths = accountPaths(exports, system);
  for (const { account, location } of logs.flatMap((log) => log.operations)) {
    const path = paths.ofLog(account);
    if (path !== null && !accounts.has(path)) accounts.set(path, observedAccount(path, account, location));
  }
  return { accounts: [...accounts.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}

/** An export without logins cannot name accounts; its reader reported that. */
function users(exports: readonly ExportData[]): readonly MergedObject[] {
  return objectsOf(exports, "user").filter(({ fields }) => textValue(fields["account"]) !== "");
}

function observedAccount(path: ModelPath, account: string, location: Location): Account {
  return {
    path,
    kind: accountIdentity(account).kind,
    roles: [],
    apiAccess: true,
    orgScope: "unknown",
    status: "unknown",
    person: "unknown",
    proof: { location, basis: "seen in the REST log; no account export names it" },
  };
}

function withoutProfiles(location: Location): Problem {
  return {
    kind: "incomplete-export",
    message: "The account export lacks profile_list, and URP_UserProfile was not exported either.",
    location,
    lost: "the roles of the accounts",
  };
}

function linksByUser(
  exports: readonly ExportData[],
  family: "user-profile" | "user-organisation",
): ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]> {
  const links = new Map<string, Readonly<Record<string, unknown>>[]>();
  for (const { fields } of objectsOf(exports, family)) {
    const user = textValue(fields["userid"]);
    const own = links.get(user);
    if (own === undefined) links.set(user, [fields]);
    else own.push(fields);
  }
  return links;
}

/** CSV link sets carry only the profile's id. */
function profileNames(
  rows: readonly Readonly<Record<string, unknown>>[],
  profileById: ReadonlyMap<string, string>,
): readonly string[] {
  return rows.flatMap((row) => {
    const name = textValue(row["profile"]);
    const id = textValue(row["profileid"]);
    if (name !== "") return [name];
    return id === "" ? [] : [profileById.get(id) ?? STANDARD_PROFILES[id] ?? `profile ${id}`];
  });
}

/** Ids of the two profiles judgements hang on; fixed in every iTop. */
const STANDARD_PROFILES: Readonly<Record<string, string>> = { "1": "Administrator", "1024": REST_PROFILE };

function kindOf({ fields }: MergedObject): Account["kind"] {
  const kind = fields["kind"];
  return kind === "human" || kind === "technical" ? kind : "unknown";
}

function statusOf(status: string): Account["status"] {
  return status === "enabled" || status === "disabled" ? status : "unknown";
}

function personOf({ fields }: MergedObject): Account["person"] {
  if (fields["contact"] === "none") return "none";
  if (fields["contact"] !== "linked") return "unknown";
  if (fields["contactObsolete"] === true) return "inactive";
  return fields["contactObsolete"] === false ? "active" : "unknown";
}

/** Without an entry a user sees all organisations. */
function orgScope(user: MergedObject, rows: ReadonlyMap<string, readonly unknown[]>): Account["orgScope"] {
  const inlined = user.fields["allowedOrganisations"];
  const count =
    typeof inlined === "number" ? inlined : rows.size > 0 ? (rows.get(user.id)?.length ?? 0) : null;
  return count === null ? "unknown" : count === 0 ? "all" : count;
}
