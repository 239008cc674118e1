import { describe, expect, it } from "vitest";
import { definitionFields } from "../../../../analyzer/systems/itop/exports/export-values.ts";
import type { ExportData } from "../../../../analyzer/systems/itop/fragments.ts";
import { mailIntake } from "../../../../analyzer/systems/itop/mail/mail-intake.ts";
import type { SettingLookup } from "../../../../analyzer/systems/itop/model/validation.ts";
import { requestModel } from "./request-model.ts";

const location = { file: "exports/MailInboxStandard.json", line: 1, column: 1, endLine: 1, endColumn: 9 };
const desk = {
  server: "imap.stannehospital.example",
  mailbox: "INBOX",
  login: "anna.lindqvist@stannehospital.example",
  password: "Vinter-2026",
  protocol: "imap",
  port: "993",
  active: "yes",
  behavior: "both",
  target_class: "UserRequest",
  unknown_caller_behavior: "create_contact",
  caller_default_values: "org_id:Stanne hospital\nfirst_name:Unknown caller",
  notify_errors_to: "per.ek@stannehospital.example",
  import_additional_contacts: "never",
  email_storage: "keep",
  trace: "no",
};

function exported(fields: Record<string, unknown>): ExportData {
  return {
    class: "MailInboxStandard",
    id: "3",
    fields: definitionFields("MailInboxStandard", fields),
    location,
  };
}

function intake(fields: Record<string, unknown> = {}, setting: SettingLookup = () => undefined) {
  const { movements, stores, parties, problems } = mailIntake([exported({ ...desk, ...fields })], {
    system: "itop",
    index: requestModel,
    setting,
  });
  return { movement: movements[0]!, store: stores[0]!, party: parties[0]!, problems };
}

function mapped(fields: Record<string, unknown> = {}, setting?: SettingLookup): readonly string[] {
  return intake(fields, setting).movement.map.map(
    ({ from, to, update, match }) => `${from} ${update ? "writes" : ""}${match ? "matches" : ""} ${to}`,
  );
}

describe("an in-box that iTop empties", () => {
  it("is an inbound movement from whoever writes to the classes it fills", () => {
    const { movement, party } = intake();
    expect(movement).toMatchObject({
      path: "itop:movement/in-box 3 on imap.stannehospital.example",
      kind: "mail-in",
      status: "production",
      from: { kind: "party", ref: party.path },
      to: { kind: "entity", ref: "itop:UserRequest" },
      transport: { scheme: "imap", tls: "required" },
    });
    expect(party.kind).toBe("data-subject");
  });

  it("makes a person of an unknown sender only where it is told to", () => {
    expect(mapped()).toContain("From (address) writesmatches itop:Person.email");
    expect(mapped()).toContain("default of the in-box writes itop:Person.first_name");
    expect(mapped({ unknown_caller_behavior: "reject_email" })).toContain(
      "From (address) matches itop:Person.email",
    );
  });

  it("puts answers into the case log that the configuration names for the class", () => {
    expect(mapped()).toContain("Body writes itop:UserRequest.public_log");
    const setting = ((name: string) =>
      name === "itop-standard-email-synchro/ticket_log/UserRequest"
        ? { value: "private_log" }
        : undefined) as unknown as SettingLookup;
    expect(mapped({}, setting)).toContain("Body writes itop:UserRequest.private_log");
  });

  it("writes no answer when it only creates, and no request when it only updates", () => {
    expect(mapped({ behavior: "create_only" })).not.toContain("Body writes itop:UserRequest.public_log");
    expect(mapped({ behavior: "update_only" })).toEqual(
      mapped({ behavior: "both" }).filter((line) => !/caller_id|title|description/.test(line)),
    );
  });

  it("leaves mails on the server for as long as nobody says", () => {
    expect(intake().store).toMatchObject({ kind: "mailbox", retention: { kind: "unknown" } });
    expect(
      ["keep", "move", "delete", ""].map((email_storage) => intake({ email_storage }).store.purge.enabled),
    ).toEqual(["no", "no", "yes", "unknown"]);
    expect(intake({ email_storage: "delete" }).store.retention).toMatchObject({ kind: "criterion" });
  });

  it("may travel in clear as far as its definition tells", () => {
    expect(intake({ port: "143" }).movement.transport.tls).toBe("unknown");
  });

  it("keeps no login, password or address of its definition", () => {
    const text = JSON.stringify([exported(desk), intake()]);
    for (const value of ["lindqvist", "Vinter", "per.ek", "Unknown caller"])
      expect(text).not.toContain(value);
  });

  it("says what an export of the parent class lacks", () => {
    const { server, login, active } = desk;
    const { movements, problems } = mailIntake([exported({ server, login, active })], {
      system: "itop",
      index: requestModel,
      setting: () => undefined,
    });
    expect(problems.map(({ kind }) => kind)).toEqual(["incomplete-export"]);
    expect(movements[0]).toMatchObject({ to: { kind: "system", ref: "itop" } });
  });
});
