/** `system.yaml` (format `art30.system/1`): one schema gives validation, types and the JSON Schema for editors. */
import { Type, type Static } from "typebox";
import {
  ClaimSchema,
  DocumentSchema,
  PartySchema,
  QuestionSchema,
  SettingSchema,
} from "./profile-schema-claims.ts";
import { AccountSchema, ErasureSchema, NotificationSchema, RoleSchema } from "./profile-schema-access.ts";
import { EntitySchema } from "./profile-schema-entities.ts";
import { EVIDENCE, closed, oneOf, text } from "./profile-schema-parts.ts";
import { MovementSchema, StoreSchema } from "./profile-schema-flows.ts";
import { DEPLOYMENTS } from "./profile-words.ts";

/** The version of the format this reader understands. */
export const PROFILE_FORMAT = "art30.system/1";

const named = <Schema extends Parameters<typeof Type.Record>[1]>(schema: Schema, description: string) =>
  Type.Optional(Type.Record(Type.String(), schema, { description }));

/**
 * Elements are maps by name, and all their keys are optional: a workspace's file names only what it adds to or
 * changes in the profile below it. What an element cannot be without is asked for once both are merged.
 */
export const ProfileSchema = Type.Object(
  {
    format: Type.String({ description: `Always ${PROFILE_FORMAT}.` }),
    system: text("Name of the profile, for people."),
    extends: text("A shipped profile this file completes; art30.yaml may name it instead."),
    source: text("Document that elements rest on unless they name another."),
    product: Type.Optional(closed({ name: text(), vendor: text(), version: text("As written, quoted.") })),
    deployment: Type.Optional(oneOf(DEPLOYMENTS, "How the described product runs.")),
    deployments: Type.Optional(
      Type.Array(oneOf(DEPLOYMENTS), { description: "Every deployment the product is offered in." }),
    ),
    hosting: Type.Optional(closed({ host: text("Who runs the machines."), region: text(), ...EVIDENCE })),
    documents: named(DocumentSchema, "Texts the profile rests on."),
    entities: named(EntitySchema, "Tables, business objects, forms: what has fields."),
    stores: named(StoreSchema, "Places that keep copies."),
    movements: named(MovementSchema, "Data that comes in, goes out or is copied."),
    notifications: named(NotificationSchema, "Messages that leave on an event."),
    parties: named(PartySchema, "Who gives, receives or decides."),
    roles: named(RoleSchema, "Access roles."),
    accounts: named(AccountSchema, "Accounts, as far as they are technical."),
    settings: named(SettingSchema, "Switches that decide what is collected or kept."),
    erasure: named(ErasureSchema, "Ways to erase or pseudonymise a person."),
    claims: named(ClaimSchema, "What the vendor or the customer states; never taken for a fact."),
    questions: named(QuestionSchema, "What the documents leave open."),
  },
  { additionalProperties: false },
);

export type Profile = Static<typeof ProfileSchema>;

/** The JSON Schema of the format, for editors. */
export function profileJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "system.yaml",
    ...(JSON.parse(JSON.stringify(ProfileSchema)) as Record<string, unknown>),
  };
}
