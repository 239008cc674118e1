/** Schema of a profile's stores and movements. */
import { Type, type Static } from "typebox";
import { EVIDENCE, closed, days, flag, oneOf, text, texts } from "./profile-schema-parts.ts";
import {
  DELETION_POLICIES,
  ERASED,
  MODALITIES,
  MOVEMENT_KINDS,
  MOVEMENT_STATUSES,
  RETENTION_SOURCES,
  STORE_KINDS,
  STORE_PARTS,
  STORE_STATES,
  SUBJECT_KEYS,
  TERNARY,
  TLS,
} from "./profile-words.ts";

export const RetentionSchema = closed({
  days: days(),
  criterion: text("When rows end, in words, if no period does."),
  forEver: flag("Nothing ends the rows."),
  as: Type.Optional(oneOf(RETENTION_SOURCES, "What kind of statement it is.")),
  ...EVIDENCE,
});

export const StoreSchema = closed({
  name: text(),
  kind: Type.Optional(oneOf(STORE_KINDS)),
  entity: text("Entity whose rows are the store."),
  of: texts("Entities whose values it keeps."),
  parts: Type.Optional(Type.Array(oneOf(STORE_PARTS))),
  fields: texts("Fields whose values it keeps: `Entity.field`."),
  active: Type.Optional(oneOf(STORE_STATES)),
  setting: text("Setting that switches it."),
  retention: Type.Optional(RetentionSchema),
  purge: Type.Optional(
    closed({
      exists: Type.Optional(oneOf(TERNARY)),
      enabled: Type.Optional(oneOf(TERNARY)),
      scheduled: Type.Optional(oneOf(TERNARY)),
      covers: text("`all`, or the condition in words."),
    }),
  ),
  subjectKey: Type.Optional(oneOf(SUBJECT_KEYS)),
  derivedFrom: texts("Stores (`store/…`) or entities the content comes from."),
  erasedWithSubject: Type.Optional(oneOf(ERASED)),
  condition: text("When it is kept at all, in the source's words."),
  ...EVIDENCE,
});

export const TransportSchema = closed({
  scheme: text(),
  tls: Type.Optional(oneOf(TLS)),
  modality: Type.Optional(oneOf(MODALITIES, "Only `is` counts as protection.")),
  ...EVIDENCE,
});

export const MovementSchema = closed({
  kind: Type.Optional(oneOf(MOVEMENT_KINDS)),
  status: Type.Optional(oneOf(MOVEMENT_STATUSES)),
  from: text("`party/…`, `store/…`, `self`, `system/…` or an entity."),
  to: text("As `from`."),
  fields: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()]), {
      description: "Own field (`Entity.field`) → the other side's name for it.",
    }),
  ),
  match: texts("Fields that find the record."),
  mapOpen: text("What moves beside the listed fields, in the source's words."),
  transport: Type.Optional(TransportSchema),
  deletion: Type.Optional(
    closed({
      policy: oneOf(DELETION_POLICIES),
      retentionDays: days(),
      canFire: Type.Optional(oneOf(TERNARY)),
      why: text(),
    }),
  ),
  staging: text("Store rows pass through."),
  purpose: text("Purpose in the source's words; never a declaration."),
  condition: text("When it happens at all, in the source's words."),
  ...EVIDENCE,
});

export type ProfileRetention = Static<typeof RetentionSchema>;
export type ProfileStore = Static<typeof StoreSchema>;
export type ProfileTransport = Static<typeof TransportSchema>;
export type ProfileMovement = Static<typeof MovementSchema>;
