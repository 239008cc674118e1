import { describe, expect, it } from "vitest";
import { readRestCall } from "../../../../analyzer/systems/itop/rest/rest-call.ts";

const person = { class: "Person", key: 7 };

describe("parameters", () => {
  it.each([
    [
      "a credential check",
      "core/check_credentials",
      { user: "o.weiss", password: "x!" },
      ["body identifier", "body secret"],
    ],
    [
      "a new account",
      "core/create",
      { class: "UserLocal", fields: { login: "a", password: "x!" } },
      ["body secret"],
    ],
    ["a masked password", "core/update", { class: "UserLocal", fields: { password: "*****" } }, []],
    [
      "an address in a query",
      "core/get",
      { class: "Person", key: "SELECT Person WHERE email='a.b@ward.example'" },
      ["query email"],
    ],
    [
      "a role address",
      "core/get",
      { class: "Person", key: "SELECT Person WHERE email='info@ward.example'" },
      [],
    ],
    [
      "a name in a query",
      "core/get",
      { class: "Person", key: 'SELECT Person WHERE first_name = "Ingrid"' },
      ["query name"],
    ],
    ["the name of a server", "core/get", { class: "Server", key: "SELECT Server WHERE name='srv-4'" }, []],
    [
      "an employee number",
      "core/get",
      { class: "Person", key: { employee_number: "E4711" } },
      ["key identifier"],
    ],
    ["a phone number", "core/get", { class: "Person", key: { phone: "+49 40 1234567" } }, ["key phone"]],
    [
      "a person in the comment",
      "core/delete",
      { ...person, comment: "erasure request of Ingrid Solheim" },
      ["comment name"],
    ],
    [
      "a neutral comment",
      "core/update",
      { ...person, comment: "nightly sync 2026-11-01 by Service Desk", fields: {} },
      [],
    ],
    ["written personal data", "core/update", { ...person, fields: { email: "i@ward.example" } }, []],
  ])("of %s are told by kind only", (_what, operation, input, expected) => {
    const { parameters } = readRestCall({ operation, code: "0", json_input: JSON.stringify(input) });
    expect(parameters.map(({ where, kind }) => `${where} ${kind}`).sort()).toEqual(expected);
  });

  it("are still found in a request that is no JSON", () => {
    const { parameters } = readRestCall({ operation: "", code: "4", json_input: 'user=x&{"password": "x!"' });
    expect(parameters).toEqual([{ where: "body", kind: "secret" }]);
  });

  it("do not take long to look for in hostile text", () => {
    const json_input = JSON.stringify({
      class: "Person",
      key: `SELECT ${"a".repeat(60_000)}${" =".repeat(2000)}`,
    });
    const started = performance.now();
    readRestCall({ code: "0", json_input });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("are found in a request that was cut", () => {
    const json_input = '{"operation":"core/create","class":"UserLocal","fields":{"password":"x!","log":"a';
    expect(readRestCall({ code: "0", json_input }).parameters).toEqual([{ where: "body", kind: "secret" }]);
  });
});
