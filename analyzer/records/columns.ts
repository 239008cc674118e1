/** What each column of a record is called, which article asks for it, and where its content may come from. */
import type { Column } from "./register.ts";

/**
 * `inferred`: filled from artefacts, with evidence. `candidate`: proposed from artefacts, a person confirms.
 * `declared`: only people know it; nothing but a declaration ever fills it.
 */
export type ColumnKind = "inferred" | "candidate" | "declared";

export interface ColumnMeaning {
  readonly label: string;
  /** Provision of Regulation (EU) 2016/679 in its own numbering. */
  readonly article: string;
  readonly kind: ColumnKind;
  /** Item of Article 30 the column answers: (1) for controllers, (2) for processors; `null` beyond Article 30. */
  readonly item: { readonly controller: string | null; readonly processor: string | null };
}

const BEYOND = { controller: null, processor: null } as const;

function asked(controller: string | null, processor: string | null = null): ColumnMeaning["item"] {
  return { controller, processor };
}

function column(
  label: string,
  article: string,
  kind: ColumnKind,
  item: ColumnMeaning["item"] = BEYOND,
): ColumnMeaning {
  return { label, article, kind, item };
}

export const COLUMN: Readonly<Record<Column, ColumnMeaning>> = {
  name: column("Activity", "Art. 30(1)", "candidate"),
  owner: column("Owner", "Art. 24(1)", "declared"),
  purpose: column("Purposes", "Art. 30(1)(b)", "declared", asked("(b)")),
  "legal-basis": column("Legal basis", "Art. 6(1)", "declared"),
  "art9-condition": column("Condition for special categories", "Art. 9(2), 10", "declared"),
  "data-subjects": column("Categories of data subjects", "Art. 30(1)(c)", "candidate", asked("(c)")),
  "data-categories": column("Categories of personal data", "Art. 30(1)(c)", "inferred", asked("(c)")),
  "free-text": column("Free text that may contain anything", "Art. 5(1)(c)", "inferred"),
  sources: column("Sources of the data", "Art. 14(2)(f)", "inferred"),
  "internal-recipients": column("Recipients inside", "Art. 30(1)(d)", "inferred", asked("(d)")),
  "external-recipients": column("Recipients outside", "Art. 30(1)(d)", "inferred", asked("(d)")),
  processors: column("Processors and agreements", "Art. 28(3)", "declared"),
  "third-countries": column("Transfers to third countries", "Art. 30(1)(e)", "declared", asked("(e)", "(c)")),
  "transfer-mechanism": column("Basis of transfers", "Art. 44 to 49", "declared", asked("(e)", "(c)")),
  retention: column("Envisaged time limits for erasure", "Art. 30(1)(f)", "declared", asked("(f)")),
  "retention-evidence": column("What the systems do", "Art. 5(1)(e)", "inferred"),
  measures: column("Security measures", "Art. 30(1)(g)", "inferred", asked("(g)", "(d)")),
  location: column("Place of storage", "Art. 30(1)(e)", "declared"),
  software: column("Software", "Art. 32(1)", "inferred"),
  "automated-decisions": column("Automated decisions", "Art. 22", "candidate"),
  rights: column("Rights and how they are exercised", "Art. 13 to 22", "candidate"),
  dpia: column("Impact assessment", "Art. 35", "declared"),
};
