/** Schema of a profile's entities and fields. */
import { Type, type Static } from "typebox";
import { EVIDENCE, LABELS, closed, flag, oneOf, text, texts } from "./profile-schema-parts.ts";
import {
  ENTITY_ROLES,
  FIELD_KINDS,
  FREE_TEXT,
  HISTORIES,
  ON_TARGET_DELETE,
  PROTECTIONS,
  VALIDATIONS,
} from "./profile-words.ts";

const ORIGIN = Type.Optional(oneOf(["vendor", "extension", "customer", "unknown"], "Who brought it in."));

export const FieldSchema = closed({
  kind: Type.Optional(oneOf(FIELD_KINDS, "Unknown when the source does not tell.")),
  type: text("The product's own name of the type."),
  freeText: Type.Optional(oneOf(FREE_TEXT)),
  validation: Type.Optional(closed({ kind: oneOf(VALIDATIONS), pattern: text(), holds: flag() })),
  protection: Type.Optional(oneOf(PROTECTIONS)),
  category: text("What the field holds, by the analysis' own category or the source's word."),
  labels: LABELS,
  description: text(),
  target: text("Entity a reference points to."),
  onTargetDelete: Type.Optional(oneOf(ON_TARGET_DELETE)),
  values: texts("Codes of a choice."),
  length: Type.Optional(Type.Integer({ minimum: 1 })),
  mandatory: flag(),
  readOnly: flag(),
  origin: ORIGIN,
});

export const EntitySchema = closed({
  role: Type.Optional(oneOf(ENTITY_ROLES)),
  parent: text("Entity whose fields it inherits."),
  abstract: flag(),
  link: flag("Joins two entities."),
  labels: LABELS,
  history: Type.Optional(oneOf(HISTORIES, "What the change history keeps of its fields.")),
  scope: text("Field through which rows belong to an organisation."),
  displayName: texts(),
  reconciliation: texts("Fields an import matches by."),
  states: texts(),
  openEnded: text("Fields the source does not list, in its words."),
  origin: ORIGIN,
  fields: Type.Optional(Type.Record(Type.String(), FieldSchema)),
  ...EVIDENCE,
});

export type ProfileField = Static<typeof FieldSchema>;
export type ProfileEntity = Static<typeof EntitySchema>;
