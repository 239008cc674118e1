import { describe, expect, it } from "vitest";
import type { Store } from "../../../../analyzer/model/store.ts";
import type { ReadResult } from "../../../../analyzer/systems/adapter.ts";
import { acceptsItop } from "../../../../analyzer/systems/itop/accepts.ts";
import { dataOf, type LogFileData } from "../../../../analyzer/systems/itop/fragments.ts";
import { readLogFile } from "../../../../analyzer/systems/itop/log-files/log-file.ts";
import { withLogFiles } from "../../../../analyzer/systems/itop/stores/store-observations.ts";
import { streamed } from "./streamed-file.ts";

const LOG = `2026-03-01 08:00:00 | Error   | 4     | Query failed: INSERT INTO \`priv_event_restservice\` (\`json_input\`) VALUES ('{"email":"ingrid@clinic.example"}') | IssueLog |||
array (
  'auth_pwd' => 'Hidden-7',
  'phone' => '+47 22 33 44 55',
)
2026-03-02 09:00:00 | Warning |       | Something
over two lines | deprecated-php-method |||
2026-02-28 07:00:00 | Info    | 4     | Setup done |  |||
2026-02-28 07:00:01 | Shout   | 4     | Could not update 'Haugland' | Haugland |||
`;

async function read(text: string | Uint8Array, size = 33): Promise<ReadResult> {
  return readLogFile(streamed("log/error.log", text, size));
}

async function data(text: string | Uint8Array): Promise<LogFileData | undefined> {
  return dataOf((await read(text)).fragments, "log-file")[0];
}

describe("a log file", () => {
  it.each([
    ["log/error.log", LOG, "log-file"],
    ["log/error.2026-week09.log", LOG, "log-file"],
    ["log/setup.log", `\n${LOG}`, "log-file"],
    ["access.log", '10.0.0.1 - - [01/Mar/2026] "GET /"', null],
  ])("%s is known by its lines", (name, text, expected) => {
    expect(acceptsItop(streamed(name, text))).toBe(expected);
  });

  it("is counted by level and channel, with its first and last day", async () => {
    expect(await data(LOG)).toMatchObject({
      observation: { rows: 4, from: "2026-02-28", to: "2026-03-02" },
      levels: [
        ["Error", 1],
        ["Info", 1],
        ["Warning", 1],
        ["other", 1],
      ],
      channels: [
        ["", 1],
        ["IssueLog", 1],
        ["deprecated-php-method", 1],
        ["other", 1],
      ],
    });
  });

  it("tells the kinds of values in its entries, never a value", async () => {
    expect((await data(LOG))?.holds).toEqual({ email: 1, phone: 1, secret: 1, statement: 1 });
    expect(JSON.stringify(await read(LOG))).not.toMatch(/ingrid|clinic|Hidden|Haugland|\+47/i);
  });

  it("with masked passwords and statements without values shows neither", async () => {
    const text =
      "2026-03-01 08:00:00 | Error   | 4     | SELECT `id` FROM `person` 'pwd' => '****' | IssueLog |||\n";
    expect((await data(text.replace(" 'pwd' => '****'", "")))?.holds).toEqual({});
    expect((await data("2026-03-01 08:00:00 | Error |  | 'pwd' => '****' |  |||\n"))?.holds).toEqual({});
  });

  it.each([
    ["cut in an entry", LOG.slice(0, 200), 1],
    ["that begins in the middle of an entry", LOG.slice(200), 3],
    [
      "with one giant line",
      `2026-03-01 08:00:00 | Error   | 4     | ${"SELECT ".repeat(200_000)}' | X |||\n`,
      1,
    ],
    ["with NUL bytes", LOG.replace("Something", "Some\0thing"), 4],
    ["of another kind", "nothing here\n", 0],
  ])("%s is read as far as it goes", async (_what, text, rows) => {
    expect((await data(text))?.observation.rows ?? 0).toBe(rows);
  });

  it("in another character set is read all the same", async () => {
    const { fragments, problems } = await read(Buffer.from(LOG.replace("Something", "Zürich"), "latin1"));
    expect(fragments).toHaveLength(1);
    expect(problems.map(({ kind }) => kind)).toEqual(["encoding"]);
  });

  it("adds what was seen to the store of log files alone", async () => {
    const files = store("file-log");
    const found = await data(LOG);
    expect(withLogFiles([files, store("backup")], found === undefined ? [] : [found])).toEqual([
      {
        ...files,
        observed: found?.observation,
        holds: { parts: ["trace", "addresses", "credentials", "payloads"], fields: [] },
      },
      store("backup"),
    ]);
    expect(withLogFiles([files], [])).toEqual([files]);
  });
});

function store(kind: Store["kind"]): Store {
  return { kind, observed: null, holds: { parts: ["trace"], fields: [] } } as unknown as Store;
}
