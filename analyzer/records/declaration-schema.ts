/** `register.yaml` as a schema: what only people know, in one entry per activity, each cell with who said it and when. */
import { Type, type Static } from "typebox";
import { CellSchemas, Manual } from "./declaration-cells.ts";
import { closed, IsoDate, OneOf, Words } from "./declaration-parts.ts";
import { COLUMNS } from "./register.ts";

export const PartySchema = Type.Object(
  {
    name: Words("Name of the organisation or function."),
    role: OneOf(
      "controller",
      "joint-controller",
      "processor",
      "sub-processor",
      "representative",
      "data-protection-officer",
      "recipient",
      "authority",
      "unknown",
    ),
    contact: Type.Optional(Words("Postal address, e-mail, telephone.")),
    country: Type.Optional(
      Type.String({ pattern: "^[A-Z]{2}$", description: "ISO 3166-1 code, such as FR." }),
    ),
    agreement: Type.Optional(
      Words("Contract or arrangement: identifier, date, who keeps it (Art. 28(3), 26)."),
    ),
    known: Type.Optional(
      Type.Array(Type.String(), {
        description: "Names or model paths under which the systems know the party.",
      }),
    ),
  },
  closed,
);

export const ActivitySchema = Type.Object(
  {
    role: Type.Optional(OneOf("controller", "processor")),
    status: Type.Optional(OneOf("draft", "in review", "approved", "retired")),
    onBehalfOf: Type.Optional(Type.Array(Words("Id of a controller, for a processor's record."))),
    elements: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          "Model paths that belong here; an entity takes its fields along, `*` at the end takes all that begin so.",
      }),
    ),
    review: Type.Optional(
      Type.Object(
        {
          author: Type.Optional(Words("Role.")),
          approvedBy: Type.Optional(Words("Role.")),
          approvedOn: Type.Optional(IsoDate),
          next: Type.Optional(IsoDate),
          evidence: Type.Optional(
            Type.String({ pattern: "^[0-9a-f]{16}$", description: "Evidence digest that was approved." }),
          ),
        },
        closed,
      ),
    ),
    notApplicable: Type.Optional(
      Type.Object(Object.fromEntries(COLUMNS.map((column) => [column, Type.Optional(Words("Reason."))])), {
        ...closed,
        description: "Columns that do not apply, each with its reason.",
      }),
    ),
    ...CellSchemas,
  },
  closed,
);

export const RegisterSchema = Type.Object(
  {
    parties: Type.Optional(Type.Record(Type.String(), PartySchema)),
    consumers: Type.Optional(
      Type.Array(
        Type.Object(
          {
            account: Words("Account of an interface, by name or model path."),
            party: Type.Optional(Words("Id of the party behind it.")),
            purpose: Type.Optional(Words("What it uses the interface for.")),
            operations: Type.Optional(Type.Array(OneOf("read", "write", "delete"))),
            entities: Type.Optional(Type.Array(Type.String())),
            until: Type.Optional(IsoDate),
            evidence: Manual,
          },
          closed,
        ),
        { description: "Known callers of programming interfaces." },
      ),
    ),
    activities: Type.Optional(Type.Record(Type.String(), ActivitySchema)),
  },
  { ...closed, title: "register.yaml" },
);

export type RegisterFile = Static<typeof RegisterSchema>;
export type DeclaredParty = Static<typeof PartySchema>;
export type DeclaredActivity = Static<typeof ActivitySchema>;
