import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declareCell } from "../../../analyzer/records/declare-cell.ts";
import { cellLines } from "../../../analyzer/records/declared-lines.ts";
import { COLUMNS, type Column } from "../../../analyzer/records/register.ts";
import { stringify } from "yaml";
import { declarationsOf } from "./hospital-register.ts";

const signed = { by: "Data protection officer", on: "2026-07-01" } as const;
const declare = (text: string, record: string, column: Column, ...value: string[]): string =>
  declareCell(text, { record, column, value, ...signed });

const KEPT = `# Kept by the data protection officer.
activities:
  ITSM-01:
    # Decided in the meeting of May.
    owner: Head of the service desk # until further notice
    retention:
      items:
        # Two years, as the works council asked.
        - category: email
          duration: 24 months
          start: closing
        - category: all
          criterion: as long as the request is open
`;

describe("declaring a cell", () => {
  it("starts a file where there is none", () => {
    const text = declare("", "ITSM-01", "purpose", "Help staff");
    expect(declarationsOf(text).register.activities).toEqual({
      "ITSM-01": { purpose: { value: "Help staff", ...signed } },
    });
  });

  it("adds an activity to an empty map, one key a line", () => {
    expect(declare("activities: {}\n", "ITSM-01", "purpose", "Help staff")).toContain(
      "activities:\n  ITSM-01:\n    purpose:\n",
    );
    expect(declare("activities:\n", "ITSM-01", "purpose", "Help staff")).toContain(
      "activities:\n  ITSM-01:\n    purpose:\n",
    );
  });

  it("keeps comments and what it does not touch", () => {
    const text = declare(KEPT, "ITSM-01", "purpose", "Help staff");
    expect(text.startsWith(KEPT)).toBe(true);
  });

  it("keeps an item with all its parts when its line is still there, and drops the others", () => {
    const text = declare(
      KEPT,
      "ITSM-01",
      "retention",
      "E-mail address: 24 months from closing",
      "Names: one year",
    );
    expect(text).toContain("# Two years, as the works council asked.");
    expect(declarationsOf(text).register.activities?.["ITSM-01"]?.retention).toEqual({
      items: [{ category: "email", duration: "24 months", start: "closing" }],
      value: "Names: one year",
      ...signed,
    });
  });

  it("understands the lines it writes itself", () => {
    const text = declare(
      "",
      "ITSM-01",
      "legal-basis",
      "Art. 6(1)(f)",
      "Interest: Working computers",
      "as agreed",
    );
    expect(declarationsOf(text).register.activities?.["ITSM-01"]?.["legal-basis"]).toEqual({
      article6: "f",
      interest: "Working computers",
      value: "as agreed",
      ...signed,
    });
  });

  it("leaves the text alone when there is nothing to take back", () => {
    const text = "activities:\n  ITSM-01:\n    owner: Head of the service desk\n";
    const back = {
      record: "ITSM-77",
      column: "purpose",
      value: [],
      by: "officer",
      on: "2026-03-01",
    } as const;
    expect(declareCell(text, back)).toBe(text);
  });

  it("takes a declaration back when nothing is left to say", () => {
    const text = declare(declare("", "ITSM-01", "purpose", "Help staff"), "ITSM-01", "purpose");
    expect(declarationsOf(text).register.activities).toEqual({ "ITSM-01": {} });
  });

  it("leaves a text alone that is no map", () => {
    for (const text of ["- a list\n", "activities: ["])
      expect(declare(text, "ITSM-01", "owner", "x")).toBe(text);
  });

  it("changes nothing but who and when, for a cell that is declared as it stands", () => {
    const word = fc.constantFrom(
      "Medtech Repairs",
      "closing of the request",
      "Labour code: part 4",
      "Größe – naïve",
      "# no comment",
      "[x]",
    );
    const cells = fc.record(
      {
        "legal-basis": fc.record(
          { article6: fc.constantFrom("a", "b", "c", "d", "e", "f"), interest: word, withdrawal: word },
          { requiredKeys: [] },
        ),
        "art9-condition": fc.record(
          { condition: fc.constantFrom("a", "h", "article 10"), reference: word },
          { requiredKeys: ["condition"] },
        ),
        dpia: fc.record(
          { decision: fc.constantFrom("required", "not required", "under way", "done"), reason: word },
          { requiredKeys: ["decision"] },
        ),
        "third-countries": fc.record({
          state: fc.constant("identified"),
          items: fc.array(fc.record({ party: fc.constant("a"), country: word, mechanism: word })),
        }),
        retention: fc.record({
          items: fc.array(
            fc.record({
              category: fc.constantFrom("all", "email"),
              duration: fc.constantFrom("3 months", "P2Y"),
              start: word,
            }),
          ),
        }),
        measures: fc.record({
          items: fc.array(
            fc.record({
              part: fc.constantFrom("a", "b"),
              text: word,
              status: fc.constantFrom("implemented", "planned"),
            }),
          ),
        }),
        purpose: fc.array(word, { minLength: 1 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(cells, fc.constantFrom(...COLUMNS), (activity, column) => {
        const parties = { a: { name: "A house of its own", role: "recipient" } };
        const text = stringify({ parties, activities: { "ITSM-01": activity } });
        const before = declarationsOf(text).register;
        const value = cellLines(before.activities?.["ITSM-01"] ?? {}, column, parties);
        fc.pre(value.length > 0);
        const after = declarationsOf(
          declareCell(text, { record: "ITSM-01", column, value, ...signed }),
        ).register;
        expect(cellLines(after.activities?.["ITSM-01"] ?? {}, column, parties)).toEqual(value);
        if (column === "retention")
          expect(after.activities?.["ITSM-01"]?.retention?.items).toEqual(
            before.activities?.["ITSM-01"]?.retention?.items,
          );
      }),
    );
  });
});
