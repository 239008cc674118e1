import { describe, expect, it } from "vitest";
import type { Claim } from "../../../analyzer/model/claim.ts";
import type { Party } from "../../../analyzer/model/party.ts";
import type { Setting } from "../../../analyzer/model/setting.ts";
import { itop } from "../graph/hospital.ts";
import { movement, proof, store } from "../graph/model-factory.ts";
import { cellOf, registerOf } from "./hospital-register.ts";

const setting = (name: string, value: Setting["value"], more: Partial<Setting> = {}): Setting => ({
  path: `itop:setting/${name}`,
  name,
  value,
  default: null,
  isDefault: false,
  secret: "none",
  location: proof("config-itop.php", 7).location,
  basis: null,
  ...more,
});

const claim = (modality: Claim["modality"], more: Partial<Claim> = {}): Claim => ({
  path: `itop:claim/encryption ${modality}`,
  topic: "encryption",
  says: "fields are encrypted at rest",
  quote: "encrypt all data at the field level",
  source: "security white paper",
  assertedOn: "2019",
  modality,
  conflictsWith: [],
  proof: proof("white-paper.txt", 3),
  ...more,
});

const measures = (more: Parameters<typeof registerOf>[1]): readonly string[] =>
  cellOf(registerOf(null, more), "ITSM-01", "measures").value;

describe("measures", () => {
  it("are the technical half only, and say so", () => {
    expect(
      measures({
        settings: [setting("app_root_url", "https://itop.stclair.example/")],
        stores: [],
        roles: [],
      }),
    ).toEqual(["(a) Encryption between browser and application (technical half only, partial)"]);
  });

  it("leave out a switch that is off", () => {
    expect(
      measures({
        settings: [setting("db_tls.enabled", false), setting("app_root_url", "http://itop.stclair.example/")],
        stores: [],
        roles: [],
      }),
    ).toEqual([]);
  });

  it("show the setting and its line as evidence", () => {
    const register = registerOf(null, { settings: [setting("db_tls.enabled", true)], stores: [], roles: [] });
    expect(cellOf(register, "ITSM-01", "measures").evidence[0]).toMatchObject({
      file: "config-itop.php",
      line: 7,
      quote: "db_tls.enabled = true",
    });
  });

  it("quote a vendor's statement as such, with source and date", () => {
    expect(measures({ claims: [claim("is")], stores: [], roles: [] })).toEqual([
      "(a) Stated by the vendor, not verified: fields are encrypted at rest (security white paper, 2019)",
    ]);
  });

  it("take no recommendation, possibility or option for a measure", () => {
    const claims = (["can", "should", "option"] as const).map((modality) => claim(modality));
    expect(measures({ claims, stores: [], roles: [] })).toEqual([]);
  });

  it("say when the vendor contradicts itself", () => {
    const text = measures({
      claims: [claim("is", { conflictsWith: ["itop:claim/other"] })],
      stores: [],
      roles: [],
    }).join();
    expect(text).toContain("another statement of the vendor contradicts it");
  });
});

describe("recipients", () => {
  it("inside are roles that may read and teams that are written to", () => {
    expect(cellOf(registerOf(), "ITSM-02", "internal-recipients").value).toContain("Role Service Desk Agent");
  });

  it("outside are those the data leave to, in every activity whose data travel", () => {
    const register = registerOf();
    expect(cellOf(register, "ITSM-01", "external-recipients").value).toContain("Medtech Repairs Ltd");
    expect(cellOf(register, "ITSM-09", "external-recipients").value).toContain("Medtech Repairs Ltd");
    expect(cellOf(register, "ITSM-01", "external-recipients").question).toMatch(/^Qualify each/);
  });

  it("behind an account stand where the declared party stands", () => {
    const yaml = (role: string): string =>
      `parties:\n  rota: { name: Rota Planning GmbH, role: ${role} }\nconsumers: [{ account: rota-app, party: rota }]\n`;
    const text = "Interface account rota-app: Rota Planning GmbH (declared)";
    expect(cellOf(registerOf(yaml("processor")), "ITSM-02", "external-recipients").value).toContain(text);
    expect(cellOf(registerOf(yaml("controller")), "ITSM-02", "internal-recipients").value).toContain(text);
  });

  it("never are the people themselves", () => {
    const { value, question } = cellOf(registerOf(), "ITSM-05", "external-recipients");
    expect(`${value.join()} ${question ?? ""}`).not.toMatch(/data subject/);
  });
});

describe("sources", () => {
  it("are synchronizations into the activity's fields, accounts that write and forms people fill in", () => {
    const register = registerOf();
    expect(cellOf(register, "ITSM-02", "sources").value).toEqual([
      "HR directory by HR employees: synchronization",
    ]);
    expect(cellOf(register, "ITSM-01", "sources").value).toEqual([
      "Interface account helpline (observed)",
      "People themselves, in the form My requests",
    ]);
  });

  it("leave out a synchronization that is switched off", () => {
    const movements = itop.movements.map((each) => ({ ...each, status: "obsolete" as const }));
    expect(cellOf(registerOf(null, { movements }), "ITSM-02", "sources").state).toBe("missing");
  });

  it("include correspondents of a mail intake as data subjects", () => {
    const intake = movement("Service mailbox", {
      path: "itop:movement/Service mailbox",
      kind: "mail-in",
      from: { kind: "party", ref: "itop:party/HR directory" },
      to: { kind: "system", ref: "itop" },
    });
    const register = registerOf(null, { movements: [intake] });
    expect(cellOf(register, "ITSM-06", "data-subjects").value).toEqual([
      "Correspondents, including people without an account",
    ]);
  });

  it("do not name the way twice where the source is called after it", () => {
    const path = "itop:party/Senders to Service mailbox";
    const sender: Party = {
      path,
      name: "Senders to Service mailbox",
      kind: "data-subject",
      audience: "unknown",
      country: null,
      proof: proof("in-boxes.json", 1),
    };
    const intake = movement("Service mailbox", {
      path: "itop:movement/Service mailbox",
      kind: "mail-in",
      from: { kind: "party", ref: path },
      to: { kind: "system", ref: "itop" },
    });
    const register = registerOf(null, { movements: [intake], parties: [sender] });
    expect(cellOf(register, "ITSM-06", "sources").value).toEqual(["Senders to Service mailbox: mail intake"]);
  });
});

describe("retention evidence", () => {
  it("says what each store does in effect, and what it holds", () => {
    const stores = [
      store("Mail log", "notification-log", {
        holds: { parts: ["addresses"], fields: [] },
        retention: { kind: "days", days: 90, source: "configured", proof: proof("config-itop.php", 9) },
        purge: { exists: "yes", enabled: "yes", scheduled: "yes", covers: "read messages" },
      }),
      store("Old mails", "notification-log", { holds: { parts: ["addresses"], fields: [] } }),
    ];
    expect(cellOf(registerOf(null, { stores }), "ITSM-05", "retention-evidence").value).toEqual([
      "Mail log: 90 days (configured), for read messages; the rest has no end; holds Communication metadata, E-mail address",
      "Old mails: no end is evidenced; holds Communication metadata, E-mail address",
    ]);
  });

  it("leaves out a store that is switched off", () => {
    const off = store("REST log", "api-log", {
      holds: { parts: ["payloads"], fields: [] },
      active: { state: "off", setting: null, proof: proof("config-itop.php") },
    });
    expect(cellOf(registerOf(null, { stores: [off] }), "ITSM-09", "retention-evidence").state).toBe(
      "missing",
    );
  });
});

describe("rights", () => {
  it("are proposed from a declared basis, and asked for without one", () => {
    expect(cellOf(registerOf(), "ITSM-01", "rights").state).toBe("missing");
    const register = registerOf("activities:\n  ITSM-01:\n    legal-basis: { article6: b }\n");
    expect(cellOf(register, "ITSM-01", "rights").value).toContain("Art. 20: portability");
  });
});
