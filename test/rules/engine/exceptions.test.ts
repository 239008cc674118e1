import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExceptions } from "../../../rules/engine/exceptions.ts";

const FILE = "exceptions.yaml";

describe("the exceptions file", () => {
  it("names findings by system, rule and path", () => {
    const text = `exceptions:
  itop:
    storage/unvalidated-personal-field:
      Person.payroll_number:
        reason: Values come only from the payroll feed.
        until: 2027-03-31
        approver: data-protection-officer
        ticket: R-000412
        match: { variant: found, discriminator: itop:sync/HR }
`;
    expect(readExceptions(text, FILE)).toEqual({
      problems: [],
      entries: [
        {
          system: "itop",
          rule: "storage/unvalidated-personal-field",
          path: "itop:Person.payroll_number",
          reason: "Values come only from the payroll feed.",
          until: "2027-03-31",
          approver: "data-protection-officer",
          ticket: "R-000412",
          match: { variant: "found", discriminator: "itop:sync/HR" },
          location: { file: FILE, line: 4, column: 7, endLine: 4, endColumn: 7 },
        },
      ],
    });
  });

  it("leaves what an entry lacks to the review", () => {
    const { entries, problems } = readExceptions(
      "exceptions:\n  itop:\n    flow/weak-tls:\n      Person:\n",
      FILE,
    );
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([{ path: "itop:Person", reason: null, until: null, approver: null }]);
  });

  it("understands whole paths and the system itself", () => {
    const text = `exceptions:\n  itop:\n    flow/weak-tls:\n      "itop:Person": {}\n      itop: {}\n`;
    expect(readExceptions(text, FILE).entries.map(({ path }) => path)).toEqual(["itop:Person", "itop"]);
  });

  it.each(["", "# nothing accepted yet\n", "exceptions:\n", "exceptions: {}\n"])(
    "may be empty: %j",
    (text) => {
      expect(readExceptions(text, FILE)).toEqual({ entries: [], problems: [] });
    },
  );

  it("says what is expected where a key is unknown, and what was meant", () => {
    const text =
      "exceptions:\n  itop:\n    flow/weak-tls:\n      Person:\n        reson: Agreed with the works council.\n";
    expect(readExceptions(text, FILE).problems).toEqual([
      {
        path: "exceptions.itop.flow/weak-tls.Person.reson",
        expected: 'a known key; did you mean "reason"?',
        location: { file: FILE, line: 5, column: 9, endLine: 5, endColumn: 9 },
      },
    ]);
  });

  it.each([
    ["- a list", "", "a map with the key exceptions"],
    ["exceptions: [itop]", "exceptions", "systems by id"],
    ["exceptions:\n  itop: yes", "exceptions.itop", "rules by id"],
    ["exceptions:\n  itop:\n    flow/weak-tls: all", "exceptions.itop.flow/weak-tls", "model paths"],
    [
      "exceptions:\n  itop:\n    flow/weak-tls:\n      Person: { reason: [a] }",
      "exceptions.itop.flow/weak-tls.Person.reason",
      "a text",
    ],
    ["exemptions:\n  itop: {}", "exemptions", 'a known key; did you mean "exceptions"?'],
  ])("says where the structure is wrong: %j", (text, path, expected) => {
    expect(readExceptions(text, FILE).problems).toMatchObject([{ path, expected }]);
  });

  it("is a problem when it is no YAML, without its text in the message", () => {
    const { entries, problems } = readExceptions("exceptions: {secret-word", FILE);
    expect(entries).toEqual([]);
    expect(problems[0]?.expected).toMatch(/^YAML that parses/);
    expect(JSON.stringify(problems)).not.toContain("secret-word");
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(() => readExceptions(`exceptions:\n  itop: ${text}`, FILE)).not.toThrow();
      }),
    );
  });
});
