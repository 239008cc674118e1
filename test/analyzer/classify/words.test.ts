import { describe, expect, it } from "vitest";
import { judge, said } from "./judge.ts";

describe("codes of a person's record", () => {
  it.each([
    ["first_name", "name"],
    ["lastName", "name"],
    ["sAMAccountName", "username"],
    ["u_private_mobile", "phone"],
    ["EMailAddress1", "email"],
    ["geburtsdatum", "birth-date"],
    ["x_personalnummer", "employee-id"],
    ["national_id", "national-id"],
    ["religion", "religion"],
    ["union_member", "union"],
    ["blood_group", "health"],
    ["criminal_record", "criminal"],
    ["fingerprint", "biometric"],
    ["ethnic_origin", "ethnic"],
    ["gross_salary", "salary"],
    ["iban", "financial"],
    ["badge_pin", "credential"],
    ["last_logon", "authentication-log"],
    ["car_plate", "vehicle"],
    ["time_zone", "time-zone"],
    ["department", "org-unit"],
    ["job_title", "job"],
    ["thumbnailPhoto", "photo"],
    ["marital_status", "marital-status"],
    ["nationality", "nationality"],
    ["skype_id", "social-handle"],
  ])("%s is %s", (field, category) => {
    expect(said(field, "Employee")).toBe(`yes ${category}`);
  });
});

describe("special categories", () => {
  it("marks health as Article 9 and convictions as Article 10", () => {
    expect(judge("diagnosis", "Patient")).toMatchObject({
      special: "art9",
      sensitivity: "art9",
      dpv: "dpv-pd:Health",
    });
    expect(judge("criminal_record", "Employee")).toMatchObject({ special: "art10", sensitivity: "art10" });
  });

  it("marks political opinion and sexual orientation, which have no category of their own", () => {
    expect(judge("political_party", "Employee")).toMatchObject({
      category: "other-personal",
      special: "art9",
    });
    expect(judge("sexual_orientation", "Employee")).toMatchObject({
      category: "other-personal",
      special: "art9",
    });
  });

  it("says that an emergency contact is somebody else", () => {
    expect(judge("emergency_contact_phone", "Employee")).toMatchObject({
      category: "emergency-contact",
      subject: "third-party",
    });
  });

  it("sees sickness among the values of an absence list", () => {
    const verdict = judge("absence", "Employee", {
      kind: "enum",
      values: ["holiday", "sick leave", "training"],
    });
    expect(verdict).toMatchObject({ personal: "yes", category: "performance", special: "art9" });
  });

  it("takes health_status of a server for what it is", () => {
    expect(judge("health_status", "Server").personal).toBe("no");
  });
});

describe("labels", () => {
  it.each([
    ["en", "Date of birth", "birth-date"],
    ["fr", "Numéro de sécurité sociale", "national-id"],
    ["fr", "Situation familiale", "marital-status"],
    ["fr", "Personne à prévenir", "emergency-contact"],
    ["de", "Krankenversicherungsnummer", "national-id"],
    ["de", "Religionszugehörigkeit", "religion"],
    ["de", "Handynummer", "phone"],
    ["es", "Fecha de nacimiento", "birth-date"],
    ["es", "Afiliación sindical", "union"],
    ["it", "Codice fiscale", "national-id"],
    ["nl", "Geboortedatum", "birth-date"],
    ["pt", "Número do funcionário", "employee-id"],
  ])("a cryptic code with the %s label %s is %s", (lang, label, category) => {
    expect(said("u_attr_17", "Person", { labels: { [lang]: label } })).toBe(`yes ${category}`);
  });

  it("reads the French résumé of a question as a summary, not as a curriculum", () => {
    expect(said("x7", "FAQ entry", { labels: { fr: "Résumé" } })).toBe("no none");
  });

  it("does not count a label twice that only repeats the code", () => {
    const alone = judge("mobile", "Contract").confidence;
    const repeated = judge("mobile", "Contract", {
      labels: { en: "Mobile", fr: "Mobile", de: "Mobil" },
    }).confidence;
    expect(repeated - alone).toBeLessThan(0.1);
  });

  it("knows whose name a name is in languages that put the owner last", () => {
    expect(said("x", "Report", { labels: { fr: "Nom du demandeur" } })).toBe("yes name");
    expect(said("x", "Report", { labels: { fr: "Nom du serveur" } })).toBe("no none");
  });
});
