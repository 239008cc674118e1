import { describe, expect, it } from "vitest";
import { classifyLine, findInLine } from "../../../analyzer/classify/classify-lines.ts";

describe("a row of a field list", () => {
  it("comes back with the verdict and every key it had", () => {
    const row = { id: "r-17", class: "Patient", field: "diagnosis", ward: 4 };
    const line = classifyLine(row);
    expect(line).toMatchObject({ ...row, personal: "yes", category: "health", special: "art9" });
    expect(line["confidence"]).toBeGreaterThan(0.8);
    expect(line["evidence"]).not.toEqual([]);
  });

  it.each(["class", "entity", "table", "context"])("may name its entity by %s", (key) => {
    expect(classifyLine({ [key]: "employee", field: "name" })["personal"]).toBe("yes");
    expect(classifyLine({ [key]: "printer", field: "name" })["personal"]).toBe("no");
  });

  it("may give labels as a map, as one text or as columns", () => {
    expect(classifyLine({ field: "x1", table: "staff", labels: { de: "Geburtsdatum" } })["category"]).toBe(
      "birth-date",
    );
    expect(classifyLine({ field: "x1", table: "staff", label: "Geburtsdatum", lang: "de" })["category"]).toBe(
      "birth-date",
    );
    expect(classifyLine({ field: "x1", table: "staff", "labels.de": "Geburtsdatum" })["category"]).toBe(
      "birth-date",
    );
  });

  it("may give values as a list or as one text", () => {
    expect(classifyLine({ field: "k", table: "staff", values: ["male", "female"] })["category"]).toBe(
      "gender",
    );
    expect(classifyLine({ field: "k", table: "staff", values: "male|female" })["category"]).toBe("gender");
  });

  it("applies what is known of iTop only to iTop", () => {
    const row = { class: "Change", field: "fallback", type: "AttributeText" };
    expect(classifyLine({ ...row, system: "itop" })["evidence"]).toMatchObject([
      { signal: "standard-field" },
    ]);
    expect(classifyLine({ ...row, system: "glpi" })["evidence"]).not.toMatchObject([
      { signal: "standard-field" },
    ]);
  });

  it.each([[null], ["text"], [[1]], [{}], [{ field: "" }], [{ field: {} }]])(
    "that is %j says what it lacks",
    (row) => {
      expect(classifyLine(row)["problem"]).toBe("no field name");
    },
  );

  it("bears values of the wrong type", () => {
    const row = {
      field: "email",
      class: 7,
      type: [],
      labels: [null, {}],
      values: { a: 1 },
      pattern: false,
      lang: "??",
    };
    expect(classifyLine(row)["personal"]).toBe("yes");
  });
});

describe("a row of a text list", () => {
  it("gets the spans of its text", async () => {
    expect(await findInLine({ id: 3, text: "write to ines.moreau@clinique.example" })).toEqual({
      id: 3,
      text: "write to ines.moreau@clinique.example",
      spans: [{ start: 9, end: 37, label: "EMAIL", score: 1 }],
    });
  });

  it("without a text says so", async () => {
    expect(await findInLine({ id: 4 })).toEqual({ id: 4, problem: "no text" });
  });
});
