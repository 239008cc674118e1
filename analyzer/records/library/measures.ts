/** Security measures whose technical half shows in settings, fields, stores and rights (Art. 32(1)). */
import type { Setting } from "../../model/setting.ts";
import type { StoreKind } from "../../model/store.ts";
import type { System } from "../../model/system.ts";
import { evidence, proved } from "../digest.ts";
import type { CellEvidence } from "../register.ts";

export type MeasurePart = "a" | "b" | "c" | "d";

export interface Measure {
  readonly id: string;
  readonly part: MeasurePart;
  readonly label: string;
  /** DPV 2.3 term; `null` where there is none. */
  readonly dpv: string | null;
  /** What shows that it is in force; empty when nothing does. */
  readonly shown: (system: System) => readonly CellEvidence[];
}

/** A setting in force that fits; names are the product's own, so other products never match by chance. */
function setting(name: string, fits: (value: Setting["value"]) => boolean): Measure["shown"] {
  return ({ settings }) =>
    settings
      .filter((each) => each.name === name && each.secret === "none" && fits(each.value))
      .map((each) =>
        proved(each.path, `${name} = ${String(each.value)}`, { location: each.location, basis: each.basis }),
      );
}

function protectedFields(protection: "encrypted" | "hashed"): Measure["shown"] {
  return ({ entities }) =>
    entities.flatMap((entity) =>
      entity.fields
        .filter((field) => field.protection === protection && field.declaredIn === entity.name)
        .map((field) =>
          evidence(field.path, `${entity.name}.${field.name}: ${field.declaredType}`, field.location),
        ),
    );
}

function stores(...kinds: readonly StoreKind[]): Measure["shown"] {
  return (system) =>
    system.stores
      .filter((store) => kinds.includes(store.kind) && store.active.state === "on")
      .map((store) => proved(store.path, `store ${store.name} is on`, store.active.proof));
}

const isOn = (value: Setting["value"]): boolean =>
  value === true || value === 1 || value === "1" || value === "true";
const isSome =
  (...words: readonly string[]) =>
  (value: Setting["value"]): boolean =>
    words.some((word) =>
      String(value)
        .toLowerCase()
        .split(/[|,;\s]+/)
        .includes(word),
    );

export const MEASURES: readonly Measure[] = [
  {
    id: "tls-application",
    part: "a",
    label: "Encryption between browser and application",
    dpv: "dpv:EncryptionInTransfer",
    shown: setting("app_root_url", (value) => String(value).startsWith("https://")),
  },
  {
    id: "tls-database",
    part: "a",
    label: "Encryption between application and database",
    dpv: "dpv:EncryptionInTransfer",
    shown: setting("db_tls.enabled", isOn),
  },
  {
    id: "tls-mail",
    part: "a",
    label: "Encryption between application and mail server",
    dpv: "dpv:EncryptionInTransfer",
    shown: setting("email_transport_smtp.encryption", isSome("tls", "ssl", "starttls")),
  },
  {
    id: "tls-directory",
    part: "a",
    label: "Encryption between application and directory",
    dpv: "dpv:EncryptionInTransfer",
    shown: setting("authent-ldap/start_tls", isOn),
  },
  {
    id: "encrypted-fields",
    part: "a",
    label: "Fields encrypted by the application",
    dpv: "dpv:EncryptionAtRest",
    shown: protectedFields("encrypted"),
  },
  {
    id: "hashed-fields",
    part: "a",
    label: "One-way hashes for passwords",
    dpv: "dpv:HashFunctions",
    shown: protectedFields("hashed"),
  },
  {
    id: "pseudonymisation",
    part: "a",
    label: "Pseudonymisation of former users",
    dpv: "dpv:Pseudonymisation",
    shown: ({ erasure }) =>
      erasure
        .filter(({ kind, installed }) => kind !== "delete" && installed === "yes")
        .map((each) =>
          proved(each.path, `${each.name}, ${each.automatic ? "automatic" : "run by hand"}`, each.proof),
        ),
  },
  {
    id: "roles",
    part: "b",
    label: "Access by roles",
    dpv: "dpv:AccessControlMethod",
    shown: ({ roles }) => roles.map((role) => proved(role.path, `role ${role.name}`, role.proof)),
  },
  {
    id: "organisation-silos",
    part: "b",
    label: "Accounts limited to organisations",
    dpv: "dpv:AccessControlMethod",
    shown: ({ accounts }) =>
      accounts
        .filter(({ orgScope, status }) => typeof orgScope === "number" && status !== "disabled")
        .map((account) => proved(account.path, "account limited to organisations", account.proof)),
  },
  {
    id: "interface-restricted",
    part: "b",
    label: "Programming interface limited to a role",
    dpv: "dpv:AccessControlMethod",
    shown: setting("secure_rest_services", isOn),
  },
  {
    id: "single-sign-on",
    part: "b",
    label: "Single sign-on",
    dpv: "dpv:SingleSignOn",
    shown: setting("allowed_login_types", isSome("saml", "oauth", "openid", "cas", "hybridauth")),
  },
  {
    id: "change-history",
    part: "b",
    label: "Changes are recorded with author and time",
    dpv: "dpv:ActivityMonitoring",
    shown: stores("history", "audit-log"),
  },
  {
    id: "login-log",
    part: "b",
    label: "Log-ins are recorded",
    dpv: "dpv:ActivityMonitoring",
    shown: stores("login-log"),
  },
  {
    id: "interface-log",
    part: "b",
    label: "Calls of the interface are recorded",
    dpv: "dpv:ActivityMonitoring",
    shown: stores("api-log"),
  },
  { id: "backup", part: "c", label: "Back-ups", dpv: "dpv:DataBackupProtocols", shown: stores("backup") },
];
