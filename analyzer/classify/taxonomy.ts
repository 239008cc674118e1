/** What each category means: label, DPV 2.3 term, sensitivity, special category (terms of the W3C Data Privacy Vocabulary). */
import { CATEGORIES, type Category } from "../model/category.ts";
import type { Sensitivity, Verdict } from "../model/verdict.ts";

export interface CategoryMeaning {
  readonly label: string;
  /** Compact DPV term, `dpv-pd:EmailAddress`; `null` for none. */
  readonly dpv: string | null;
  /** Full IRI of the term. */
  readonly iri: string | null;
  readonly sensitivity: Sensitivity;
  readonly special: Verdict["special"];
}

const PD = "https://w3id.org/dpv/pd#";

function ordinary(
  label: string,
  term: string | null,
  sensitivity: Sensitivity = "ordinary",
): CategoryMeaning {
  const special = sensitivity === "art9" || sensitivity === "art10" ? sensitivity : null;
  return {
    label,
    dpv: term === null ? null : `dpv-pd:${term}`,
    iri: term === null ? null : PD + term,
    sensitivity,
    special,
  };
}

export const TAXONOMY: Readonly<Record<Category, CategoryMeaning>> = {
  name: ordinary("Name", "Name"),
  username: ordinary("User name or account identifier", "Username"),
  email: ordinary("E-mail address", "EmailAddress"),
  phone: ordinary("Telephone number", "TelephoneNumber"),
  "postal-address": ordinary("Postal address", "PhysicalAddress"),
  "work-location": ordinary("Place of work", "WorkLocation"),
  "geo-location": ordinary("Geographic position", "GPSCoordinate", "sensitive"),
  "employee-id": ordinary("Personnel, customer or member number", "UID"),
  "national-id": ordinary("National or official identifier", "OfficialID", "sensitive"),
  job: ordinary("Job and function", "Job"),
  "org-unit": ordinary("Organisational unit", "WorkEnvironment"),
  "reporting-line": ordinary("Reporting line", "Professional"),
  "birth-date": ordinary("Date of birth or age", "BirthDate"),
  gender: ordinary("Gender or form of address", "Gender"),
  "marital-status": ordinary("Marital status", "MaritalStatus", "sensitive"),
  nationality: ordinary("Nationality or place of birth", "Nationality", "sensitive"),
  health: ordinary("Health", "Health", "art9"),
  ethnic: ordinary("Ethnic origin", "EthnicOrigin", "art9"),
  religion: ordinary("Religion or belief", "Religion", "art9"),
  union: ordinary("Trade union membership", "TradeUnionMembership", "art9"),
  biometric: ordinary("Biometric data", "Biometric", "art9"),
  criminal: ordinary("Criminal convictions and offences", "Criminal", "art10"),
  financial: ordinary("Bank, card and payment data", "Financial", "sensitive"),
  salary: ordinary("Salary and income", "Salary", "sensitive"),
  credential: ordinary("Password or other credential", "Password", "secret"),
  "secret-token": ordinary("Secret, key or token", "SecretText", "secret"),
  "ip-address": ordinary("IP address", "IPAddress"),
  "mac-address": ordinary("MAC address", "MACAddress"),
  "device-id": ordinary("Device or browser identifier", "DeviceBased"),
  "sim-imei": ordinary("SIM, IMEI or IMSI", "DeviceBased"),
  photo: ordinary("Photograph", "Picture"),
  signature: ordinary("Signature", "Identifying", "sensitive"),
  language: ordinary("Language", "Language"),
  "time-zone": ordinary("Time zone", "Location"),
  "communication-content": ordinary("Content of communication", "Communication"),
  "communication-metadata": ordinary("Communication metadata", "CommunicationsMetadata"),
  "authentication-log": ordinary("Log-in history", "AuthenticationHistory"),
  "usage-behaviour": ordinary("Use and behaviour", "ServiceConsumptionBehaviour"),
  "call-record": ordinary("Call record", "CallLog", "sensitive"),
  "social-handle": ordinary("Social media handle", "SocialMedia"),
  "emergency-contact": ordinary("Emergency contact", "Contact", "sensitive"),
  family: ordinary("Family", "Family", "sensitive"),
  opinion: ordinary("Opinion", "Opinion"),
  performance: ordinary("Performance and conduct at work", "PerformanceAtWork", "sensitive"),
  vehicle: ordinary("Vehicle registration", "VehicalLicenseRegistration"),
  "other-personal": ordinary("Other personal data", "Identifying"),
  none: ordinary("No personal data", null),
};

const NAMES: ReadonlySet<string> = new Set(CATEGORIES);

export function isCategory(text: string): text is Category {
  return NAMES.has(text);
}
