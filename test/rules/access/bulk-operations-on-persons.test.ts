import { describe, expect, it } from "vitest";
import type { Account, Role } from "../../../analyzer/model/access.ts";
import type { Entity } from "../../../analyzer/model/entity.ts";
import rule from "../../../rules/access/bulk-operations-on-persons.ts";
import { runRules } from "../../../rules/engine/run.ts";
import { entity, field, person, snapshot, system } from "../tilleuls.ts";
import { account, grant, role } from "./nordhafen-rights.ts";

const CONTACT = entity("Contact", [], { role: "subject", abstract: true });

function findings(
  roles: readonly Role[],
  accounts: readonly Account[] = [],
  entities: readonly Entity[] = [person()],
) {
  const parts = { roles, accounts, inputs: ["model", "rights"] as const };
  const harbour = snapshot({ systems: [system(entities, parts)] });
  return runRules(harbour, { rules: [rule], preset: "recommended" }).findings;
}

const bulkReaders = (...names: readonly string[]) =>
  names.map((name) => role(name, [grant("Person", "bulk-read")]));

describe("access/bulk-operations-on-persons", () => {
  it("lets as many named roles pass as the option allows", () => {
    expect(findings(bulkReaders("Data steward", "Payroll"))).toEqual([]);
    expect(findings(bulkReaders("Data steward", "Payroll", "Canteen"))).toMatchObject([
      { path: "itop:Person" },
    ]);
  });

  it("reports a single role that gets people by a wildcard", () => {
    const desk = role("Service desk", [grant("Person", "bulk-read", "* (every business class)")]);
    expect(findings([desk])).toMatchObject([{ severity: "warning", discriminator: "bulk-read" }]);
  });

  it("is one step more severe when portal users may", () => {
    expect(findings([role("Portal", [grant("Person", "bulk-read")], "end-user")])).toMatchObject([
      { severity: "error" },
    ]);
  });

  it("does not take a denial for a grant", () => {
    const denied = ["Canteen", "Gate", "Crane"].map((name) =>
      role(name, [{ ...grant("Person", "bulk-read"), effect: "deny" }]),
    );
    expect(findings(denied)).toEqual([]);
  });

  it("counts the enabled accounts that hold one of the roles, each once", () => {
    const accounts = [
      account("ada", ["Data steward", "Payroll"]),
      account("bo", ["Canteen"]),
      account("gone", ["Canteen"], { status: "disabled" }),
    ];
    const [found] = findings(bulkReaders("Data steward", "Payroll", "Canteen"), accounts);
    expect(found?.message).toContain("held by 2 accounts");
  });

  it("makes one finding of entities that the same roles reach, and none of abstract ones", () => {
    const guest = entity("Guest", [field("name")], { role: "subject" });
    const reach = ["Gate", "Canteen", "Crane"].map((name) =>
      role(
        name,
        ["Contact", "Guest", "Person"].map((each) => grant(each, "bulk-read")),
      ),
    );
    const found = findings(reach, [], [CONTACT, guest, person()]);
    expect(found).toMatchObject([{ path: "itop:Guest", args: { entities: ["Guest", "Person"] } }]);
  });
});
