import { describe, expect, it } from "vitest";
import type { Operation } from "../../../analyzer/model/operation.ts";
import bulkRead from "../../../rules/flow/api-bulk-read-all-fields.ts";
import logLeftOn from "../../../rules/flow/api-log-left-on.ts";
import inParameters from "../../../rules/flow/api-personal-data-in-parameters.ts";
import secretInLog from "../../../rules/flow/api-secret-in-log.ts";
import leavesClear from "../../../rules/flow/protected-field-leaves-clear.ts";
import { operation, store } from "../../analyzer/graph/model-factory.ts";
import { entity, field, PROVED } from "../tilleuls.ts";
import { findingsOf, staff } from "./ward.ts";

const ROTA = "itop:account/rota";
const read = (name: string, more: Partial<Operation> = {}): Operation =>
  operation(name, {
    account: ROTA,
    verb: "read",
    entities: ["Person"],
    selection: "all",
    bulk: true,
    fields: ["itop:Person.email", "itop:Person.name"],
    ...more,
  });

describe("flow/api-bulk-read-all-fields", () => {
  it("adds up the shapes of one account", () => {
    const found = findingsOf(bulkRead, { operations: [read("a"), read("b", { calls: 1, objects: 300 })] });
    expect(found.map(({ message }) => message)).toEqual([
      "rota reads all fields of Person in bulk: 13 calls, 340 records with email, name",
    ]);
  });

  it("counts every field where the answer was cut, and says at least", () => {
    const [found] = findingsOf(bulkRead, { operations: [read("a", { truncated: 1 })] }, {}, "minimal");
    expect(found).toMatchObject({ severity: "error", certainty: "at-least" });
    expect(found?.message).toContain("among them health_restrictions");
    expect(found?.message).not.toContain("login_hash");
  });

  it("does not count looking records up one by one, however often", () => {
    const lookups = read("a", { bulk: false, calls: 300, objects: 300 });
    expect(findingsOf(bulkRead, { operations: [lookups] })).toEqual([]);
  });

  it("takes kinds of accounts read in one call for one", () => {
    const user = entity("User", [], { role: "account" });
    const heirs = ["UserLDAP", "UserLocal"].map((name) =>
      entity(name, [], { role: "account", parent: "User" }),
    );
    const found = findingsOf(bulkRead, {
      entities: [staff, user, ...heirs],
      operations: [read("a", { entities: ["UserLDAP", "UserLocal"], fields: [] })],
    });
    expect(found.map(({ discriminator }) => discriminator)).toEqual(["itop:User"]);
  });
});

describe("flow/api-secret-in-log", () => {
  const secret = { where: "body", kind: "secret", calls: 7 } as const;

  it("never quotes the log: its place is a range", () => {
    const [found] = findingsOf(secretInLog, {
      operations: [
        operation("check", { account: ROTA, verb: "check-credentials", entities: [], parameters: [secret] }),
      ],
    });
    expect(found?.evidence.map(({ kind }) => kind)).toEqual(["log-range"]);
    expect(found?.message).toBe("Passwords stand in clear in 7 calls by which rota checks sign-ins");
  });

  it("counts a call with two secrets once", () => {
    const parameters = [secret, { ...secret, where: "key" as const, calls: 5 }];
    const [found] = findingsOf(secretInLog, {
      operations: [operation("new", { account: null, verb: "create", entities: ["UserLocal"], parameters })],
    });
    expect(found).toMatchObject({
      path: "itop",
      args: { calls: "7 calls", account: "A caller the log does not name" },
    });
  });
});

describe("flow/api-personal-data-in-parameters", () => {
  it("is more severe in comments, and one finding for each place and account", () => {
    const parameters = [
      { where: "key", kind: "email", calls: 3 },
      { where: "query", kind: "name", calls: 1 },
      { where: "comment", kind: "name", calls: 1 },
      { where: "body", kind: "identifier", calls: 9 },
    ] as const;
    const found = findingsOf(inParameters, { operations: [read("a", { parameters })] });
    expect(found.map(({ messageId, severity, message }) => [messageId, severity, message])).toEqual([
      ["comment", "error", "rota puts names into comments (1 call)"],
      ["found", "warning", "rota puts e-mail addresses and names into queries and search keys (3 calls)"],
    ]);
  });
});

describe("flow/protected-field-leaves-clear", () => {
  it("reports an encrypted field once for each account that reads it", () => {
    const fields = ["itop:Person.badge_pin", "itop:Person.login_hash"];
    const operations = [read("a", { fields }), read("b", { fields }), read("c", { fields, account: null })];
    const found = findingsOf(leavesClear, { operations });
    expect(found.map(({ path, discriminator }) => [path, discriminator])).toEqual([
      ["itop:Person.badge_pin", ""],
      ["itop:Person.badge_pin", ROTA],
    ]);
  });

  it("does not count calls that failed", () => {
    const failed = read("a", { fields: ["itop:Person.badge_pin"], calls: 2, failures: 2 });
    expect(findingsOf(leavesClear, { operations: [failed] })).toEqual([]);
  });

  it("tells a field that holds a secret from one that is encrypted", () => {
    const locker = entity("Locker", [field("code", { kind: "clear-secret", protection: "clear-secret" })]);
    const [found] = findingsOf(leavesClear, {
      entities: [locker],
      operations: [read("a", { entities: ["Locker"], fields: ["itop:Locker.code"] })],
    });
    expect(found?.message).toContain("Locker.code holds a password, token or key, and rota reads it");
  });
});

describe("flow/api-log-left-on", () => {
  const log = (state: "on" | "off" | "unknown", from: string, to: string) =>
    store("REST log", "api-log", {
      holds: { parts: ["payloads"], fields: [] },
      active: { state, setting: null, proof: PROVED },
      observed: { rows: 746, from, to, file: "logs/rest.json" },
    });

  it("is milder while its rows are those of an audit", () => {
    const found = (from: string) => findingsOf(logLeftOn, { stores: [log("on", from, "2026-08-20")] });
    expect(found("2026-03-01")).toMatchObject([{ severity: "warning" }]);
    expect(found("2026-03-01")[0]?.message).toContain("746 between 2026-03-01 and 2026-08-20");
    expect(found("2026-08-12")).toMatchObject([{ severity: "info" }]);
  });

  it("goes by the rows where no configuration tells, as long as they are recent", () => {
    expect(findingsOf(logLeftOn, { stores: [log("unknown", "2026-03-01", "2026-08-30")] })).toMatchObject([
      { messageId: "rows" },
    ]);
    expect(findingsOf(logLeftOn, { stores: [log("unknown", "2026-03-01", "2026-04-30")] })).toEqual([]);
  });
});
