/** Schema of each declared column of an activity: words, or parts that rules and documents can reason with. */
import { Type } from "typebox";
import { closed, IsoDate, OneOf, Parts, Text, Words } from "./declaration-parts.ts";

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

export const Manual = Type.Optional(
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
