import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuery } from "../../../analyzer/source/oql/ast.ts";
import { MAX_OQL_NESTING } from "../../../analyzer/source/oql/grammar.ts";
import { MAX_OQL_CHARACTERS, MAX_OQL_TOKENS } from "../../../analyzer/source/oql/lexer.ts";
import { MAX_OQL_ERRORS, parseOql } from "../../../analyzer/source/oql/parse.ts";
import { printOql } from "../../../analyzer/source/oql/print.ts";
import { partsOf, selectedClasses } from "../../../analyzer/source/oql/walk.ts";

/** The text with `¡` before each place an error was found. */
function marked(text: string): string {
  const { errors } = parseOql(text);
  return errors.reduceRight((all, { offset }) => `${all.slice(0, offset)}¡${all.slice(offset)}`, text);
}

function said(text: string): string {
  return parseOql(text)
    .errors.map(({ message }) => message)
    .join("\n");
}

describe("after an error, reading goes on", () => {
  it.each([
    ["behind the next AND or OR", "SELECT Nurse WHERE a = ¡= 1 AND b = 2 OR c IN (¡)"],
    ["outside the parentheses of the error", "SELECT Nurse WHERE (a = ¡= 1 AND b = 2) AND c = ¡"],
    ["outside a nested query", "SELECT Nurse WHERE id IN (SELECT Ward WHERE ¡) AND a = ¡= 1"],
    ["with the next join", "SELECT Nurse AS n JOIN Ward AS w ON n.ward_id ¡JOIN Team ON ¡WHERE a = 1"],
    ["with the condition of a broken join", "SELECT Nurse AS n JOIN Ward AS w ¡WHERE a = ¡"],
    ["with the condition behind a stray word", "SELECT Nurse ¡Ward WHERE a = ¡"],
    ["in a bare condition", "status = ¡= 'on' AND n = ¡"],
    [
      "with the queries of the union",
      "SELECT Nurse WHERE a = ¡UNION SELECT Ward WHERE b = ¡UNION SELECT Team",
    ],
  ])("%s", (_where, expected) => {
    expect(marked(expected.replaceAll("¡", ""))).toBe(expected);
  });

  it("keeps the conditions beside the broken one", () => {
    const { query } = parseOql("SELECT Nurse WHERE a = = 1 AND b = 2 AND c = 3");
    expect(query && printOql(query)).toBe("SELECT Nurse WHERE b = 2 AND c = 3");
  });

  it("keeps the joins beside the broken one", () => {
    const { query } = parseOql(
      "SELECT n, t FROM Nurse AS n JOIN Ward ON x JOIN Team AS t ON n.team_id = t.id",
    );
    expect(query && isQuery(query) ? selectedClasses(query).map((each) => each.class) : null).toEqual([
      "Nurse",
      "Team",
    ]);
  });

  it("finds no second error where the rest is right", () => {
    const broken = fc.constantFrom("a = = 1", "(a = = 1 AND b = 2)", "a IN ()", "HOUR(a) = 2");
    const right = fc.constantFrom("b = 2", "c IN (1, 2)", "(d OR e)", "DATE_SUB(NOW(), INTERVAL 1 DAY) > f");
    const chain = fc.tuple(fc.array(right, { maxLength: 3 }), broken, fc.array(right, { maxLength: 3 }));
    fc.assert(
      fc.property(chain, fc.constantFrom(" AND ", " OR "), ([before, wrong, after], operator) => {
        const text = `SELECT Nurse WHERE ${[...before, wrong, ...after].join(operator)}`;
        expect(parseOql(text).errors).toHaveLength(1);
      }),
    );
  });
});

describe("the OQL parser survives hostile texts", () => {
  it("stops at parentheses nested too deeply", () => {
    expect(said(`SELECT Nurse WHERE ${"(".repeat(100_000)}a`)).toContain(`${MAX_OQL_NESTING} levels`);
    expect(said(`SELECT Nurse WHERE ${"IF(".repeat(100_000)}a`)).toContain(`${MAX_OQL_NESTING} levels`);
    const nested = `SELECT Nurse WHERE id IN (${"SELECT Nurse WHERE id IN (".repeat(3_000)}`;
    expect(said(nested)).toContain(`${MAX_OQL_NESTING} levels`);
  });

  it("reads and prints chains as long as the token limit", () => {
    const chain = `SELECT Nurse WHERE ${Array.from({ length: 4_000 }, () => "a").join(" & ")}`;
    const members = `SELECT Nurse WHERE a${" IN (1)".repeat(2_400)}`;
    for (const text of [chain, members]) {
      const { query, errors } = parseOql(text);
      expect(errors).toEqual([]);
      expect(query && printOql(query)).toBe(text);
      expect(query && [...partsOf(query)].length).toBeGreaterThan(4_000);
    }
  });

  it("says that a text beyond the token limit is not read to its end", () => {
    expect(said(`SELECT Nurse WHERE ${"a & ".repeat(MAX_OQL_TOKENS)}a`)).toContain("MAX_OQL_TOKENS");
  });

  it("says that ten megabytes are not read to their end, be they one string or one name", () => {
    const long = "x".repeat(10_000_000);
    for (const text of [
      `SELECT Nurse WHERE a = '${long}'`,
      `SELECT ${long}`,
      `SELECT Nurse WHERE a = '${long}`,
    ]) {
      expect(said(text)).toContain(`${MAX_OQL_CHARACTERS} characters`);
    }
  });

  it("reads the longest string there can be", () => {
    const string = `'${"\\'".repeat(MAX_OQL_CHARACTERS / 2 - 20)}'`;
    expect(said(`SELECT Nurse WHERE a = ${string}`)).toBe("");
  });

  it("lists a limited number of errors, with the last saying that there are more", () => {
    const { errors } = parseOql("\0".repeat(500_000));
    expect(errors).toHaveLength(MAX_OQL_ERRORS + 1);
    expect(errors.at(-1)?.message).toContain("MAX_OQL_ERRORS");
  });

  it("refuses a NUL inside a name, and takes one inside a string", () => {
    expect(marked("SELECT Nu\0rse").indexOf("¡")).toBe(9);
    expect(said("SELECT Nurse WHERE a = '\0'")).toBe("");
  });
});
