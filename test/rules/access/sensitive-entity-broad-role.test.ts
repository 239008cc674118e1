import { describe, expect, it } from "vitest";
import type { Account, Role } from "../../../analyzer/model/access.ts";
import type { Field } from "../../../analyzer/model/field.ts";
import rule from "../../../rules/access/sensitive-entity-broad-role.ts";
import { runRules } from "../../../rules/engine/run.ts";
import { entity, field, HEALTH, SECRET, snapshot, system, verdict } from "../tilleuls.ts";
import { account, grant, role } from "./nordhafen-rights.ts";

interface Given {
  readonly name?: string;
  readonly parts?: Partial<Field>;
  readonly judged?: typeof HEALTH;
  readonly accounts?: readonly Account[];
}

function findings(roles: readonly Role[], given: Given = {}) {
  const { name = "HealthCase", parts = {}, judged = HEALTH, accounts = [] } = given;
  const file = entity(name, [field("diagnosis", parts)], { role: name === "Person" ? "subject" : "other" });
  const harbour = snapshot({
    systems: [system([file], { roles, accounts, inputs: ["model", "rights"] })],
    verdicts: { [`itop:${name}.diagnosis`]: judged },
  });
  return runRules(harbour, { rules: [rule], preset: "recommended" }).findings;
}

const reader = (name: string, entityName = "HealthCase") => role(name, [grant(entityName, "read")]);

describe("access/sensitive-entity-broad-role", () => {
  it("lets a named role pass that few accounts hold", () => {
    expect(findings([reader("Physician")], { accounts: [account("ada", ["Physician"])] })).toEqual([]);
  });

  it("reports a role that more than the share of all accounts holds, once there are enough of them", () => {
    const staff = Array.from({ length: 12 }, (_, index) =>
      account(`staff-${index}`, index < 4 ? ["Physician"] : ["Crane"]),
    );
    expect(findings([reader("Physician")], { accounts: staff })).toMatchObject([{ messageId: "found" }]);
    expect(findings([reader("Physician")], { accounts: staff.slice(0, 9) })).toEqual([]);
  });

  it("reports end users, and never administrators", () => {
    expect(findings([role("Portal", [grant("HealthCase", "read")], "end-user")])).toHaveLength(1);
    expect(findings([role("Administrator", [grant("HealthCase", "read", "*")], "admin")])).toEqual([]);
  });

  it("names every reader of the general person record once there are more than two", () => {
    const readers = ["Crane", "Gate", "Canteen"].map((name) => reader(name, "Person"));
    expect(findings(readers.slice(1), { name: "Person" })).toEqual([]);
    expect(findings(readers, { name: "Person" })).toMatchObject([
      { messageId: "no-field-rights", args: { roles: ["Crane", "Gate", "Canteen"] } },
    ]);
  });

  it("leaves out what is hashed, and counts what is encrypted: readers see it decrypted", () => {
    const portal = [role("Portal", [grant("HealthCase", "read")], "end-user")];
    expect(findings(portal, { parts: { protection: "hashed" } })).toEqual([]);
    expect(findings(portal, { parts: { protection: "encrypted" } })).toHaveLength(1);
  });

  it("rests on Article 9 only where special data are concerned", () => {
    const portal = [role("Portal", [grant("HealthCase", "read")], "end-user")];
    expect(findings(portal)[0]?.articles).toContain("Art. 9");
    expect(findings(portal, { judged: SECRET })[0]?.articles).not.toContain("Art. 9");
  });

  it("does not act on ordinary or uncertain data", () => {
    const portal = [role("Portal", [grant("HealthCase", "read")], "end-user")];
    expect(findings(portal, { judged: verdict({ category: "job" }) })).toEqual([]);
    expect(findings(portal, { judged: { ...HEALTH, confidence: 0.6 } })).toEqual([]);
  });
});
