/** The register of the invented hospital group, hand-written, as the API answers it. */
import type { Cell, RegisterView } from "../../server/contract.ts";

function cell(state: Cell["state"], value: readonly string[], rest: Partial<Cell> = {}): Cell {
  return {
    state,
    value: [...value],
    evidence: [],
    declaredBy: null,
    declaredOn: null,
    question: null,
    note: null,
    ...rest,
  };
}

/** A fresh register for each server, so that what one test declares is not there in the next. */
export function register(): RegisterView {
  const record = (
    id: string,
    name: string,
    systems: string[],
    purpose: Cell,
  ): RegisterView["records"][number] => ({
    id,
    role: "controller" as const,
    status: "draft",
    systems,
    cells: {
      name: cell("inferred", [name]),
      purpose,
      "data-categories": cell("inferred", ["name", "phone", "communication content"], {
        evidence: [
          {
            path: "itop:Person.mobile_phone",
            file: "itop/datamodel.rosenhof.xml",
            line: 88,
            quote: "mobile_phone",
            digest: "77aa10c2f0d93b61",
          },
        ],
      }),
      "external-recipients": cell("conflict", ["Aldermed Devices"], {
        note: "The register says nobody outside; a webhook sends to Aldermed Devices.",
      }),
      retention: cell("missing", [], { question: "How long are closed requests kept, and why so long?" }),
      "art9-condition": cell("not-applicable", [], { note: "No special category was found." }),
    },
  });
  return {
    controller: { name: "Rosenhof hospital group", contact: "dpo@rosenhof.example", country: "DE" },
    records: [
      record(
        "ITSM-01",
        "Handling of requests",
        ["itop"],
        cell("missing", [], { question: "Why does the organisation handle requests?" }),
      ),
      record(
        "ITSM-02",
        "Directory of staff",
        ["hr", "itop"],
        cell("declared", ["Reach colleagues on duty"], {
          declaredBy: "data protection officer",
          declaredOn: "2026-01-12",
        }),
      ),
    ],
    columns: [
      { id: "name", label: "Name", article: "Art. 30(1)", kind: "inferred" },
      { id: "purpose", label: "Purposes", article: "Art. 30(1)(b)", kind: "declared" },
      {
        id: "data-categories",
        label: "Categories of personal data",
        article: "Art. 30(1)(c)",
        kind: "inferred",
      },
      { id: "external-recipients", label: "Recipients outside", article: "Art. 30(1)(d)", kind: "candidate" },
      { id: "retention", label: "Time limits for erasure", article: "Art. 30(1)(f)", kind: "declared" },
      {
        id: "art9-condition",
        label: "Condition for special categories",
        article: "Art. 9(2)",
        kind: "declared",
      },
    ],
    gaps: [
      {
        record: "ITSM-01",
        column: "purpose",
        article: "Art. 30(1)(b)",
        kind: "missing",
        says: "No purpose is declared.",
      },
      {
        record: "ITSM-01",
        column: "retention",
        article: "Art. 30(1)(f)",
        kind: "missing",
        says: "No time limit is declared.",
      },
      {
        record: null,
        column: "officer",
        article: "Art. 37",
        kind: "missing",
        says: "No data protection officer is named.",
      },
    ],
    completeness: { filled: 9, of: 14 },
    coverage: { assigned: 61, of: 70 },
  };
}
