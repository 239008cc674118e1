import { describe, expect, it } from "vitest";
import type { System } from "../../../analyzer/model/system.ts";
import type { Entity } from "../../../analyzer/model/entity.ts";
import caseLogs from "../../../rules/rights/case-log-not-reached.ts";
import fields from "../../../rules/rights/field-not-reached.ts";
import history from "../../../rules/rights/history-not-reached.ts";
import stores from "../../../rules/rights/store-not-reached.ts";
import { findingsOf, keptDays, procedure, store } from "../estate-parts.ts";
import { entity, field, person, reference, snapshot, system, verdict } from "../tilleuls.ts";

const PHONE = verdict({ category: "phone" });

function clinic(entities: readonly Entity[], parts: Partial<System>) {
  const paths = entities.flatMap((each) => each.fields.map(({ path }) => path));
  return snapshot({
    systems: [system(entities, { inputs: ["model", "config"], ...parts })],
    verdicts: Object.fromEntries(paths.map((path) => [path, PHONE])),
  });
}

describe("rights/field-not-reached", () => {
  const anonymizer = procedure("Anonymizer", { reaches: ["itop:Person.phone"] });

  it("takes an inherited definition for reached when it is reached on any heir", () => {
    const contact = entity("Contact", [field("phone")], { role: "subject", abstract: true });
    const heir = { ...person(field("phone", { declaredIn: "Contact" })), parent: "Contact" };
    expect(findingsOf(fields, clinic([contact, heir], { erasure: [anonymizer] }))).toEqual([]);
  });

  it("gathers what a subclass adds in one finding, at the first of its fields", () => {
    const locum = entity("Locum", [field("private_phone"), field("pager")], {
      parent: "Person",
      role: "subject",
    });
    const found = findingsOf(fields, clinic([person(field("phone")), locum], { erasure: [anonymizer] }));
    expect(found).toMatchObject([
      { path: "itop:Locum", messageId: "subclass", discriminator: anonymizer.path },
    ]);
  });

  it("leaves records of their own alone, however they refer to people", () => {
    const ticket = entity(
      "Ticket",
      [reference("caller_id", "Person", { nullable: false }), field("callback")],
      {
        role: "ticket",
      },
    );
    expect(findingsOf(fields, clinic([person(field("phone")), ticket], { erasure: [anonymizer] }))).toEqual(
      [],
    );
  });

  it("judges no procedure that is absent, deletes, or does not say what it reaches", () => {
    const silent = [
      procedure("Anonymizer", { installed: "unknown" }),
      procedure("Deletion", { kind: "delete" }),
      procedure("Vendor's tool", { reaches: "unknown" }),
    ];
    expect(findingsOf(fields, clinic([person(field("phone"))], { erasure: silent }))).toEqual([]);
  });
});

describe("rights/case-log-not-reached", () => {
  const log = field("log", { kind: "log", freeText: "log" });
  const ticket = entity("Ticket", [log], { role: "ticket" });

  it("counts logs where they are declared, not again on every heir", () => {
    const incident = entity("Incident", [{ ...log, declaredIn: "Ticket" }], {
      parent: "Ticket",
      role: "ticket",
    });
    const [found] = findingsOf(caseLogs, clinic([ticket, incident], {}));
    expect(found?.message).toBe("1 log field keeps a person's name and words after erasure (Ticket.log)");
  });

  it("is silent where a procedure reaches the field or the store of its entries", () => {
    const entries = store("Ticket.log", {
      kind: "case-log",
      holds: { parts: [], fields: ["itop:Ticket.log"] },
    });
    for (const reaches of [["itop:Ticket.log"], [entries.path]]) {
      const parts = { stores: [entries], erasure: [procedure("Redaction", { reaches })] };
      expect(findingsOf(caseLogs, clinic([ticket], parts))).toEqual([]);
    }
  });
});

describe("rights/history-not-reached", () => {
  const traces = store("Deletion traces", { kind: "history", of: ["Person"], subjectKey: "name" });
  const values = store("Former values", {
    kind: "history",
    of: ["Person"],
    holds: { parts: ["old-values"], fields: [] },
  });

  it("leaves deletion traces aside where people are pseudonymised first", () => {
    const pseudonymises = { stores: [traces, values], erasure: [procedure("Anonymizer")] };
    expect(findingsOf(history, clinic([person()], pseudonymises)).map(({ path }) => path)).toEqual([
      values.path,
    ]);
    const deletes = { stores: [traces, values], erasure: [procedure("Deletion", { kind: "delete" })] };
    expect(findingsOf(history, clinic([person()], deletes))).toHaveLength(2);
  });

  it("never takes unknown for not erased, nor names where there are none", () => {
    const unknown = { stores: [{ ...values, erasedWithSubject: "unknown" as const }] };
    expect(findingsOf(history, clinic([person()], unknown))).toEqual([]);
  });
});

describe("rights/store-not-reached", () => {
  it("gathers stores of a kind, and names what the procedures are", () => {
    const left = { stores: [store("Errors"), store("Web calls")], erasure: [procedure("Deletion")] };
    const [found, ...more] = findingsOf(stores, clinic([person()], left));
    expect(more).toEqual([]);
    expect(found?.message).toBe(
      "Erasing a person leaves event logs alone: Deletion does not reach Errors, Web calls",
    );
  });

  it("is a step milder when every row ends soon", () => {
    const soon = { stores: [store("Errors", keptDays(30)), store("Web calls", keptDays(7))] };
    expect(findingsOf(stores, clinic([person()], soon))).toMatchObject([{ severity: "warning" }]);
    const later = { stores: [store("Errors", keptDays(31)), store("Web calls", keptDays(7))] };
    expect(findingsOf(stores, clinic([person()], later))).toMatchObject([{ severity: "error" }]);
  });

  it.each([
    { active: { ...store("x").active, state: "unknown" as const } },
    { subjectKey: "none" as const },
    { erasedWithSubject: "partial" as const },
    { kind: "backup" as const },
  ])("leaves out %o", (parts) => {
    expect(findingsOf(stores, clinic([person()], { stores: [store("Errors", parts)] }))).toEqual([]);
  });
});
