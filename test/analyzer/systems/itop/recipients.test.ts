import { describe, expect, it } from "vitest";
import {
  readAddressRecipient,
  readQueryRecipient,
  type RecipientContext,
} from "../../../../analyzer/systems/itop/notifications/recipients.ts";
import { requestModel } from "./request-model.ts";

const onRequest: RecipientContext = {
  index: requestModel,
  entities: ["UserRequest"],
  events: ["create"],
  internalDomains: ["stannehospital.example"],
  notification: "Request received",
  byMail: true,
  location: { file: "exports/ActionEmail.json", line: 1, column: 1, endLine: 1, endColumn: 9 },
};

function query(text: string, context: Partial<RecipientContext> = {}) {
  return readQueryRecipient("to", text, { ...onRequest, ...context });
}

describe("the audience of a recipient query", () => {
  it.each([
    [
      "the caller",
      "SELECT Person WHERE id = :this->caller_id",
      "subject",
      "Caller of the ticket (data subject)",
    ],
    [
      "the caller by alias",
      "SELECT Person AS p WHERE p.id = :this->caller_id",
      "subject",
      "Caller of the ticket (data subject)",
    ],
    ["the agent", "SELECT Person WHERE id = :this->agent_id", "internal", "Agent of the ticket"],
    ["the team itself", "SELECT Team WHERE id = :this->team_id", "internal", "Team of the ticket"],
    [
      "the members of the team",
      "SELECT Person AS p JOIN lnkPersonToTeam AS l ON l.person_id = p.id WHERE l.team_id = :this->team_id",
      "internal",
      "Team of the ticket",
    ],
    [
      "a reference that does not tell",
      "SELECT Person WHERE id = :this->witness_id",
      "unknown",
      "Witness of the ticket",
    ],
    [
      "an organisation",
      "SELECT Person WHERE org_id = :this->org_id",
      "unknown",
      "Persons selected by query of Request received",
    ],
    ["all teams", "SELECT Team", "internal", "Teams selected by query of Request received"],
    ["everybody", "SELECT Contact", "unknown", "Contacts selected by query of Request received"],
    [
      "the person who acts",
      "SELECT Person WHERE id = :current_contact_id",
      "unknown",
      "Person who causes the event",
    ],
    [
      "one address inside",
      "SELECT Person WHERE email = 'desk@stannehospital.example'",
      "internal",
      "Mail address at stannehospital.example",
    ],
    [
      "one address outside",
      "SELECT Person WHERE email = 'lab@partner.example'",
      "external",
      "Mail address at partner.example",
    ],
  ])("of %s", (_who, text, audience, party) => {
    const { recipient, receivers } = query(text);
    expect(recipient).toMatchObject({ audience, valid: true, error: null });
    expect(receivers.map(({ name }) => name)).toEqual([party]);
  });

  it("is the person concerned when the object is a person", () => {
    const { recipient } = query("SELECT Person WHERE id = :this->id", { entities: ["Person"] });
    expect(recipient.audience).toBe("subject");
  });

  it("is unknown when the queries of a union differ, and each group is a party", () => {
    const { recipient, receivers } = query(
      "SELECT Person WHERE id = :this->caller_id UNION SELECT Person WHERE id = :this->agent_id",
    );
    expect(recipient.audience).toBe("unknown");
    expect(receivers.map((receiver) => receiver.audience)).toEqual(["subject", "internal"]);
  });

  it("does not follow a condition that only excludes", () => {
    expect(query("SELECT Person WHERE id != :this->caller_id").recipient.audience).toBe("unknown");
    expect(query("SELECT Person WHERE id = :this->caller_id OR org_id = 3").recipient.audience).toBe(
      "unknown",
    );
  });
});

describe("a recipient query", () => {
  it("is bound when it takes a parameter", () => {
    expect(query("SELECT Person WHERE id = :this->caller_id").recipient.bound).toBe(true);
    expect(query("SELECT Person WHERE id = 7").recipient.bound).toBe(false);
  });

  it.each([
    ["has wrong syntax", "SELECT Person WHERE", "expected a value, found the end of the text"],
    ["names an unknown class", "SELECT Persn WHERE x = 1", "unknown class Persn"],
    ["is a bare condition", "email = 1", "a condition without SELECT"],
    ["selects what has no mailbox", "SELECT Ward", "Ward has no e-mail attribute"],
    [
      "takes an unknown attribute",
      "SELECT Person WHERE id = :this->callr_id",
      "UserRequest without attribute callr_id",
    ],
    ["takes an unknown parameter", "SELECT Person WHERE id = :boss", "nothing gives the parameter boss"],
    [
      "takes the mentioned person without mention trigger",
      "SELECT Person WHERE id = :mentioned->id",
      "only mention triggers know whom a log entry mentions",
    ],
  ])("that %s reaches nobody", (_what, text, error) => {
    const { recipient, receivers } = query(text);
    expect(recipient).toMatchObject({ valid: false, error, audience: "unknown", entity: null });
    expect(receivers).toEqual([]);
  });

  it("needs no mailbox in the newsroom", () => {
    expect(query("SELECT Ward", { byMail: false }).recipient.valid).toBe(true);
  });

  it("that is an address instead does not work, but its domain counts", () => {
    const { recipient } = query("m.oakley@partner.example");
    expect(recipient).toMatchObject({ kind: "address", valid: false, audience: "external" });
  });

  it("never lets an address or name through", () => {
    const texts = [
      "oakley@partner.example",
      "SELECT Person WHERE name = 'Oakley' AND",
      "SELECT Oakley Oakley",
    ];
    for (const text of texts) expect(JSON.stringify(query(text)).toLowerCase()).not.toContain("oakley");
  });
});

describe("an address slot", () => {
  const read = (text: string, context: Partial<RecipientContext> = {}) =>
    readAddressRecipient("reply-to", text, { ...onRequest, ...context });

  it.each([
    ["desk@stannehospital.example", "internal"],
    ["desk@it.stannehospital.example", "internal"],
    ["Help desk <desk@STANNEHOSPITAL.example>", "internal"],
    ["desk@otherstannehospital.example", "external"],
  ])("is judged by its domain: %s is %s", (text, audience) => {
    expect(read(text).recipient).toMatchObject({ kind: "address", valid: true, audience });
  });

  it("cannot be called external when no internal domains are configured", () => {
    expect(read("desk@partner.example", { internalDomains: [] }).recipient.audience).toBe("unknown");
  });

  it("may hold a placeholder for a person of the object", () => {
    expect(read("$this->agent_id->email$").recipient).toMatchObject({
      kind: "field",
      entity: "Person",
      bound: true,
      audience: "internal",
    });
  });

  it("without an address is not valid", () => {
    expect(read("the help desk").recipient).toMatchObject({ valid: false, error: "no mail address" });
  });
});
