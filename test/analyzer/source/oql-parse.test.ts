import { describe, expect, it } from "vitest";
import { isQuery, type OqlResult } from "../../../analyzer/source/oql/ast.ts";
import { parseOql } from "../../../analyzer/source/oql/parse.ts";
import { printOql } from "../../../analyzer/source/oql/print.ts";
import { parametersOf, selectedClasses, stringLiteralsOf } from "../../../analyzer/source/oql/walk.ts";

function read(text: string): OqlResult {
  const { query, errors } = parseOql(text);
  expect(errors).toEqual([]);
  if (query === null) throw new Error("nothing was read");
  return query;
}

function classes(text: string): unknown {
  const query = read(text);
  return isQuery(query) ? selectedClasses(query) : null;
}

describe("the OQL parser reads queries", () => {
  it("names a class by itself when there is no alias", () => {
    expect(classes("SELECT Nurse")).toEqual([{ alias: "Nurse", class: "Nurse" }]);
  });

  it("returns the listed aliases with their joined classes", () => {
    expect(classes("SELECT n, w FROM Nurse AS n JOIN Ward AS w ON n.ward_id = w.id")).toEqual([
      { alias: "n", class: "Nurse" },
      { alias: "w", class: "Ward" },
    ]);
  });

  it("lists the classes of every query of a union", () => {
    expect(classes("SELECT Nurse UNION SELECT Ward AS w UNION SELECT Team")).toHaveLength(3);
  });

  it("takes names in backquotes, also when they are keywords", () => {
    expect(classes("SELECT `NOW` AS `n`")).toEqual([{ alias: "n", class: "NOW" }]);
  });

  it("knows keywords in upper case only", () => {
    expect(classes("SELECT Ward WHERE date = 1 AND from = 2")).toEqual([{ alias: "Ward", class: "Ward" }]);
  });

  it("reads a bare condition, as uniqueness rules have it", () => {
    expect(read("status = 'active' AND ISNULL(email)").kind).toBe("binary");
  });
});

describe("the OQL parser groups operators as iTop does", () => {
  it.each([
    ["a + 1 > 2", "(a + 1) > 2"],
    ["a > 1 + 2", "(a > 1) + 2"],
    ["a + b * 2", "a + (b * 2)"],
    ["a OR b AND c", "a OR (b AND c)"],
    ["a = b = c", "(a = b) = c"],
    ["a & b | c ^ d", "((a & b) | c) ^ d"],
    ["a = 1 AND b IN (1, 2)", "(a = 1) AND (b IN (1, 2))"],
    ["a -1 = 2", "(a - 1) = 2"],
  ])("%s means %s", (written, meant) => {
    expect(printOql(read(written))).toBe(printOql(read(meant)));
  });
});

describe("the OQL parser finds parts by place", () => {
  it("lists parameters with the attribute they take", () => {
    const found = parametersOf(read("SELECT Nurse WHERE id = :this->agent_id OR id = :current_contact_id"));
    expect(found.map(({ root, attribute }) => [root, attribute])).toEqual([
      ["this", "agent_id"],
      ["current_contact_id", null],
    ]);
  });

  it("locates string constants, those of nested queries included", () => {
    const text = `SELECT Nurse WHERE name = "O\\"Hara" AND id IN (SELECT Nurse WHERE ward = 'B2')`;
    const found = stringLiteralsOf(read(text));
    expect(found.map(({ value }) => value)).toEqual(['O"Hara', "B2"]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['"O\\"Hara"', "'B2'"]);
  });
});

describe("the OQL parser refuses what iTop refuses", () => {
  it.each([
    ["lower-case select", "select Nurse", 7],
    ["prose that begins like a query", "Select the ward to be cleaned", 7],
    ["a missing condition", "SELECT Nurse WHERE", 18],
    ["a decimal number", "SELECT Nurse WHERE a=1.5", 22],
    ["<> for unequal", "SELECT Nurse WHERE a <> b", 22],
    ["an empty list", "SELECT Nurse WHERE a IN ()", 25],
    ["two spaces inside NOT IN", "SELECT Nurse WHERE a NOT  IN (1)", 21],
    ["BELOW outside a join", "SELECT Nurse WHERE a BELOW b", 21],
    ["an interval unit as function", "SELECT Nurse WHERE HOUR(a) = 2", 19],
    ["an unknown function", "SELECT Nurse WHERE COUNT(a) = 2", 24],
    ["a second arrow in a parameter", "SELECT Nurse WHERE a = :this->b->c", 32],
    ["a semicolon", "SELECT Nurse;", 12],
    ["a string without end", "SELECT Nurse WHERE a = 'x", 23],
    ["an accented name", "SELECT Infirmière", 14],
  ])("%s", (_what, text, offset) => {
    expect(parseOql(text).errors[0]?.offset).toBe(offset);
  });

  it("never quotes what stands in the text", () => {
    const texts = [
      "Select Marguerite Oakley",
      'SELECT Nurse WHERE a "Oakley"',
      "SELECT Nurse Oakley",
      "Oakley Oakley",
    ];
    for (const text of texts) expect(JSON.stringify(parseOql(text).errors)).not.toContain("Oakley");
  });

  it("still gives the class of a query with a broken condition", () => {
    const { query } = parseOql("SELECT Nurse WHERE ward = = 3");
    expect(query !== null && isQuery(query) ? selectedClasses(query) : null).toEqual([
      { alias: "Nurse", class: "Nurse" },
    ]);
  });

  it("goes on with the next query of a union", () => {
    const { query, errors } = parseOql("SELECT Nurse WHERE ( UNION SELECT Ward WHERE ) UNION SELECT Team");
    expect(errors.map(({ offset }) => offset)).toEqual([21, 45]);
    const selected = query !== null && isQuery(query) ? selectedClasses(query) : [];
    expect(selected.map((each) => each.class)).toEqual(["Nurse", "Ward", "Team"]);
  });
});
