import { describe, expect, it } from "vitest";
import type { Notification } from "../../../analyzer/model/notification.ts";
import type { Party } from "../../../analyzer/model/party.ts";
import invalidRecipient from "../../../rules/flow/notification-invalid-recipient.ts";
import sendsFreeText from "../../../rules/flow/notification-sends-free-text.ts";
import sendsPersonalData from "../../../rules/flow/notification-sends-personal-data.ts";
import sendsSpecialCategory from "../../../rules/flow/notification-sends-special-category.ts";
import sendsWholeRecord from "../../../rules/flow/webhook-sends-whole-record.ts";
import { notification, placeholder, recipient, store } from "../../analyzer/graph/model-factory.ts";
import { PROVED } from "../tilleuls.ts";
import { findingsOf } from "./ward.ts";

const party = (name: string, audience: Party["audience"]): Party => ({
  path: `itop:party/${name}`,
  name,
  kind: "unknown",
  audience,
  country: null,
  proof: PROVED,
});
const partner = party("Mail address at medtec.example", "external");
const wards = party("Persons selected by query of Alert", "unknown");
const caller = party("Caller of the ticket", "subject");
const parties = [partner, wards, caller];

const to = (...groups: readonly Party[]) =>
  recipient("Person", groups[0]?.audience ?? "unknown", { parties: groups.map(({ path }) => path) });
const alert = (field: string, groups: readonly Party[], more: Partial<Notification> = {}) =>
  notification("Alert", { placeholders: [placeholder(field, 3)], recipients: [to(...groups)], ...more });
const sent = (
  rule: typeof sendsPersonalData,
  field: string,
  groups: readonly Party[],
  more: Partial<Notification> = {},
) => findingsOf(rule, { parties, notifications: [alert(field, groups, more)] });

describe("flow/notification-sends-personal-data", () => {
  it("is milder where nothing tells whether the receiver is outside", () => {
    const found = sent(sendsPersonalData, "itop:Person.mobile_phone", [partner, wards]);
    expect(found.map(({ messageId, severity }) => [messageId, severity])).toEqual([
      ["external", "error"],
      ["unknown", "warning"],
    ]);
  });

  it("names the group without repeating the notification", () => {
    const [found] = sent(sendsPersonalData, "itop:Person.mobile_phone", [wards]);
    expect(found?.message).toBe(
      "Alert sends phone to Persons selected by query: inside or outside, nothing tells",
    );
  });

  it("shows the way from the field to the log of sent messages", () => {
    const log = store("Mail log", "notification-log");
    const [found] = findingsOf(sendsPersonalData, {
      parties,
      stores: [log],
      notifications: [alert("itop:Person.email", [partner], { logStore: log.path })],
    });
    expect(found?.flow.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      "field itop:Person.email",
      "placeholder itop:Person.email",
      "recipient itop:party/Mail address at medtec.example",
      "store itop:store/Mail log",
    ]);
    expect(found?.why).toContain("a copy stays in Mail log");
  });

  it("is information where only the agent signs", () => {
    const signature = { ...placeholder("itop:Person.name", 4), text: "$this->agent_id->name$" };
    expect(
      sent(sendsPersonalData, "itop:Person.name", [partner], { placeholders: [signature] }),
    ).toMatchObject([{ severity: "info" }]);
    const both = [signature, placeholder("itop:Person.mobile_phone", 5)];
    expect(sent(sendsPersonalData, "itop:Person.name", [partner], { placeholders: both })).toMatchObject([
      { severity: "error" },
    ]);
  });

  it("takes an application whose owner nobody knows for outside, and people inside the product not", () => {
    const chat = sent(sendsPersonalData, "itop:Person.name", [wards], { channel: "chat" });
    expect(chat).toMatchObject([{ messageId: "external" }]);
    expect(sent(sendsPersonalData, "itop:Person.name", [wards], { channel: "in-app" })).toEqual([]);
  });

  it("does not count where answers go, nor a recipient that does not work", () => {
    const silent = [
      recipient("Person", "external", { slot: "reply-to", parties: [partner.path] }),
      recipient(null, "external", { valid: false }),
    ];
    expect(sent(sendsPersonalData, "itop:Person.email", [], { recipients: silent })).toEqual([]);
  });

  it("leaves special categories and secrets to their own rules", () => {
    expect(sent(sendsPersonalData, "itop:Person.health_restrictions", [partner])).toEqual([]);
    expect(sent(sendsPersonalData, "itop:Person.login_hash", [partner])).toEqual([]);
  });
});

describe("flow/notification-sends-special-category", () => {
  it("is an error whoever receives it, the person concerned included", () => {
    expect(sent(sendsSpecialCategory, "itop:Person.health_restrictions", [caller])).toMatchObject([
      { severity: "error", articles: ["Art. 5(1)(f)", "Art. 9(1)", "Art. 32(1)(b)"] },
    ]);
  });

  it("reports a field once however often it is inserted", () => {
    const twice = [
      placeholder("itop:Person.health_restrictions", 3),
      placeholder("itop:Person.health_restrictions", 9),
    ];
    expect(sent(sendsSpecialCategory, "itop:Person.name", [caller], { placeholders: twice })).toHaveLength(1);
  });
});

describe("flow/notification-sends-free-text", () => {
  it("is more severe where every entry of a log goes out", () => {
    const head = { ...placeholder("itop:UserRequest.public_log", 3), verb: "head_html" };
    const latest = sent(sendsFreeText, "itop:UserRequest.public_log", [partner], { placeholders: [head] });
    expect(latest).toMatchObject([{ severity: "warning", args: { scope: "the latest entry" } }]);
    expect(sent(sendsFreeText, "itop:UserRequest.public_log", [partner])).toMatchObject([
      { severity: "error", args: { scope: "every entry" } },
    ]);
  });

  it("knows internal notes by a label in any language", () => {
    expect(sent(sendsFreeText, "itop:UserRequest.journal", [caller])).toMatchObject([
      { messageId: "internal", severity: "error" },
    ]);
  });

  it("lets people have the text they wrote", () => {
    expect(sent(sendsFreeText, "itop:UserRequest.description", [caller])).toEqual([]);
  });
});

describe("flow/notification-invalid-recipient", () => {
  const broken = (error: string) =>
    findingsOf(invalidRecipient, {
      notifications: [
        notification("Alert", {
          recipients: [recipient(null, "unknown", { slot: "cc", valid: false, error })],
        }),
      ],
    });

  it("names the slot and the cause", () => {
    expect(broken("unknown class Persn")).toMatchObject([
      {
        severity: "error",
        message: "The recipients (Cc) of Alert cannot be determined: unknown class Persn",
        discriminator: "cc",
      },
    ]);
  });

  it("is milder where an extension may provide the parameter", () => {
    expect(broken("nothing gives the parameter approver")).toMatchObject([{ severity: "warning" }]);
  });

  it("does not mind the test address of a message that is in use", () => {
    const test = recipient(null, "unknown", { slot: "test", kind: "address", valid: false });
    const used = notification("Alert", { recipients: [to(caller), test] });
    const found = (status: Notification["status"]) =>
      findingsOf(invalidRecipient, { parties, notifications: [{ ...used, status }] });
    expect(found("enabled")).toEqual([]);
    expect(found("test")).toHaveLength(1);
  });
});

describe("flow/webhook-sends-whole-record", () => {
  const call = (fields: readonly string[] | null, more: Partial<Notification> = {}) =>
    findingsOf(sendsWholeRecord, {
      parties,
      notifications: [
        notification("Desk channel", {
          channel: "chat",
          recipients: [to(partner)],
          wholeRecord: { says: "the list of the chat", fields },
          ...more,
        }),
      ],
    });

  it("names the personal fields of the list", () => {
    const [found] = call(["itop:Person.mobile_phone", "itop:Person.id"]);
    expect([found?.messageId, found?.message]).toEqual([
      "listed",
      "Desk channel sends mobile_phone by chat message to Mail address at medtec.example without naming them in its text",
    ]);
  });

  it("tells that the fields of an unknown list cannot be told", () => {
    expect(call(null).map(({ messageId }) => messageId)).toEqual(["unresolved"]);
  });

  it("is silent where the list shows no personal field, and where the call is switched off", () => {
    expect(call([])).toEqual([]);
    expect(call(null, { status: "disabled" })).toEqual([]);
  });
});
