import { describe, expect, it } from "vitest";
import type { Entity } from "../../../analyzer/model/entity.ts";
import type { Field } from "../../../analyzer/model/field.ts";
import type { Verdict } from "../../../analyzer/model/verdict.ts";
import duplicated from "../../../rules/storage/duplicated-personal-data.ts";
import opaque from "../../../rules/storage/opaque-field.ts";
import unstructured from "../../../rules/storage/unstructured-content.ts";
import { findingsOf } from "../estate-parts.ts";
import { entity, field, person, reference, snapshot, system, verdict } from "../tilleuls.ts";

const VENDOR = { by: "vendor", module: "itop-structure" } as const;
const EMAIL = verdict({ category: "email" });
const OPEN = verdict({ personal: "may-contain", category: "communication-content" });
const LONG = { kind: "text", freeText: "long" } as const;

function clinic(entities: readonly Entity[], judged: Verdict) {
  const paths = entities.flatMap((each) => each.fields.map(({ path }) => path));
  return snapshot({
    systems: [system(entities)],
    verdicts: Object.fromEntries(paths.map((path) => [path, judged])),
  });
}

describe("storage/duplicated-personal-data", () => {
  const staff: Entity = { ...person(field("email", { origin: VENDOR })), origin: VENDOR };
  const loan = (name: string) => entity("LoanCard", [reference("borrower_id", "Person"), field(name)]);
  const messages = (entities: readonly Entity[]) =>
    findingsOf(duplicated, clinic(entities, EMAIL)).map(({ path, messageId }) => `${path} ${messageId}`);

  it.each(["borrower_email", "borrowerMail", "borrower_e_mail_address"])(
    "takes %s for the borrower's",
    (name) => {
      expect(messages([staff, loan(name)])).toEqual([`itop:LoanCard.${name} copy`]);
    },
  );

  it.each(["parent_email", "email", "callback_email"])("does not take %s for the borrower's", (name) => {
    expect(messages([staff, loan(name)])).toEqual([]);
  });

  it("sees a register of people, unless it is linked to the people the system has", () => {
    const duty = entity("OnCallDuty", [field("name"), field("phone")]);
    expect(messages([staff, duty])).toEqual(["itop:OnCallDuty parallel"]);
    const link = entity(
      "DutyToPerson",
      [reference("duty_id", "OnCallDuty"), reference("person_id", "Person")],
      {
        isLink: true,
      },
    );
    const linked = entity("OnCallDuty", [
      ...duty.fields,
      field("people", { kind: "back-reference", target: "DutyToPerson" }),
    ]);
    expect(messages([staff, linked, link])).toEqual([]);
  });

  it("does not call the only register of people a second one", () => {
    expect(messages([entity("OnCallDuty", [field("name"), field("phone")])])).toEqual([]);
  });

  it("reports a display name where it is defined, not on heirs that keep it", () => {
    const identity = { displayName: ["email"], reconciliation: [], uniqueness: [] };
    const nurse = entity("Nurse", [field("email", { declaredIn: "Person" })], {
      role: "subject",
      parent: "Person",
      identity,
      origin: VENDOR,
    });
    expect(messages([{ ...staff, identity }, nurse])).toEqual(["itop:Person display-name"]);
  });
});

describe("storage/opaque-field", () => {
  const near = (fields: readonly Field[]) => [person(...fields)];
  const NO = verdict({ personal: "no", category: "none", confidence: 0 });

  it("looks at whole words: a customer's second address is no spare column", () => {
    const fields = [field("customer_address2"), field("CustomText2"), field("custom_start")];
    expect(findingsOf(opaque, clinic(near(fields), NO)).map(({ path }) => path)).toEqual([
      "itop:Person.CustomText2",
    ]);
  });

  it("trusts the vendor's own structured fields, and nobody else's", () => {
    const blob = { kind: "opaque", declaredType: "AttributeJSON" } as const;
    const fields = [field("layout", { ...blob, origin: VENDOR }), field("answers", blob)];
    expect(findingsOf(opaque, clinic(near(fields), NO)).map(({ path }) => path)).toEqual([
      "itop:Person.answers",
    ]);
  });

  it("has nothing to ask where a firm verdict says what is held", () => {
    expect(findingsOf(opaque, clinic(near([field("contacts", { kind: "opaque" })]), EMAIL))).toEqual([]);
  });
});

describe("storage/unstructured-content", () => {
  const ticket = entity(
    "Ticket",
    [reference("caller_id", "Person"), field("description", { ...LONG, origin: VENDOR })],
    {
      role: "ticket",
      origin: VENDOR,
    },
  );
  const request = entity(
    "UserRequest",
    [
      reference("caller_id", "Person", { declaredIn: "Ticket" }),
      field("solution", { ...LONG, origin: VENDOR }),
      field("ward_notes", LONG),
    ],
    { role: "ticket", parent: "Ticket", origin: VENDOR },
  );

  it("gathers the standard model at the root of a hierarchy, and reports additions where they are", () => {
    const found = findingsOf(unstructured, clinic([person(), ticket, request], OPEN));
    expect(found.map(({ path, discriminator, args }) => [path, discriminator, args["fields"]])).toEqual([
      ["itop:Ticket", "standard", ["description", "UserRequest.solution"]],
      ["itop:UserRequest", "added", ["ward_notes"]],
    ]);
  });

  it("shows the relation that leads to the person", () => {
    const [found] = findingsOf(unstructured, clinic([person(), ticket], OPEN));
    expect(found?.flow).toMatchObject([
      { path: "itop:Ticket.caller_id", label: "Ticket.caller_id → Person" },
    ]);
    expect(found?.message).toBe("Ticket has 1 unstructured field (description) next to Person");
  });

  it("leaves out what is personal by itself, cannot be written, or is about things", () => {
    const server = entity("Server", [reference("owner_id", "Person"), field("notes", LONG)], {
      role: "configuration-item",
    });
    const computed = entity("Digest", [
      reference("author_id", "Person"),
      field("text", { ...LONG, writable: false }),
    ]);
    expect(findingsOf(unstructured, clinic([person(), server, computed], OPEN))).toEqual([]);
    expect(findingsOf(unstructured, clinic([person(), ticket], EMAIL))).toEqual([]);
  });
});
