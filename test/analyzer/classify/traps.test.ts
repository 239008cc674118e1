import { describe, expect, it } from "vitest";
import { judge, said } from "./judge.ts";

describe("words that only look like personal data", () => {
  it.each([
    "capacity",
    "business_criticity",
    "full_load_periodicity",
    "authenticity",
    "address_space",
    "mac_address_format",
    "email_body",
    "email_subject",
    "email_storage",
    "mail_size_too_big_action",
    "token_type",
    "token_expiration",
    "message_uid",
    "acid_level",
    "ACADEMIC_YEAR_CODE",
    "public_license",
    "mapping",
    "typing",
    "pinned",
    "usage",
    "storage",
    "page",
    "image",
    "trace",
    "using",
    "single",
    "session",
    "personalization",
    "contact_form_enabled",
    "login_mode",
    "last_login_type",
    "user_rights",
    "user_delete_policy",
    "mobile_phone_model",
    "hostname",
    "filename",
  ])("%s of a server is nothing personal", (field) => {
    expect(judge(field, "Server").personal).toBe("no");
  });

  it.each(["Server", "Brand", "Model", "Software", "Subnet", "ContactType", "Service", "Team"])(
    "the name of a %s is no person's name",
    (entity) => {
      expect(said("name", entity)).toBe("no none");
    },
  );

  it.each(["Person", "Employee", "Patient", "sys_user", "Mitarbeiter", "Utilisateur"])(
    "the name of a %s is",
    (entity) => {
      expect(said("name", entity)).toBe("yes name");
    },
  );
});

describe("facts about data are not the data", () => {
  it.each([
    "email_verified",
    "phone_required",
    "is_email_public",
    "email_count",
    "birth_date_format",
    "password_expired",
    "notify",
  ])("%s of an employee", (field) => {
    expect(judge(field, "Employee").personal).toBe("no");
  });

  it.each(["boolean", "duration", "query"] as const)("a %s holds no e-mail address", (kind) => {
    expect(judge("email", "Employee", { kind }).personal).toBe("no");
  });

  it("a number is no name, but may be an age or a salary", () => {
    expect(judge("first_name", "Employee", { kind: "number" }).confidence).toBeLessThan(
      judge("first_name", "Employee", { kind: "string" }).confidence,
    );
    expect(said("age", "Employee", { kind: "number" })).toBe("yes birth-date");
    expect(said("salary", "Employee", { kind: "number" })).toBe("yes salary");
  });

  it("a yes or no on health is still health", () => {
    expect(said("disabled_person", "Employee", { kind: "boolean" })).toBe("yes health");
  });

  it("keeps a positive although the name also has a harmless word", () => {
    expect(said("project_manager_email", "Contract")).toBe("yes email");
  });
});
