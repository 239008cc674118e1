import { describe, expect, it } from "vitest";
import { readDeclarations } from "../../../analyzer/records/declarations.ts";
import { SourceText } from "../../../analyzer/source/text.ts";
import { cellOf, declarationsOf, recordOf, registerOf } from "./hospital-register.ts";

const problemsOf = (yaml: string) =>
  readDeclarations(new SourceText("register.yaml", yaml)).problems.map(({ path, expected, location }) => ({
    path,
    expected,
    line: location.line,
  }));

describe("register.yaml", () => {
  it("is read with the place of every key", () => {
    const { places, file } = declarationsOf("activities:\n  ITSM-01:\n    purpose: Help staff\n");
    expect(file).toBe("register.yaml");
    expect(places["activities.ITSM-01.purpose"]).toMatchObject({ line: 3, column: 5 });
  });

  it("may be empty", () => {
    expect(declarationsOf("").register).toEqual({});
  });

  it("says a word, a list, or either with who declared it and when", () => {
    const register = registerOf(`activities:
  ITSM-01:
    owner: Head of the service desk
    purpose: [Help staff, Call back]
    data-subjects: { value: Staff, by: Head of human resources, on: 2026-02-10 }
`);
    expect(cellOf(register, "ITSM-01", "owner")).toMatchObject({
      value: ["Head of the service desk"],
      state: "declared",
      declaredBy: null,
    });
    expect(cellOf(register, "ITSM-01", "purpose").value).toEqual(["Help staff", "Call back"]);
    expect(cellOf(register, "ITSM-01", "data-subjects")).toMatchObject({
      value: ["Staff"],
      declaredBy: "Head of human resources",
      declaredOn: "2026-02-10",
    });
  });

  it("tells where a cell and an activity were declared", () => {
    const record = recordOf(registerOf("activities:\n  ITSM-01:\n    purpose: Help staff\n"), "ITSM-01");
    expect(record.location?.line).toBe(2);
    expect(record.cells.purpose.location?.line).toBe(3);
  });

  it("writes the parts of a cell as sentences, with parties by name", () => {
    const register = registerOf(`parties:
  repair: { name: Medtech Repairs Ltd, role: processor }
activities:
  ITSM-01:
    legal-basis: { article6: f, interest: Working computers, assessment: "LIA-7, 2026-01" }
    processors: { items: [{ party: repair, agreement: "DPA-9, 2025-11" }] }
    third-countries:
      state: identified
      items: [{ party: repair, country: Switzerland, mechanism: Adequacy decision, date: 2000-07-26, remoteAccess: true }]
    retention:
      items: [{ category: email, duration: 24 months, start: closing, action: erase, enforcement: manual }]
`);
    const lines = (column: Parameters<typeof cellOf>[2]) => cellOf(register, "ITSM-01", column).value;
    expect(lines("legal-basis")).toEqual([
      "Art. 6(1)(f)",
      "Interest: Working computers",
      "Balancing of interests: LIA-7, 2026-01",
    ]);
    expect(lines("processors")).toEqual(["Medtech Repairs Ltd, agreement DPA-9, 2025-11"]);
    expect(lines("third-countries")).toEqual([
      "Identified",
      "Medtech Repairs Ltd: Switzerland, by remote access",
    ]);
    expect(lines("transfer-mechanism")).toEqual(["Medtech Repairs Ltd: Adequacy decision, 2000-07-26"]);
    expect(lines("retention")).toEqual(["E-mail address: 24 months from closing, then erase, by hand"]);
  });

  it("leaves a column out with a reason, but not when the systems show content", () => {
    const register = registerOf(`activities:
  ITSM-01:
    notApplicable: { dpia: Decided for the group as a whole., data-categories: None. }
`);
    expect(cellOf(register, "ITSM-01", "dpia")).toMatchObject({
      state: "not-applicable",
      note: "Decided for the group as a whole.",
    });
    expect(cellOf(register, "ITSM-01", "data-categories").state).toBe("conflict");
  });

  it("settles the basis of transfers when none was identified", () => {
    const register = registerOf("activities:\n  ITSM-01:\n    third-countries: { state: none identified }\n");
    expect(cellOf(register, "ITSM-01", "transfer-mechanism").state).toBe("not-applicable");
  });
});

describe("a defect of register.yaml", () => {
  it.each([
    [
      "an unknown column",
      "activities:\n  A:\n    purpos: x\n",
      "activities.A.purpos",
      /did you mean "purpose"/,
      3,
    ],
    [
      "a cell of numbers",
      "activities:\n  A:\n    purpose: 3\n",
      "activities.A.purpose",
      /one of string, array, object/,
      3,
    ],
    [
      "an unknown status",
      "activities:\n  A:\n    status: done\n",
      "activities.A.status",
      /draft, in review, approved, retired/,
      3,
    ],
    ["a broken map", "activities: [", "", /YAML that parses/, 1],
    ["an activity without content", "activities:\n  A:\n", "activities.A", /object/, 2],
    ["an id with a space", "activities:\n  A B:\n    owner: x\n", "activities.A B", /letters, digits/, 2],
    [
      "a party nobody declared",
      "activities:\n  A:\n    processors: { items: [{ party: repair }] }\n",
      "activities.A.processors.items.0.party",
      /the id of a party/,
      3,
    ],
    [
      "a limit without period",
      "activities:\n  A:\n    retention: { items: [{ category: all }] }\n",
      "activities.A.retention.items.0",
      /duration or a criterion/,
      3,
    ],
    [
      "a period in free words",
      "activities:\n  A:\n    retention: { items: [{ category: all, duration: two years }] }\n",
      "activities.A.retention.items.0.duration",
      /pattern/,
      3,
    ],
    [
      "transfers that are listed and denied",
      "parties:\n  a: { name: A, role: recipient }\nactivities:\n  A:\n    third-countries: { state: none identified, items: [{ party: a }] }\n",
      "activities.A.third-countries.state",
      /"identified"/,
      5,
    ],
  ])("is told with path, expectation and line: %s", (_name, yaml, path, expected, line) => {
    const problems = problemsOf(yaml);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path, line });
    expect(problems[0]?.expected).toMatch(expected);
  });

  it("keeps the whole file from being used", () => {
    const yaml = "activities:\n  A:\n    purpose: Help staff\n    status: done\n";
    expect(readDeclarations(new SourceText("register.yaml", yaml)).declarations).toBeNull();
  });
});
