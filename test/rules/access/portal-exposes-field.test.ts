import { describe, expect, it } from "vitest";
import type { View } from "../../../analyzer/model/access.ts";
import { reachOf } from "../../../rules/access/portal-reach.ts";
import rule from "../../../rules/access/portal-exposes-field.ts";
import { runRules } from "../../../rules/engine/run.ts";
import { field, HEALTH, person, PROVED, SECRET, snapshot, system, verdict } from "../tilleuls.ts";

const PERSON = person(
  field("health_note", { kind: "text" }),
  field("door_pin"),
  field("phone", { kind: "phone" }),
  field("notes", { kind: "log", labels: { fr: "Journal privé" } }),
);

function findings(
  fields: readonly string[],
  parts: Partial<View> = {},
  options: Record<string, readonly string[]> = {},
) {
  const view: View = {
    path: "itop:view/portal/colleague",
    name: "colleague",
    audience: "end-user",
    entity: "Person",
    fields: fields.map((name) => ({ field: `itop:Person.${name}`, shown: "read-only" })),
    scope: "SELECT Person WHERE org_id = :current_contact->org_id",
    proof: PROVED,
    ...parts,
  };
  const clinic = snapshot({
    systems: [system([PERSON], { views: [view], inputs: ["forms", "model"] })],
    verdicts: {
      "itop:Person.health_note": HEALTH,
      "itop:Person.door_pin": SECRET,
      "itop:Person.phone": verdict({ category: "phone" }),
    },
  });
  const overrides = { options: { [rule.meta.id]: options } };
  return runRules(clinic, { rules: [rule], preset: "recommended", overrides }).findings;
}

const OWN = { scope: "SELECT Person WHERE id = :current_contact_id" };

describe("access/portal-exposes-field", () => {
  it("lets viewers see sensitive data of their own, but no secret", () => {
    expect(findings(["health_note", "door_pin"], OWN)).toMatchObject([
      { messageId: "sensitive", args: { fields: ["door_pin"] } },
    ]);
  });

  it("reports sensitive data of one's own when own records are not allowed either", () => {
    expect(findings(["health_note"], OWN, { allow: [] })).toMatchObject([{ messageId: "sensitive" }]);
  });

  it("lets colleagues see a work telephone, unless work contact is not allowed or nothing limits the rows", () => {
    expect(findings(["phone"])).toEqual([]);
    expect(findings(["phone"], {}, { allow: ["own-record"] })).toMatchObject([{ messageId: "other-people" }]);
    expect(findings(["phone"], { scope: null })).toMatchObject([{ messageId: "other-people" }]);
  });

  it("knows a private log by its label, also on one's own record", () => {
    expect(findings(["notes"], OWN)).toMatchObject([{ messageId: "internal-note" }]);
  });

  it("is silent on screens of staff and on hidden fields", () => {
    expect(findings(["health_note"], { audience: "internal" })).toEqual([]);
    const hidden = [{ field: "itop:Person.health_note", shown: "hidden" }] as const;
    expect(findings([], { fields: hidden })).toEqual([]);
  });
});

describe("the reach of a query", () => {
  it.each([
    [null, "anyone"],
    ["SELECT Person", "anyone"],
    ["SELECT Person WHERE id = :current_contact->id", "own"],
    ["SELECT Ticket WHERE org_id = :current_contact->org_id", "bound"],
    ["SELECT Ticket WHERE caller_id = :current_contact_id UNION SELECT Ticket", "anyone"],
    [
      "SELECT Ticket WHERE caller_id = :current_contact_id UNION SELECT Ticket WHERE org_id = :current_contact->org_id",
      "bound",
    ],
  ])("of %s is %s", (scope, reach) => {
    expect(reachOf(scope)).toBe(reach);
  });
});
