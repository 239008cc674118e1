import { describe, expect, it } from "vitest";
import { isQuery } from "../../../analyzer/source/oql/ast.ts";
import { checkCondition, checkOql, classOfQuery } from "../../../analyzer/source/oql/check.ts";
import { parseOql } from "../../../analyzer/source/oql/parse.ts";
import { requestModel } from "../systems/itop/request-model.ts";

function queryOf(text: string) {
  const { query, errors } = parseOql(text);
  expect(errors).toEqual([]);
  if (query === null || !isQuery(query)) throw new Error("no query");
  return query;
}

describe("the check of OQL against the model accepts", () => {
  it.each([
    "SELECT Person WHERE id = 3 AND friendlyname LIKE 'a%' AND finalclass = 'Person'",
    "SELECT Person AS p JOIN lnkPersonToTeam AS l ON l.person_id = p.id WHERE l.team_id = :this->team_id",
    "SELECT Person WHERE id NOT IN (SELECT Team WHERE name = 'Night shift')",
    "SELECT Person UNION SELECT Team",
  ])("%s", (text) => {
    expect(checkOql(queryOf(text), requestModel)).toEqual([]);
  });
});

describe("the check of OQL against the model reports", () => {
  it.each([
    ["an unknown class", "SELECT Persn WHERE x = 1", "unknown class Persn", 7],
    ["an unknown attribute", "SELECT Person WHERE badge = 1", "Person without attribute badge", 20],
    [
      "an unknown attribute of an alias",
      "SELECT Person AS p WHERE p.badge = 1",
      "Person has no attribute badge",
      27,
    ],
    ["an unknown alias", "SELECT Person AS p WHERE q.name = 1", "unknown alias q", 25],
    [
      "an alias used twice",
      "SELECT Person JOIN Person ON Person.manager_id = Person.id",
      "alias Person is used twice",
      19,
    ],
    [
      "an ambiguous attribute",
      "SELECT Person AS p JOIN Team AS t ON p.manager_id = t.id WHERE name = 1",
      "name could be of Person or Team",
      63,
    ],
    [
      "a join that does not end in an id",
      "SELECT Person AS p JOIN Team AS t ON p.org_id = t.name",
      "the right side of a join must be an id",
      50,
    ],
    [
      "a join by something else than a reference",
      "SELECT Person AS p JOIN Team AS t ON p.name = t.id",
      "name of Person is no reference to join by",
      39,
    ],
    ["a name of a nested query", "SELECT Person WHERE id IN (SELECT Tem)", "unknown class Tem", 34],
    [
      "a union of unrelated classes",
      "SELECT Person UNION SELECT Ticket",
      "the classes of the union have no common parent",
      0,
    ],
  ])("%s", (_what, text, message, offset) => {
    expect(checkOql(queryOf(text), requestModel)[0]).toEqual({ message, offset });
  });

  it("attributes of a bare condition by the class it belongs to", () => {
    const { query } = parseOql("name = 'x' AND ward = 3");
    expect(query && checkCondition(query, "Person", requestModel)).toHaveLength(1);
  });
});

describe("the class of a query", () => {
  it("is the nearest parent all queries of a union share", () => {
    expect(classOfQuery(queryOf("SELECT Person UNION SELECT Team"), requestModel)).toBe("Contact");
  });

  it("is that of the first alias returned", () => {
    const text = "SELECT t, p FROM Person AS p JOIN Team AS t ON p.manager_id = t.id";
    expect(classOfQuery(queryOf(text), requestModel)).toBe("Team");
  });

  it("is unknown when the model lacks it", () => {
    expect(classOfQuery(queryOf("SELECT Persn"), requestModel)).toBeNull();
  });
});
