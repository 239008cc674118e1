import { describe, expect, it } from "vitest";
import type { Account, Role } from "../../../analyzer/model/access.ts";
import type { Operation } from "../../../analyzer/model/operation.ts";
import rule from "../../../rules/access/api-account-over-privileged.ts";
import { runRules } from "../../../rules/engine/run.ts";
import { at, entity, person, snapshot, system } from "../tilleuls.ts";
import { account, grant, role } from "./nordhafen-rights.ts";

const LOG = "logs/EventRestService.json";

function operation(parts: Partial<Operation>): Operation {
  return {
    path: "itop:operation/ws-phonebook read",
    account: "itop:account/ws-phonebook",
    verb: "read",
    entities: ["Person"],
    selection: "named",
    fields: [],
    bulk: false,
    calls: 3,
    failures: 0,
    objects: 3,
    parameters: [],
    from: null,
    to: null,
    truncated: 0,
    unreadable: 0,
    location: at(1, LOG),
    ...parts,
  };
}

interface Given {
  readonly accounts: readonly Account[];
  readonly roles?: readonly Role[];
  readonly operations?: readonly Operation[];
  readonly days?: number;
}

function findings({ accounts, roles = [], operations = [], days }: Given) {
  const to = `2026-03-${String((days ?? 0) + 1).padStart(2, "0")}T00:00:00`;
  const window = {
    channel: "rest",
    from: "2026-03-01T00:00:00",
    to,
    rows: 9,
    truncatedRows: 0,
    unreadableRows: 0,
    file: LOG,
  } as const;
  const entities = [person(), entity("Docker", [], { parent: "Person", role: "subject" })];
  const inputs = ["accounts", "model", "rights"] as const;
  const observations = days === undefined ? [] : [window];
  const harbour = snapshot({
    systems: [system(entities, { accounts, roles, operations, observations, inputs })],
  });
  return runRules(harbour, { rules: [rule], preset: "recommended" }).findings;
}

const API = { apiAccess: true } as const;
const ADMINISTRATOR = role("Administrator", [], "admin");
const PHONE_BOOK = role("Phone book", [
  grant("Person", "read"),
  grant("Person", "write"),
  grant("Person", "bulk-read"),
]);

describe("access/api-account-over-privileged", () => {
  it("reports an administrator with access to the interface, and one without never", () => {
    const given = { roles: [ADMINISTRATOR] };
    expect(findings({ ...given, accounts: [account("ws-legacy", ["Administrator"], API)] })).toMatchObject([
      { messageId: "admin", severity: "error" },
    ]);
    expect(findings({ ...given, accounts: [account("root", ["Administrator"])] })).toEqual([]);
  });

  it("offers what was seen as the measure of a better role", () => {
    const accounts = [account("ws-phonebook", ["Administrator"], API)];
    const operations = [operation({}), operation({ verb: "update", entities: ["Team"] })];
    const [found] = findings({ accounts, roles: [ADMINISTRATOR], operations });
    expect(found?.fix).toContain("read Person, update Team");
  });

  it("reports rights on people the log does not show in use, one step milder", () => {
    const accounts = [account("ws-phonebook", ["Phone book"], API)];
    const [found] = findings({
      accounts,
      roles: [PHONE_BOOK],
      operations: [operation({ objects: 1 })],
      days: 30,
    });
    expect(found).toMatchObject({
      messageId: "unused",
      severity: "warning",
      args: { rights: ["read in bulk Person", "change Person"], days: 30 },
    });
  });

  it("takes several objects in one shape, and calls on a subclass, for use of the right", () => {
    const accounts = [account("ws-phonebook", ["Phone book"], API)];
    const operations = [operation({ objects: 40 }), operation({ verb: "update", entities: ["Docker"] })];
    expect(findings({ accounts, roles: [PHONE_BOOK], operations, days: 30 })).toEqual([]);
  });

  it("says nothing of unused rights in a log that is shorter than the window, or absent", () => {
    const accounts = [account("ws-phonebook", ["Phone book"], API)];
    expect(findings({ accounts, roles: [PHONE_BOOK], days: 29 })).toEqual([]);
    expect(findings({ accounts, roles: [PHONE_BOOK] })).toEqual([]);
  });

  it("reports a person's account, unless the interface is open to every account", () => {
    const human = account("person-1", [], { ...API, kind: "human" });
    const other = account("person-2", [], { kind: "human" });
    expect(findings({ accounts: [human, other] })).toMatchObject([{ messageId: "person" }]);
    expect(findings({ accounts: [human, { ...other, apiAccess: true }] })).toEqual([]);
  });
});
