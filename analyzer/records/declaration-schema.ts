/** `register.yaml` as a schema: what only people know, in one entry per activity, each cell with who said it and when. */
import { Type, type Static, type TProperties } from "typebox";
import { COLUMNS } from "./register.ts";

const closed = { additionalProperties: false } as const;
const Words = (description: string) => Type.String({ minLength: 1, maxLength: 2000, description });
const OneOf = <const T extends readonly string[]>(...values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])));
const IsoDate = Type.String({ pattern: "^\\d{4}-\\d{2}(-\\d{2})?$", description: "2026-03-01, or 2026-03." });

const Signed = {
  by: Type.Optional(Words("Role of the person who declares it, not a name.")),
  on: Type.Optional(IsoDate),
};

/** A cell of words: a line, a list of lines, or either with who declared it. */
const Text = (description: string) =>
  Type.Union(
    [
      Words(description),
      Type.Array(Words(description)),
      Type.Object(
        { value: Type.Union([Words(description), Type.Array(Words(description))]), ...Signed },
        closed,
      ),
    ],
    { description },
  );

/** A cell with parts of its own; `value` adds words to them or stands for them. */
const Parts = <P extends TProperties>(properties: P, description: string) =>
  Type.Object(
    {
      value: Type.Optional(Type.Union([Words(description), Type.Array(Words(description))])),
      ...properties,
      ...Signed,
    },
    { ...closed, description },
  );

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

const RetentionItem = Type.Object(
  {
    category: Words("A category of personal data, or `all`."),
    duration: Type.Optional(
      Type.String({
        pattern: "^(\\d{1,4} (day|week|month|year)s?|P\\d{1,4}[DWMY])$",
        description: "24 months, or P24M.",
      }),
    ),
    criterion: Type.Optional(Words("A condition where no period can be given.")),
    start: Type.Optional(Words("The event the period counts from.")),
    action: Type.Optional(OneOf("erase", "pseudonymise", "anonymise", "archive", "review", "legal hold")),
    enforcement: Type.Optional(OneOf("job", "configuration", "manual")),
    reference: Type.Optional(Words("Provision or policy the limit rests on.")),
  },
  closed,
);

const TransferItem = Type.Object(
  {
    party: Words("Id of a party."),
    country: Type.Optional(Words("Country or international organisation.")),
    mechanism: Type.Optional(Words("Adequacy decision, standard contractual clauses, derogation …")),
    document: Type.Optional(Words("Title or identifier of the document.")),
    date: Type.Optional(IsoDate),
    expires: Type.Optional(IsoDate),
    remoteAccess: Type.Optional(Type.Boolean({ description: "Access from there to data stored elsewhere." })),
  },
  closed,
);

const Manual = Type.Optional(
  Type.Literal("manual", { description: "Happens outside the systems: no trace is expected." }),
);

export const CellSchemas = {
  name: Type.Optional(Text("Name of the activity.")),
  owner: Type.Optional(Text("Function that answers for the activity.")),
  purpose: Type.Optional(Text("What the data are used for.")),
  "legal-basis": Type.Optional(
    Parts(
      {
        article6: Type.Optional(OneOf("a", "b", "c", "d", "e", "f")),
        interest: Type.Optional(Words("The legitimate interest, for (f).")),
        assessment: Type.Optional(Words("Reference of the balancing of interests, for (f).")),
        withdrawal: Type.Optional(Words("How consent is withdrawn, for (a).")),
        reference: Type.Optional(Words("Contract or provision.")),
      },
      "Basis under Article 6(1).",
    ),
  ),
  "art9-condition": Type.Optional(
    Parts(
      {
        condition: Type.Optional(OneOf("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "article 10")),
        reference: Type.Optional(Words("Provision or document.")),
      },
      "Condition under Article 9(2), or the regime of Article 10.",
    ),
  ),
  "data-subjects": Type.Optional(Text("Category of persons.")),
  "data-categories": Type.Optional(Text("Category of personal data: its id (birth-date) or its label.")),
  "free-text": Type.Optional(Text("What free text is used for.")),
  sources: Type.Optional(
    Parts(
      {
        items: Type.Optional(
          Type.Array(
            Type.Object(
              { name: Words("Source, as the systems name it, or its model path."), evidence: Manual },
              closed,
            ),
          ),
        ),
      },
      "Where the data come from.",
    ),
  ),
  "internal-recipients": Type.Optional(Text("Category of recipients inside.")),
  "external-recipients": Type.Optional(
    Parts(
      {
        items: Type.Optional(
          Type.Array(
            Type.Object(
              {
                party: Words("Id of a party, or the name the systems use."),
                receives: Type.Optional(Type.Array(Words("Category of data."))),
                evidence: Manual,
              },
              closed,
            ),
          ),
        ),
      },
      "Recipients outside.",
    ),
  ),
  processors: Type.Optional(
    Parts(
      {
        items: Type.Optional(
          Type.Array(
            Type.Object(
              {
                party: Words("Id of a party."),
                agreement: Type.Optional(Words("Agreement: identifier and date.")),
              },
              closed,
            ),
          ),
        ),
      },
      "Who processes on the controller's behalf.",
    ),
  ),
  "third-countries": Type.Optional(
    Parts(
      {
        state: Type.Optional(OneOf("not examined", "none identified", "identified")),
        items: Type.Optional(Type.Array(TransferItem)),
      },
      "Transfers to third countries or international organisations.",
    ),
  ),
  "transfer-mechanism": Type.Optional(
    Text("Basis of each transfer; normally given with the transfer itself."),
  ),
  retention: Type.Optional(
    Parts({ items: Type.Optional(Type.Array(RetentionItem)) }, "Time limits per category."),
  ),
  "retention-evidence": Type.Optional(Text("How limits are carried out where no system shows it.")),
  measures: Type.Optional(
    Parts(
      {
        items: Type.Optional(
          Type.Array(
            Type.Object(
              {
                part: OneOf("a", "b", "c", "d"),
                text: Words("The measure."),
                status: OneOf("implemented", "planned"),
              },
              closed,
            ),
          ),
        ),
      },
      "Measures under Article 32(1).",
    ),
  ),
  location: Type.Optional(Text("Where data are stored, and from where they are accessed.")),
  software: Type.Optional(Text("Software used.")),
  "automated-decisions": Type.Optional(Text("Decisions under Article 22, or that there are none.")),
  rights: Type.Optional(Text("How data subjects exercise their rights.")),
  dpia: Type.Optional(
    Parts(
      {
        decision: Type.Optional(OneOf("required", "not required", "under way", "done")),
        reason: Type.Optional(Words("Why.")),
        reference: Type.Optional(Words("Document and date.")),
      },
      "Decision on an impact assessment.",
    ),
  ),
} as const;

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
  { ...closed, $id: "https://art30.dev/schema/register.yaml.json", title: "register.yaml" },
);

export type RegisterFile = Static<typeof RegisterSchema>;
export type DeclaredParty = Static<typeof PartySchema>;
export type DeclaredActivity = Static<typeof ActivitySchema>;
