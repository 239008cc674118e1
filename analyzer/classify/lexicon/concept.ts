/** The concepts words stand for: what kind of personal data, how surely, and in which surroundings. */
import type { Category } from "../../model/category.ts";
import type { Verdict } from "../../model/verdict.ts";

/** What an entity, or a noun before the word, is about. */
export type Context =
  | "person"
  | "account"
  | "login"
  | "address"
  | "payment"
  | "activity"
  | "tracking"
  | "mail"
  | "ticket"
  | "log"
  | "device"
  | "organisation"
  | "site"
  | "thing"
  | "form"
  | "config";

/**
 * `certain`: names the data wherever it stands. `likely`: usually, except on things. `contextual`: only where the
 * surroundings fit. `free-text`: names writing room.
 */
export type Strength = "certain" | "likely" | "contextual" | "free-text";

export interface Concept {
  readonly category: Category;
  readonly strength: Strength;
  /** Surroundings that make a contextual word personal; `"none"` = also without any. */
  readonly where?: readonly (Context | "none")[];
  /** DPV term that says it finer than the category does. */
  readonly dpv?: string;
  readonly special?: Verdict["special"];
  readonly subject?: Verdict["subject"];
}

const HOLDER = ["person", "account", "login"] as const;
const THIRD = "third-party";

function certain(category: Category, dpv?: string): Concept {
  return { category, strength: "certain", ...(dpv && { dpv }) };
}
function likely(category: Category, dpv?: string): Concept {
  return { category, strength: "likely", ...(dpv && { dpv }) };
}
function within(category: Category, where: readonly (Context | "none")[], dpv?: string): Concept {
  return { category, strength: "contextual", where, ...(dpv && { dpv }) };
}

export const CONCEPTS = {
  givenName: certain("name"),
  familyName: certain("name"),
  fullName: likely("name"),
  displayName: within("name", [...HOLDER, "activity", "payment", "mail", "none"]),
  name: within("name", [...HOLDER, "payment", "none"]),
  username: certain("username"),
  login: likely("username"),
  accountName: within("username", [...HOLDER, "none"]),
  personKey: within("employee-id", ["person"]),
  employeeId: certain("employee-id"),
  nationalId: certain("national-id"),
  passport: certain("national-id", "Passport"),
  taxId: within("national-id", HOLDER),
  email: certain("email"),
  mailAddress: within("email", ["mail", "activity", "log"]),
  phone: certain("phone"),
  phoneExtension: within("phone", HOLDER),
  homeAddress: certain("postal-address"),
  address: within("postal-address", [...HOLDER, "address", "payment", "mail", "site", "none"]),
  street: likely("postal-address", "Street"),
  city: within("postal-address", [...HOLDER, "address", "payment", "site"], "City"),
  postalCode: likely("postal-address", "PostalCode"),
  region: within("postal-address", ["person", "account", "address"], "Region"),
  country: within("postal-address", ["person", "account", "address", "payment"], "Country"),
  position: within("geo-location", [...HOLDER, "activity", "tracking", "device"]),
  tracking: certain("geo-location"),
  whereabouts: within("work-location", HOLDER),
  office: within("work-location", HOLDER, "RoomNumber"),
  job: certain("job"),
  jobWord: within("job", HOLDER),
  unit: within("org-unit", HOLDER),
  birthDate: certain("birth-date"),
  age: likely("birth-date", "Age"),
  gender: certain("gender"),
  salutation: likely("gender"),
  maritalStatus: certain("marital-status"),
  nationality: certain("nationality"),
  birthPlace: certain("nationality", "BirthPlace"),
  health: certain("health"),
  healthWord: within("health", ["person"]),
  ethnic: certain("ethnic"),
  religion: certain("religion"),
  union: certain("union"),
  biometric: certain("biometric"),
  fingerprint: within("biometric", HOLDER, "Fingerprint"),
  criminal: certain("criminal"),
  political: { ...certain("other-personal", "PoliticalAffiliation"), special: "art9" },
  sexual: { ...certain("other-personal", "Sexual"), special: "art9" },
  bankAccount: certain("financial", "BankAccount"),
  card: certain("financial", "PaymentCard"),
  cardPart: within("financial", ["payment"], "PaymentCard"),
  accountNumber: within("financial", ["person", "payment", "none"], "FinancialAccountNumber"),
  creditworthiness: certain("financial", "CreditWorthiness"),
  amount: within("financial", ["payment"], "Transactional"),
  balance: within("financial", ["person", "payment"], "FinancialStatus"),
  salary: certain("salary"),
  password: certain("credential"),
  passwordWord: likely("credential"),
  pin: likely("credential", "PINCode"),
  secret: certain("secret-token"),
  token: likely("secret-token"),
  ipAddress: likely("ip-address"),
  macAddress: likely("mac-address"),
  deviceId: likely("device-id"),
  deviceMark: within("device-id", ["device"]),
  userAgent: likely("device-id", "UserAgent"),
  sim: certain("sim-imei"),
  photo: likely("photo"),
  image: within("photo", HOLDER),
  signature: likely("signature"),
  language: within("language", HOLDER),
  timeZone: within("time-zone", HOLDER),
  freeText: { category: "communication-content", strength: "free-text" },
  recordedValue: { category: "other-personal", strength: "free-text" },
  mailHeader: within("email", ["mail"]),
  lastLogin: likely("authentication-log"),
  moment: within("authentication-log", ["login"]),
  behaviour: likely("usage-behaviour"),
  preference: within("usage-behaviour", [...HOLDER], "Preference"),
  visit: within("usage-behaviour", ["tracking"]),
  callRecord: certain("call-record"),
  socialHandle: certain("social-handle"),
  website: within("social-handle", HOLDER),
  emergencyContact: { ...certain("emergency-contact"), subject: THIRD },
  family: { ...likely("family"), subject: THIRD },
  opinion: likely("opinion"),
  rating: within("opinion", ["activity", "ticket"]),
  performance: certain("performance"),
  vehicle: certain("vehicle"),
  biography: certain("other-personal", "LifeHistory"),
  education: certain("other-personal", "Education"),
  privateMatter: within("other-personal", ["person"]),
} as const satisfies Readonly<Record<string, Concept>>;

export type ConceptId = keyof typeof CONCEPTS;

/** Words of one language. Phrases are separated by commas; `!` marks words that mean something else elsewhere. */
export interface Lexicon {
  readonly lang: string;
  readonly concepts: Readonly<Partial<Record<ConceptId, string>>>;
  /** Nouns that say what an entity, or the owner of a value, is. */
  readonly contexts: Readonly<Partial<Record<Context, string>>>;
  /** Nouns and phrases for people by what they do: they name a person when they stand alone. */
  readonly roles: string;
  /** Of these, those that lead others. */
  readonly superiors: string;
  /** Words that make a fact about data of what they follow. */
  readonly about: string;
  /** Words that do so when they come before. */
  readonly aboutBefore: string;
  /** Words for a key or number of something. */
  readonly keys: string;
  /** Words that change nothing. */
  readonly neutral: string;
  /** Prepositions after which the owner follows. */
  readonly of: string;
}
