import { describe, expect, it } from "vitest";
import type { Account, Role } from "../../../analyzer/model/access.ts";
import type { DeletionPolicy, Movement } from "../../../analyzer/model/movement.ts";
import accountUnrestricted from "../../../rules/flow/sync-account-unrestricted.ts";
import conflictingMasters from "../../../rules/flow/sync-conflicting-masters.ts";
import deletionIgnored from "../../../rules/flow/sync-deletion-ignored.ts";
import deletionNeverFires from "../../../rules/flow/sync-deletion-never-fires.ts";
import leftAtDefaults from "../../../rules/flow/sync-left-at-defaults.ts";
import { mapped, movement } from "../../analyzer/graph/model-factory.ts";
import { entity, field, PROVED } from "../tilleuls.ts";
import { findingsOf, request, staff } from "./ward.ts";

const source = (name: string, more: Partial<Movement> = {}): Movement =>
  movement(name, {
    status: "production",
    from: { kind: "party", ref: "itop:party/HR" },
    to: { kind: "entity", ref: "itop:Person" },
    map: [mapped("itop:Person.mobile_phone", 3)],
    ...more,
  });
const deletion = (policy: DeletionPolicy["policy"], more: Partial<DeletionPolicy> = {}): DeletionPolicy => ({
  policy,
  retentionDays: null,
  canFire: "yes",
  why: "as configured",
  ...more,
});

describe("flow/sync-left-at-defaults", () => {
  const generated = source("HR feed", {
    defaults: "untouched",
    map: staff.fields.map(({ path }, line) => mapped(path, line)),
  });

  it("counts the fields and names the special ones", () => {
    const [found] = findingsOf(leftAtDefaults, { movements: [generated] }, { minFields: 3 });
    expect(found?.message).toBe(
      "HR feed writes 6 of the 6 fields of Person, 4 of them personal, among them health_restrictions",
    );
    expect(found?.evidence[0]?.text).toBe("writes health_restrictions (health)");
  });

  it("is silent where different policies were chosen", () => {
    const map = generated.map.map((each, at) => (at === 0 ? { ...each, policy: "if-empty" as const } : each));
    const edited = { ...generated, defaults: "edited" as const, map };
    expect(findingsOf(leftAtDefaults, { movements: [edited] }, { minFields: 3 })).toEqual([]);
  });
});

describe("flow/sync-conflicting-masters", () => {
  it("is silent on exports: they master nothing, however many give out the same field", () => {
    const to = { kind: "party", ref: "itop:party/Users of the query phrasebook" } as const;
    const from = { kind: "entity", ref: "itop:Person" } as const;
    const exports = ["Staff", "Ward"].map((name) => source(name, { kind: "export", from, to }));
    expect(findingsOf(conflictingMasters, { movements: [source("HR feed"), ...exports] })).toEqual([]);
  });

  it("sees through inheritance: a source of contacts and one of persons meet", () => {
    const phone = field("mobile_phone", { declaredIn: "Contact" });
    const contact = entity("Contact", [phone], { role: "subject" });
    const heir = entity("Person", [phone], { role: "subject", parent: "Contact" });
    const sibling = entity("Team", [phone], { role: "subject", parent: "Contact" });
    const into = (name: string, target: string) =>
      source(name, {
        to: { kind: "entity", ref: `itop:${target}` },
        map: [mapped(`itop:${target}.mobile_phone`, 1)],
      });
    const personal = {
      personal: "yes",
      category: "phone",
      dpv: null,
      special: null,
      sensitivity: "ordinary",
      subject: "holder",
      confidence: 0.9,
      evidence: [],
      decision: null,
    } as const;
    const verdicts = { "itop:Contact.mobile_phone": personal, "itop:Team.mobile_phone": personal };
    const entities = [contact, heir, sibling];
    const found = (...movements: readonly Movement[]) =>
      findingsOf(conflictingMasters, { entities, movements, verdicts });
    expect(found(into("A", "Contact"), into("B", "Person"))).toMatchObject([{ path: "itop:sync/A" }]);
    expect(found(into("A", "Team"), into("B", "Person"))).toEqual([]);
  });

  it("makes one finding of a pair, however many fields they share", () => {
    const map = [mapped("itop:Person.name", 1), mapped("itop:Person.mobile_phone", 2)];
    const found = findingsOf(conflictingMasters, { movements: [source("A", { map }), source("B", { map })] });
    expect(found).toMatchObject([{ args: { fields: ["name", "mobile_phone"] }, severity: "warning" }]);
  });
});

describe("flow/sync-deletion-ignored", () => {
  const ignoring = source("HR feed", { deletion: deletion("ignore") });

  it("is an error, and milder where such records are erased anyway", () => {
    expect(findingsOf(deletionIgnored, { movements: [ignoring] })).toMatchObject([{ severity: "error" }]);
    const anonymiser = {
      path: "itop:erasure/Anonymiser",
      name: "Anonymiser",
      kind: "anonymise" as const,
      installed: "yes" as const,
      automatic: true,
      delayDays: 365,
      reaches: ["itop:Person.name"],
      proof: PROVED,
    };
    expect(findingsOf(deletionIgnored, { movements: [ignoring], erasure: [anonymiser] })).toMatchObject([
      { severity: "warning" },
    ]);
  });

  it("says nothing of a policy that is not known", () => {
    const unknown = source("HR feed", { deletion: deletion("unknown", { canFire: "unknown" }) });
    expect(findingsOf(deletionIgnored, { movements: [unknown] })).toEqual([]);
  });
});

describe("flow/sync-deletion-never-fires", () => {
  const dead = deletion("delete", { canFire: "no", why: "the full-load period is 0" });

  it("is an error while the source runs, a warning once it is retired", () => {
    const found = (status: Movement["status"]) =>
      findingsOf(deletionNeverFires, { movements: [source("HR feed", { status, deletion: dead })] });
    expect(found("production")).toMatchObject([{ severity: "error" }]);
    expect(found("production")[0]?.fix).toContain("full-load period");
    expect(found("obsolete")).toMatchObject([{ severity: "warning" }]);
    expect(found("obsolete")[0]?.fix).toContain("Erase what it brought in");
  });

  it("asks only where the period is known to be 0", () => {
    const open = deletion("delete", { canFire: "unknown", why: "how it is run is not known" });
    const found = (fullLoadDays: number | null) =>
      findingsOf(deletionNeverFires, {
        movements: [source("HR feed", { deletion: open, schedule: { fullLoadDays, runner: "unknown" } })],
      });
    expect(found(0)).toMatchObject([{ messageId: "runner-unknown", severity: "warning" }]);
    expect(found(null)).toEqual([]);
  });
});

describe("flow/sync-account-unrestricted", () => {
  const role: Role = {
    path: "itop:role/Import",
    name: "Import",
    audience: "internal",
    grants: ["Person", "UserRequest"].map((name) => ({
      entity: name,
      operation: "bulk-write",
      effect: "allow",
      through: "group All",
    })),
    proof: PROVED,
  };
  const account: Account = {
    path: "itop:account/svc-sync",
    kind: "technical",
    roles: [role.path],
    apiAccess: true,
    orgScope: "all",
    status: "enabled",
    person: "none",
    proof: PROVED,
  };
  const run = (more: Partial<Movement>, held: Role = role) =>
    findingsOf(accountUnrestricted, {
      entities: [staff, request],
      movements: [source("HR feed", more)],
      accounts: [account],
      roles: [held],
    });

  it("counts what the account may write beside the target", () => {
    expect(run({ account: account.path })).toMatchObject([
      { messageId: "privileged", args: { rights: "it may write another entity in bulk" } },
    ]);
    const narrow = { ...role, grants: role.grants.filter(({ entity: name }) => name === "Person") };
    expect(run({ account: account.path }, narrow)).toEqual([]);
  });

  it("is information for a source in test", () => {
    expect(run({ account: null, status: "test" })).toMatchObject([
      { messageId: "unbound", severity: "info" },
    ]);
  });

  it("is silent where the export does not tell who runs it", () => {
    expect(run({})).toEqual([]);
  });
});
