import { describe, expect, it } from "vitest";
import type { Movement } from "../../../analyzer/model/movement.ts";
import type { System } from "../../../analyzer/model/system.ts";
import type { Verdict } from "../../../analyzer/model/verdict.ts";
import cleartext from "../../../rules/flow/cleartext-transport.ts";
import accountUnrestricted from "../../../rules/flow/sync-account-unrestricted.ts";
import conflictingMasters from "../../../rules/flow/sync-conflicting-masters.ts";
import deletionIgnored from "../../../rules/flow/sync-deletion-ignored.ts";
import deletionNeverFires from "../../../rules/flow/sync-deletion-never-fires.ts";
import leftAtDefaults from "../../../rules/flow/sync-left-at-defaults.ts";
import type { Rule } from "../../../rules/kit/define-rule.ts";
import { feed } from "../estate-parts.ts";
import { entity, field, PROVED, reference, verdict } from "../tilleuls.ts";
import { findingsOf } from "./ward.ts";

const pump = entity(
  "InfusionPump",
  [
    field("serial"),
    field("ward"),
    reference("team_id", "Team"),
    field("contacts_list", { kind: "back-reference", target: "lnkContactToFunctionalCI" }),
  ],
  { role: "configuration-item" },
);
const link = verdict({ personal: "person-link", category: "other-personal" });
const VERDICTS: Readonly<Record<string, Verdict>> = {
  "itop:InfusionPump.serial": verdict({ personal: "no", category: "none" }),
  "itop:InfusionPump.ward": verdict({ personal: "no", category: "none" }),
  "itop:InfusionPump.team_id": { ...link, category: "org-unit" },
  "itop:InfusionPump.contacts_list": link,
};

const inventory = (fields: readonly string[], more: Partial<Movement> = {}): Movement => {
  const movement = feed("Pump inventory", fields, {
    to: { kind: "entity", ref: pump.path },
    account: null,
    ...more,
  });
  const map = movement.map.map((each) => ({
    ...each,
    to: each.to?.replace("Person", "InfusionPump") ?? null,
  }));
  return { ...movement, map };
};

function found(rule: Rule, movement: Movement, options = {}, parts: Partial<System> = {}) {
  const desk = { entities: [pump], verdicts: VERDICTS, movements: [movement], ...parts };
  return findingsOf(rule, desk, options).map(({ messageId, severity, message }) => ({
    messageId,
    severity,
    message,
  }));
}

describe("a source of devices", () => {
  const ties = inventory(["serial", "contacts_list"]);
  const plain = inventory(["serial", "ward", "team_id"]);

  it("is about people when it says whose a device is, and is then to have an account of its own", () => {
    expect(found(accountUnrestricted, ties)).toMatchObject([{ messageId: "unbound" }]);
    expect(found(accountUnrestricted, plain)).toEqual([]);
  });

  it("is not about people when the contacts of a device are left out of the mapping", () => {
    const off = {
      ...ties,
      map: ties.map.map((each) => ({ ...each, update: each.to?.endsWith("serial") === true })),
    };
    expect(found(accountUnrestricted, off)).toEqual([]);
  });

  it("is held to the deletion it promises, since the tie goes with the device", () => {
    const deletion = {
      policy: "delete",
      retentionDays: null,
      canFire: "no",
      why: "the period is 0",
    } as const;
    expect(found(deletionNeverFires, { ...ties, deletion })).toMatchObject([{ messageId: "found" }]);
    expect(found(deletionNeverFires, { ...plain, deletion })).toEqual([]);
  });

  it("does not keep people who left, as a source of people does", () => {
    expect(found(deletionIgnored, ties)).toEqual([]);
  });

  it("carries people over the network by their names", () => {
    const transport = { scheme: "http", tls: "none", evidence: "setting", proof: PROVED } as const;
    expect(found(cleartext, { ...ties, transport })).toMatchObject([{ messageId: "none" }]);
    expect(found(cleartext, { ...plain, transport })).toEqual([]);
  });

  it("left at its defaults is reported one step milder when it only ties devices to people", () => {
    const all = inventory(["serial", "ward", "team_id", "contacts_list"], { defaults: "untouched" });
    expect(found(leftAtDefaults, all, { minFields: 3 })).toEqual([
      {
        messageId: "found",
        severity: "warning",
        message:
          "Pump inventory writes 3 of the 3 fields of InfusionPump, and through contacts_list ties the record to people",
      },
    ]);
    expect(found(leftAtDefaults, { ...plain, defaults: "untouched" }, { minFields: 3 })).toEqual([]);
  });

  it("is no master of a person's field", () => {
    const other = { ...ties, path: "itop:sync/Other inventory", name: "Other inventory" };
    expect(found(conflictingMasters, ties, {}, { movements: [ties, other] })).toEqual([]);
  });
});
