import { describe, expect, it } from "vitest";
import { EntityIndex } from "../../../../analyzer/model/entity-index.ts";
import type { Entity } from "../../../../analyzer/model/entity.ts";
import type { RestLogData } from "../../../../analyzer/systems/itop/fragments.ts";
import { RestLogFolder } from "../../../../analyzer/systems/itop/rest/rest-log.ts";
import { resolveOperations } from "../../../../analyzer/systems/itop/rest/rest-operations.ts";

interface Call {
  readonly input: object;
  readonly output?: string;
}

const person = { class: "Person", key: 7 };

function fold(calls: readonly Call[]): RestLogData {
  const folder = new RestLogFolder("log.json");
  for (const { input, output = "" } of calls) {
    const row = { userinfo: "ws-ward", operation: "core/get", code: "0", json_output: output };
    const location = { file: "log.json", line: 1, column: 1, endLine: 1, endColumn: 9 };
    folder.add({ ...row, json_input: JSON.stringify(input) }, location);
  }
  return folder.finish().data as RestLogData;
}

describe("resolving shapes", () => {
  const fields = ["email", "phone"].map((name) => ({ name, path: `itop:Person.${name}` }));
  const index = new EntityIndex([{ name: "Person", parent: null, fields } as unknown as Entity]);
  const resolve = (calls: readonly Call[]): ReturnType<typeof resolveOperations> =>
    resolveOperations(
      [fold(calls)],
      index,
      (account) => (account === "" ? null : `itop:account/${account}`),
      "itop",
    );

  it("gives the paths of fields the class has", () => {
    const operations = resolve([{ input: { ...person, output_fields: "email,shoe_size" } }]);
    expect(operations).toMatchObject([
      {
        path: "itop:operation/ws-ward core/get Person",
        account: "itop:account/ws-ward",
        entities: ["Person"],
        fields: ["itop:Person.email"],
      },
    ]);
  });

  it("takes every field when a wildcard's reply was cut before any", () => {
    const [operation] = resolve([
      { input: person, output: '{"code":0,"message":"Found: 9","obj -truncated (70000 chars)' },
    ]);
    expect(operation?.fields).toEqual(["itop:Person.email", "itop:Person.phone"]);
  });

  it("numbers operations of one name in a stable order", () => {
    const calls: Call[] = [
      { input: { ...person, output_fields: "phone" } },
      { input: { ...person, output_fields: "email" } },
    ];
    const names = (each: readonly Call[]): unknown => resolve(each).map(({ path, fields }) => [path, fields]);
    expect(names(calls)).toEqual(names([...calls].reverse()));
    expect(new Set(resolve(calls).map((each) => each.path)).size).toBe(2);
  });
});
