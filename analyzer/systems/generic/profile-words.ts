/** The closed lists a system profile may choose from, each held to the model's own union. */
import type { GrantOperation, Role } from "../../model/access.ts";
import type { ClaimTopic } from "../../model/claim.ts";
import type { EntityRole } from "../../model/entity.ts";
import type { FieldHistory, FieldKind, FreeText, OnTargetDelete, Validation } from "../../model/field.ts";
import type { DeletionPolicy, MovementKind, MovementStatus, Transport } from "../../model/movement.ts";
import type { Audience, Notification } from "../../model/notification.ts";
import type { ErasureProcedure, PartyKind } from "../../model/party.ts";
import type { Retention } from "../../model/retention.ts";
import type { Store, StoreKind, StorePart } from "../../model/store.ts";
import type { Deployment } from "../../model/system.ts";

/** A list that names every member of a union: a missing one does not compile. */
function allOf<Word extends string>(words: Readonly<Record<Word, true>>): readonly Word[] {
  return Object.keys(words) as Word[];
}

const t = true;

export const DEPLOYMENTS = allOf<Deployment["mode"]>({
  "on-premises": t,
  "vendor-cloud": t,
  hosted: t,
  unknown: t,
});
export const TERNARY = ["yes", "no", "unknown"] as const;
export const MODALITIES = ["is", "can", "should", "option"] as const;
export const AUDIENCES = allOf<Audience>({ subject: t, internal: t, external: t, unknown: t });
export const ROLE_AUDIENCES = allOf<Role["audience"]>({
  "end-user": t,
  internal: t,
  admin: t,
  technical: t,
  unknown: t,
});
export const GRANTS = allOf<GrantOperation>({
  read: t,
  write: t,
  delete: t,
  "bulk-read": t,
  "bulk-write": t,
  "bulk-delete": t,
});
export const ENTITY_ROLES = allOf<EntityRole>({
  subject: t,
  account: t,
  "person-link": t,
  ticket: t,
  "log-record": t,
  "configuration-item": t,
  site: t,
  organisation: t,
  catalogue: t,
  technical: t,
  other: t,
});
export const FIELD_KINDS = allOf<FieldKind>({
  string: t,
  text: t,
  html: t,
  log: t,
  blob: t,
  image: t,
  enum: t,
  tagset: t,
  number: t,
  date: t,
  datetime: t,
  duration: t,
  boolean: t,
  email: t,
  phone: t,
  url: t,
  ip: t,
  reference: t,
  "back-reference": t,
  copy: t,
  computed: t,
  hash: t,
  encrypted: t,
  "clear-secret": t,
  query: t,
  opaque: t,
  unknown: t,
});
export const FREE_TEXT = allOf<FreeText>({ none: t, short: t, long: t, log: t, binary: t });
export const VALIDATIONS = allOf<Validation["kind"]>({
  none: t,
  type: t,
  pattern: t,
  picklist: t,
  mask: t,
  reference: t,
  computed: t,
});
/** `optional` and `recommended` are what papers promise; neither protects anything. */
export const PROTECTIONS = [
  "none",
  "encrypted",
  "hashed",
  "clear-secret",
  "optional",
  "recommended",
] as const;
export const HISTORIES = allOf<FieldHistory["keeps"]>({ none: t, previous: t, "old+new": t, marker: t });
export const ON_TARGET_DELETE = allOf<OnTargetDelete>({
  reset: t,
  cascade: t,
  ask: t,
  "move-up": t,
  none: t,
  unknown: t,
});
export const STORE_KINDS = allOf<StoreKind>({
  primary: t,
  history: t,
  "notification-log": t,
  "api-log": t,
  "event-log": t,
  "audit-log": t,
  "login-log": t,
  "sync-log": t,
  "file-log": t,
  "sync-staging": t,
  queue: t,
  attachment: t,
  mailbox: t,
  "raw-mail": t,
  preferences: t,
  replica: t,
  backup: t,
  statistics: t,
  "case-log": t,
});
export const STORE_PARTS = allOf<StorePart>({
  addresses: t,
  bodies: t,
  payloads: t,
  "old-values": t,
  names: t,
  trace: t,
  binary: t,
  credentials: t,
});
export const STORE_STATES = allOf<Store["active"]["state"]>({ on: t, off: t, unknown: t });
export const SUBJECT_KEYS = allOf<Store["subjectKey"]>({
  reference: t,
  id: t,
  name: t,
  email: t,
  "free-text": t,
  none: t,
});
export const ERASED = allOf<Store["erasedWithSubject"]>({ yes: t, no: t, unknown: t, partial: t });
export const RETENTION_SOURCES = allOf<Retention["source"]>({
  configured: t,
  default: t,
  declared: t,
  "hard-coded": t,
  contract: t,
  unknown: t,
});
/** A description has a word for what its code does. */
export const MOVEMENT_KINDS = allOf<Exclude<MovementKind, "code">>({
  "directory-sync": t,
  "file-import": t,
  "database-sync": t,
  api: t,
  "mail-in": t,
  webhook: t,
  export: t,
  replication: t,
  backup: t,
  telemetry: t,
  "log-shipping": t,
  authentication: t,
  monitoring: t,
});
export const MOVEMENT_STATUSES = allOf<MovementStatus>({
  production: t,
  test: t,
  disabled: t,
  obsolete: t,
  unknown: t,
});
export const TLS = allOf<Transport["tls"]>({ required: t, optional: t, none: t, unknown: t });
export const DELETION_POLICIES = allOf<DeletionPolicy["policy"]>({
  ignore: t,
  delete: t,
  update: t,
  "update-then-delete": t,
  propagated: t,
  unknown: t,
});
export const CHANNELS = allOf<Notification["channel"]>({
  email: t,
  "in-app": t,
  sms: t,
  chat: t,
  webhook: t,
});
export const NOTIFICATION_STATUSES = allOf<Notification["status"]>({
  enabled: t,
  test: t,
  disabled: t,
  unknown: t,
});
export const PARTY_KINDS = allOf<PartyKind>({
  role: t,
  team: t,
  organisation: t,
  "data-subject": t,
  vendor: t,
  host: t,
  source: t,
  unknown: t,
});
export const PARTY_ROLES = [
  "controller",
  "joint-controller",
  "processor",
  "sub-processor",
  "recipient",
  "data-subject",
] as const;
export const CLAIM_TOPICS = allOf<ClaimTopic>({
  encryption: t,
  transport: t,
  retention: t,
  role: t,
  hosting: t,
  support: t,
  monitoring: t,
  "ml-use": t,
  telemetry: t,
  credentials: t,
  inventory: t,
  certification: t,
  availability: t,
  access: t,
  other: t,
});
export const ERASURE_KINDS = allOf<ErasureProcedure["kind"]>({ delete: t, anonymise: t, pseudonymise: t });
