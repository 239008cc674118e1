import { describe, expect, it } from "vitest";
import type { Account } from "../../../../analyzer/model/access.ts";
import {
  accountIdentity,
  accountPaths,
  readAccounts,
} from "../../../../analyzer/systems/itop/rights/accounts.ts";
import { definitionFields } from "../../../../analyzer/systems/itop/exports/export-values.ts";
import type { ExportData, RestLogData } from "../../../../analyzer/systems/itop/fragments.ts";
import { RestLogFolder } from "../../../../analyzer/systems/itop/rest/rest-log.ts";

const location = { file: "users.json", line: 1, column: 1, endLine: 1, endColumn: 9 };
const rest = { profileid: "1024", profile: "REST Services User" };

function exported(className: string, id: string, fields: Readonly<Record<string, unknown>>): ExportData {
  return { class: className, id, fields: definitionFields(className, fields), location };
}

function user(login: string, given: Readonly<Record<string, unknown>> = {}): ExportData {
  return exported(String(given["finalclass"] ?? "UserLocal"), String(given["id"] ?? "7"), {
    login,
    contactid: "40",
    status: "enabled",
    profile_list: [],
    allowed_org_list: [],
    ...given,
  });
}

function read(exports: readonly ExportData[], secureRestServices = true): readonly Account[] {
  return readAccounts(exports, [], { system: "itop", secureRestServices }).accounts;
}

function log(userinfo: string): RestLogData {
  const folder = new RestLogFolder("log.json");
  folder.add(
    { userinfo, operation: "core/get", code: "0", json_input: '{"class":"Person","key":1}' },
    location,
  );
  return folder.finish().data as RestLogData;
}

describe("naming accounts", () => {
  it.each([
    ["ws-ward", "technical"],
    ["svc_payroll", "technical"],
    ["Ward.API", "technical"],
    ["admin", "unknown"],
  ])("keeps the login %s, kind %s", (login, kind) => {
    expect(accountIdentity(login, "linked", "UserLocal")).toMatchObject({ account: login, kind });
  });

  it.each([
    ["ingrid.haugland", "linked", "UserLocal"],
    ["ingrid.haugland", "none", "UserLocal"],
    ["ihauglan", "none", "UserLDAP"],
    ["wsolheim", "linked", "UserLocal"],
    ["ingrid@ward.services", "linked", "UserLocal"],
    ["SERVICE\\ingrid", "linked", "UserLocal"],
    ["ws <ingrid, room 4>", "none", "UserLocal"],
  ] as const)("gives %s (contact %s, %s) a pseudonym", (login, contact, userClass) => {
    const { account, kind } = accountIdentity(login, contact, userClass);
    expect(account).toMatch(/^person-[0-9a-f]{8}$/);
    expect(kind).toBe("human");
  });

  it("takes a local account without a contact or a person's name for a technical one", () => {
    expect(accountIdentity("intranet", "none", "UserLocal")).toMatchObject({
      account: "intranet",
      kind: "technical",
    });
  });

  it("does not tell logins apart by case, and leaves pseudonyms alone", () => {
    const { account } = accountIdentity("Ingrid.Haugland");
    expect(accountIdentity("ingrid.haugland").account).toBe(account);
    expect(accountIdentity(account).account).toBe(account);
  });
});

describe("accounts", () => {
  it("carry roles, interface access, organisations, status and person", () => {
    const profile_list = [rest, { profileid: "1", profile: "Administrator" }];
    const allowed_org_list = [{ allowed_org_id: "3" }, { allowed_org_id: "4" }];
    expect(read([user("ws-ward", { profile_list, allowed_org_list, contactid: "0" })])).toMatchObject([
      {
        path: "itop:account/ws-ward",
        kind: "technical",
        roles: ["itop:role/Administrator", "itop:role/REST Services User"],
        apiAccess: true,
        orgScope: 2,
        status: "enabled",
        person: "none",
      },
    ]);
  });

  it("may all use the interface when it is open to every account", () => {
    expect(read([user("sd.lead")])[0]?.apiAccess).toBe(false);
    expect(read([user("sd.lead")], false)[0]?.apiAccess).toBe(true);
  });

  it.each([
    [{ contactid: "0" }, "none"],
    [{ contactid_obsolescence_flag: "yes" }, "inactive"],
    [{ contactid_obsolescence_flag: "no" }, "active"],
    [{ contactid_obsolescence_flag: "" }, "unknown"],
  ])("with %o have a person that is %s", (given, person) => {
    expect(read([user("sd.lead", given)])[0]?.person).toBe(person);
  });

  it("exported in JSON and CSV are one, with the facts of both", () => {
    const exports = [
      user("ws-ward", { contactid_obsolescence_flag: "" }),
      user("ws-ward", { contactid_obsolescence_flag: "no" }),
    ];
    expect(read(exports).map((each) => each.person)).toEqual(["active"]);
  });

  it("take profiles and organisations from links when these are exported on their own", () => {
    const exports = [
      user("ws-ward", { profile_list: undefined, allowed_org_list: undefined }),
      exported("URP_UserProfile", "1", { userid: "7", ...rest }),
      exported("URP_UserOrg", "1", { userid: "7", allowed_org_id: "3" }),
    ];
    expect(read(exports)).toMatchObject([{ roles: ["itop:role/REST Services User"], orgScope: 1 }]);
  });

  it("in CSV find profile names by id", () => {
    const exports = [
      user("sd.lead", { profile_list: "'profileid:4';'reason:'|'profileid:1024';'reason:x'" }),
      exported("URP_Profiles", "4", { name: "Service Desk Agent" }),
    ];
    expect(read(exports)[0]?.roles).toEqual(["itop:role/REST Services User", "itop:role/Service Desk Agent"]);
  });

  it("without any profile rows are reported as incomplete", () => {
    const exports = [user("sd.lead", { profile_list: undefined })];
    const { problems } = readAccounts(exports, [], { system: "itop", secureRestServices: true });
    expect(problems.map((each) => each.kind)).toEqual(["incomplete-export"]);
  });
});

describe("accounts of a log", () => {
  it("are the exported ones, whatever the log could tell of them", () => {
    const exports = [user("intranet", { contactid: "0" })];
    const { accounts } = readAccounts(exports, [log("intranet")], {
      system: "itop",
      secureRestServices: true,
    });
    expect(accounts.map((each) => each.path)).toEqual(["itop:account/intranet"]);
  });

  it("that no export names are added with unknown facts", () => {
    const { accounts } = readAccounts([], [log("ws-ward")], { system: "itop", secureRestServices: true });
    expect(accounts).toMatchObject([
      { path: "itop:account/ws-ward", kind: "technical", apiAccess: true, status: "unknown", roles: [] },
    ]);
  });

  it("without a name are nobody's", () => {
    expect(accountPaths([], "itop").ofLog("")).toBeNull();
  });
});
