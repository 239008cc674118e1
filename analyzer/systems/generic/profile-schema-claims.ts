/** Schema of a profile's documents, parties, claims, open questions and settings. */
import { Type, type Static } from "typebox";
import { EVIDENCE, closed, oneOf, text, texts } from "./profile-schema-parts.ts";
import { AUDIENCES, CLAIM_TOPICS, MODALITIES, PARTY_KINDS, PARTY_ROLES } from "./profile-words.ts";

const DATE = Type.Union(
  [Type.String({ pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" }), Type.Integer({ minimum: 1990, maximum: 2100 })],
  { description: "A date, a month or a year." },
);

export const DocumentSchema = closed({ title: text(), assertedOn: Type.Optional(DATE) });

export const PartySchema = closed({
  name: text(),
  kind: Type.Optional(oneOf(PARTY_KINDS)),
  audience: Type.Optional(oneOf(AUDIENCES)),
  country: Type.Optional(Type.String({ pattern: "^[A-Z]{2}$", description: "ISO 3166-1, two letters." })),
  ...EVIDENCE,
});

export const ClaimSchema = closed({
  topic: Type.Optional(oneOf(CLAIM_TOPICS)),
  says: text("The statement in short, in the profile author's words."),
  modality: Type.Optional(oneOf(MODALITIES)),
  assertedOn: Type.Optional(DATE),
  roles: Type.Optional(
    Type.Record(Type.String(), oneOf(PARTY_ROLES), { description: "By party: the role the text gives it." }),
  ),
  conflictsWith: texts("Claims that contradict it; one side is enough."),
  ...EVIDENCE,
});

export const QuestionSchema = closed({
  asks: text(),
  unknown: text("What the analysis lacks without an answer."),
  topic: Type.Optional(oneOf(CLAIM_TOPICS)),
  answer: text("The answer, in short; it becomes a claim."),
  answeredOn: Type.Optional(DATE),
  ...EVIDENCE,
});

const VALUE = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

export const SettingSchema = closed({
  value: Type.Optional(VALUE),
  default: Type.Optional(VALUE),
  ...EVIDENCE,
});

export type ProfileParty = Static<typeof PartySchema>;
export type ProfileClaim = Static<typeof ClaimSchema>;
export type ProfileQuestion = Static<typeof QuestionSchema>;
export type ProfileSetting = Static<typeof SettingSchema>;
