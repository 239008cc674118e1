/** Schema of a profile's access roles, accounts, notifications and erasure procedures. */
import { Type, type Static } from "typebox";
import { EVIDENCE, closed, days, flag, oneOf, text, texts } from "./profile-schema-parts.ts";
import {
  AUDIENCES,
  CHANNELS,
  ERASURE_KINDS,
  GRANTS,
  NOTIFICATION_STATUSES,
  ROLE_AUDIENCES,
  TERNARY,
} from "./profile-words.ts";

export const RoleSchema = closed({
  audience: Type.Optional(oneOf(ROLE_AUDIENCES)),
  grants: Type.Optional(Type.Record(Type.String(), Type.Array(oneOf(GRANTS)), { description: "By entity." })),
  ...EVIDENCE,
});

export const AccountSchema = closed({
  kind: Type.Optional(oneOf(["human", "technical", "unknown"])),
  roles: texts(),
  apiAccess: flag(),
  status: Type.Optional(oneOf(["enabled", "disabled", "unknown"])),
  ...EVIDENCE,
});

export const NotificationSchema = closed({
  channel: Type.Optional(oneOf(CHANNELS)),
  status: Type.Optional(oneOf(NOTIFICATION_STATUSES)),
  entity: text("Entity whose objects start it."),
  event: text("What happens to the object: create, update, state-enter …"),
  recipients: Type.Optional(
    Type.Record(
      Type.String(),
      closed({ party: text(), field: text("`Entity.field`."), audience: Type.Optional(oneOf(AUDIENCES)) }),
    ),
  ),
  inserts: texts("Fields the message shows: `Entity.field`."),
  wholeRecord: text("The switch that sends the whole record, in words."),
  logStore: text("Store that keeps copies."),
  ...EVIDENCE,
});

export const ErasureSchema = closed({
  kind: Type.Optional(oneOf(ERASURE_KINDS)),
  installed: Type.Optional(oneOf(TERNARY)),
  automatic: flag(),
  delayDays: days(),
  reaches: texts("Fields and stores (`store/…`); absent when nobody can tell."),
  ...EVIDENCE,
});

export type ProfileRole = Static<typeof RoleSchema>;
export type ProfileAccount = Static<typeof AccountSchema>;
export type ProfileNotification = Static<typeof NotificationSchema>;
export type ProfileErasure = Static<typeof ErasureSchema>;
