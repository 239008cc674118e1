import { describe, expect, it } from "vitest";
import type { Location } from "../../../../analyzer/model/location.ts";
import type { FoldedOperation, RestLogData } from "../../../../analyzer/systems/itop/fragments.ts";
import { MAX_SHAPES, RestLogFolder } from "../../../../analyzer/systems/itop/rest/rest-log.ts";

interface Call {
  readonly input: object | string;
  readonly output?: string;
  readonly userinfo?: string;
  readonly operation?: string;
  readonly code?: string;
  readonly date?: string;
}

function fold(calls: readonly Call[]): { data: RestLogData; problems: readonly { kind: string }[] } {
  const folder = new RestLogFolder("log.json");
  calls.forEach((call, at) => folder.add(row(call), place(at + 1)));
  const { data, problems } = folder.finish();
  return { data: data as RestLogData, problems };
}

function only(call: Call): FoldedOperation {
  return fold([call]).data.operations[0] as FoldedOperation;
}

function row({
  input,
  output = "",
  userinfo = "ws-ward",
  operation = "core/get",
  code = "0",
  date = "",
}: Call): Readonly<Record<string, unknown>> {
  const json_input = typeof input === "string" ? input : JSON.stringify(input);
  return { userinfo, operation, code, date, json_input, json_output: output };
}

function objects(members: Record<string, object>): string {
  const entries = Object.entries(members).map(([key, fields]) => [key, { code: 0, fields }]);
  return JSON.stringify({
    code: 0,
    message: `Found: ${entries.length}`,
    objects: Object.fromEntries(entries),
  });
}

function place(line: number): Location {
  return { file: "log.json", line, column: 1, endLine: line, endColumn: 90 };
}

const person = { class: "Person", key: 7 };

describe("folding calls", () => {
  it("counts equal calls in one shape from the first to the last record", () => {
    const call = { input: { ...person, output_fields: "email,phone" }, output: objects({ "Person::7": {} }) };
    const { data } = fold([
      { ...call, date: "2026-03-02 10:00:00" },
      { ...call, date: "2026-03-01 08:00:00" },
      { ...call, code: "100", date: "2026-03-03 08:00:00" },
    ]);
    expect(data.operations).toMatchObject([
      {
        calls: 2,
        failures: 0,
        objects: 2,
        from: "2026-03-01T08:00:00",
        to: "2026-03-02T10:00:00",
        selection: "named",
        attributes: { Person: ["email", "phone"] },
        location: { line: 1, endLine: 2 },
      },
      { calls: 1, failures: 1, objects: 0 },
    ]);
    expect(data.window).toMatchObject({
      channel: "rest",
      rows: 3,
      from: "2026-03-01T08:00:00",
      to: "2026-03-03T08:00:00",
    });
  });

  it("takes the real classes and their attributes from the reply of a wildcard", () => {
    const output = objects({ "Team::1": { name: "Ward 4" }, "Person::7": { name: "x", badge: "y" } });
    const operation = only({
      input: { class: "Contact", key: "SELECT Contact", output_fields: "*+" },
      output,
    });
    expect(operation).toMatchObject({
      selection: "all-with-subclasses",
      classes: ["Person", "Team"],
      attributes: { Person: ["badge", "name"], Team: ["name"] },
    });
  });

  it("reads all fields when output_fields is left out", () => {
    expect(only({ input: person }).selection).toBe("all");
  });

  it("describes writes by what was written, however optional fields vary", () => {
    const write = (fields: object): Call => ({
      operation: "core/update",
      input: { ...person, fields, output_fields: "*" },
      output: objects({ "Person::7": { health_notes: "" } }),
    });
    const { data } = fold([write({ phone: "1" }), write({ email: "2", phone: "3" })]);
    expect(data.operations).toMatchObject([
      { verb: "update", calls: 2, attributes: { Person: ["email", "phone"] } },
    ]);
  });

  it("keeps simulated deletions apart from real ones", () => {
    const { data } = fold([
      { operation: "core/delete", input: { ...person, simulate: true } },
      { operation: "core/delete", input: person },
    ]);
    expect(data.operations.map((each) => each.verb).sort()).toEqual(["delete", "other"]);
  });

  it("takes the operation of an early failure from its request", () => {
    const operation = only({
      userinfo: "",
      operation: "",
      code: "1",
      input: { operation: "core/get", ...person },
    });
    expect(operation).toMatchObject({ account: "", operation: "core/get", classes: ["Person"], failures: 1 });
  });

  it("names people's logins by pseudonym", () => {
    expect(only({ userinfo: "ingrid.haugland", input: person }).account).toMatch(/^person-[0-9a-f]{8}$/);
  });

  it("lets no value pass for a name", () => {
    const text = JSON.stringify(
      only({ input: { class: "Ingrid Haugland", key: 1, output_fields: "ingrid@ward.example" } }),
    );
    expect(text).not.toMatch(/Ingrid|ward\.example/);
  });

  it("bounds the number of shapes and still counts every call", () => {
    const calls = Array.from({ length: MAX_SHAPES + 3 }, (_, at) => ({
      input: { class: `Class${at}`, key: 1 },
    }));
    const { data, problems } = fold(calls);
    expect(data.operations).toHaveLength(MAX_SHAPES + 1);
    expect(data.operations.reduce((sum, each) => sum + each.calls, 0)).toBe(MAX_SHAPES + 3);
    expect(problems.map((each) => each.kind)).toEqual(["limit"]);
  });
});

describe("bulk reads", () => {
  it.each([
    ["a query without condition", { class: "Person", key: "SELECT Person" }, true],
    ["a condition that holds for all", { class: "Person", key: "SELECT Person WHERE 1" }, true],
    ["no key", { class: "Person" }, true],
    ["no criteria", { class: "Person", key: {} }, true],
    [
      "one open branch of a union",
      { class: "Person", key: "SELECT Person WHERE id=1 UNION SELECT Person" },
      true,
    ],
    ["a condition", { class: "Person", key: "SELECT Person WHERE status='active'" }, false],
    [
      "the word in a literal only",
      { class: "Person", key: "SELECT Person AS WHERE_ JOIN Team AS t ON 'where'" },
      true,
    ],
    ["an id", person, false],
    ["a limit", { class: "Person", key: "SELECT Person", limit: 20 }, false],
  ])("%s", (_what, input, bulk) => {
    expect(only({ input }).bulk).toBe(bulk);
  });
});

describe("broken rows", () => {
  it("cut by iTop are read as far as they go and counted by the announced number", () => {
    const output =
      '{"code":0,"message":"Found: 192","objects":{"Person::7":{"fields":{"email":"i -truncated (1871234 chars)';
    const { data } = fold([{ input: { ...person, key: "SELECT Person" }, output }]);
    expect(data.operations).toMatchObject([
      { objects: 192, truncated: 1, attributes: { Person: ["email"] } },
    ]);
    expect(data.window.truncatedRows).toBe(1);
  });

  it("count a page, not the total, when the call had a limit", () => {
    const output =
      '{"code":0,"message":"Found: 192","objects":{"Person::7":{"fields":{"email":"i -truncated (99999 chars)';
    expect(only({ input: { ...person, limit: 20 }, output }).objects).toBe(20);
  });

  it("that are no JSON are counted as unreadable", () => {
    const { data } = fold([{ code: "4", operation: "", input: '{"operation": "core/get", broken' }]);
    expect(data.operations).toMatchObject([
      { operation: "core/get", failures: 1, unreadable: 1, bulk: false },
    ]);
  });
});
