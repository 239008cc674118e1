import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EntityIndex } from "../../../../analyzer/model/entity-index.ts";
import { parseOql } from "../../../../analyzer/source/oql/parse.ts";
import { literalsOf } from "../../../../analyzer/systems/itop/queries/query-literals.ts";
import { requestModel } from "./request-model.ts";

function kinds(text: string, host: string | null = null, index = requestModel) {
  return literalsOf(text, parseOql(text).query, host, index).map(({ kind, count }) => `${count} ${kind}`);
}

describe("constants that stand for a person", () => {
  it.each([
    ["an address", "SELECT Person WHERE email = 'ines.holm@care.example'", ["1 email"]],
    [
      "an address beside any attribute",
      "SELECT Ward WHERE name LIKE '%ines.holm@care.example%'",
      ["1 email"],
    ],
    ["a telephone number", "SELECT Person WHERE phone = '+47 22 85 50 50'", ["1 phone"]],
    ["a given name", "SELECT Person WHERE first_name LIKE 'Ines%'", ["1 name"]],
    ["a surname, by the class", "SELECT Person AS p WHERE p.name != 'Holm'", ["1 name"]],
    ["names in a list", "SELECT Person WHERE friendlyname IN ('Ines Holm', 'Bayo Oyelaran')", ["2 name"]],
    ["a name on the left", "SELECT Person WHERE 'Holm' = name", ["1 name"]],
    ["a name put together", "SELECT Person WHERE CONCAT(first_name, ' ', name) = 'Ines Holm'", ["1 name"]],
    [
      "a name copied to a ticket",
      "SELECT UserRequest WHERE caller_id_friendlyname = 'Ines Holm'",
      ["1 name"],
    ],
    ["a login", "SELECT User WHERE login = 'i.holm'", ["1 identifier"]],
    ["a personnel number", "SELECT Person WHERE employee_number = 'E20417'", ["1 identifier"]],
    ["the record of a person", "SELECT Person WHERE id = 127", ["1 identifier"]],
    ["a reference to a person", "SELECT UserRequest WHERE agent_id IN (127, '128')", ["2 identifier"]],
    [
      "several kinds",
      "SELECT Person WHERE name = 'Holm' OR email = 'ines@care.example'",
      ["1 email", "1 name"],
    ],
    [
      "in a nested query and a union",
      "SELECT Team WHERE id IN (SELECT Person WHERE name = 'Holm') UNION SELECT Person WHERE name = 'Oyelaran'",
      ["2 name"],
    ],
    ["an address as a name, once", "SELECT Person WHERE name = 'ines.holm@care.example'", ["1 email"]],
    ["an address in a broken query", "SELECT Person WHERE = 'ines.holm@care.example'", ["1 email"]],
    ["a name beside an error", "SELECT Person WHERE a = = 1 AND name = 'Holm'", ["1 name"]],
  ])("%s", (_what, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it("in a bare condition, by the class it is about", () => {
    expect(kinds("name = 'Holm'", "Person")).toEqual(["1 name"]);
    expect(kinds("name = 'Holm'", "Ward")).toEqual([]);
  });

  it("by the names of attributes, where the class is not known", () => {
    expect(kinds("SELECT Physician WHERE first_name = 'Ines' AND id = 4")).toEqual(["1 name"]);
  });
});

describe("constants that stand for nobody", () => {
  it.each([
    ["a parameter", "SELECT UserRequest WHERE agent_id = :current_contact_id"],
    ["the absence of a person", "SELECT UserRequest WHERE agent_id = 0 OR caller_id = '0'"],
    ["an empty name", "SELECT Person WHERE name = '' OR first_name LIKE '%'"],
    ["an initial", "SELECT Person WHERE name LIKE 'H%'"],
    ["the name of a team", "SELECT Team WHERE name = 'Night nurses'"],
    ["the name of a contact, which may be a team's", "SELECT Contact WHERE name = 'Night nurses'"],
    [
      "the name of a place inside a query on people",
      "SELECT Person WHERE org_id IN (SELECT Ward WHERE name = 'East')",
    ],
    [
      "the name of a place on the way to people",
      "SELECT p FROM Ward AS w JOIN Person AS p ON p.org_id = w.id WHERE w.name = 'East'",
    ],
    ["a person that is a desk", "SELECT Person WHERE friendlyname = 'Service Desk'"],
    ["a role address", "SELECT Contact WHERE email IN ('service-desk@care.example', 'hotline@care.example')"],
    ["a mail domain", "SELECT Person WHERE email LIKE '%@care.example'"],
    ["a date and a number", "SELECT UserRequest WHERE title = '2026-01-31 00:00:00' AND org_id = 127"],
    ["a technical login", "SELECT User WHERE login IN ('ws-roster', 'admin')"],
    ["a comparison of order", "SELECT Person WHERE id > 127"],
  ])("%s", (_what, text) => {
    expect(kinds(text)).toEqual([]);
  });
});

it("a chain as long as a text may be is searched once", () => {
  const chain = `SELECT Person WHERE name = 'Holm'${" = 1".repeat(4_000)}`;
  expect(kinds(chain)).toEqual(["1 name"]);
});

it("no text makes the search throw, and nothing of a text is kept", () => {
  const words = fc.constantFrom(
    ..."SELECT FROM AS JOIN ON WHERE UNION AND IN ( ) , . = LIKE Person name id agent_id 7 'Zyx' \"a.b@c.example\"".split(
      " ",
    ),
  );
  const soup = fc.oneof(
    fc.array(words, { maxLength: 25 }).map((parts) => parts.join(" ")),
    fc.array(words, { maxLength: 20 }).map((parts) => `SELECT Person WHERE ${parts.join(" ")}`),
    fc.string(),
  );
  fc.assert(
    fc.property(soup, (text) => {
      expect(JSON.stringify(kinds(text, "Person"))).not.toMatch(/Zyx|a\.b@c/);
    }),
    { numRuns: 1_000 },
  );
  expect(kinds("SELECT Person WHERE name = 'Holm'", null, new EntityIndex([]))).toEqual(["1 name"]);
});
