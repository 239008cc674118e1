import { describe, expect, it } from "vitest";
import { acceptsItop } from "../../../../analyzer/systems/itop/accepts.ts";
import { MAX_DEFINITION_TEXT } from "../../../../analyzer/systems/itop/dump/definition-join.ts";
import { dumpTable, isStaging, tableByColumns } from "../../../../analyzer/systems/itop/dump/dump-tables.ts";
import { EventTimes } from "../../../../analyzer/systems/itop/dump/event-times.ts";
import { readDump } from "../../../../analyzer/systems/itop/dump/read-dump.ts";
import { dataOf, type FragmentData, type FragmentKind } from "../../../../analyzer/systems/itop/fragments.ts";
import type { ReadResult } from "../../../../analyzer/systems/adapter.ts";
import { mayShow } from "../../../../analyzer/workspace/source-lines.ts";
import { asSql, asXml, CANARIES, CLINIC, type Tables } from "./clinic-dump.ts";
import { streamed } from "./streamed-file.ts";

async function sql(text: string): Promise<ReadResult> {
  return readDump(streamed("itop.sql", text, 4096), "sql-export");
}

function only(...tables: readonly string[]): Tables {
  return Object.fromEntries(tables.map((table) => [table, CLINIC[table] ?? []]));
}

function of<Kind extends FragmentKind>({ fragments }: ReadResult, kind: Kind): readonly FragmentData[Kind][] {
  return dataOf(fragments, kind);
}

describe("probing for dumps", () => {
  it.each([
    ["itop.sql", `-- MariaDB dump 10.19  Distrib 10.11\n${"--\n".repeat(2000)}`, "sql-export"],
    ["itop.sql", "/*M!999999\\- enable the sandbox mode */ \nCREATE TABLE `x_priv_user` (", "sql-export"],
    ["shop.sql", "-- MySQL dump\nCREATE TABLE `orders` (`id` int);\n", null],
    ["events.sql", "INSERT INTO `priv_event` VALUES (1)", "sql-export"],
    ["model.sql", "SELECT 1;", null],
    ["itop.xml", '<?xml version="1.0"?>\n<mysqldump xmlns:xsi="x">\n<database', "mysql-xml-export"],
    ["q.xml", '<?xml version="1.0"?>\n<resultset statement="SELECT 1">', "mysql-xml-export"],
    ["datamodel.xml", '<itop_design version="3.1">', "datamodel-file"],
    ["other.xml", "<beans/>", null],
    ["log.tsv", "id\toperation\tjson_input\tjson_output\n", "mysql-batch-export"],
    ["log.txt", "id\tlogin\tcontactid\n", "mysql-batch-export"],
    ["beds.tsv", "ward\tbeds\n", null],
  ])("%s that begins with %s", (name, content, expected) => {
    expect(acceptsItop(streamed(name, content))).toBe(expected);
  });

  it("lets no line of a dump be shown, whatever its name ends in", () => {
    const input = { system: "itop", state: "read", bytes: 1 } as const;
    expect(mayShow("a.xml", [{ ...input, file: "a.xml", readAs: "itop/mysql-xml-export" }])).toBe(false);
  });
});

describe("tables", () => {
  it.each([
    ["priv_event", "", "events"],
    ["prod_priv_event_restservice", "prod_", "rest-log"],
    ["priv_action_webhook", "", "definition"],
    ["person", undefined, undefined],
  ])("%s", (name, prefix, use) => {
    const table = dumpTable(name);
    expect([table?.prefix, table?.use]).toEqual([prefix, use]);
  });

  it("that stage rows are told by name or by their first columns", () => {
    expect(isStaging("x_synchro_data_person_4", [])).toBe(true);
    expect(isStaging("hr_feed", ["id", "primary_key", "name"])).toBe(true);
    expect(isStaging("person", ["id", "name"])).toBe(false);
  });

  it("behind the result of a query are told by columns only they have", () => {
    expect(tableByColumns(["id", "name", "to", "cc", "bcc", "subject", "body"])).toBe("priv_action_email");
    expect(tableByColumns(["id", "name"])).toBeNull();
  });
});

describe("a dump", () => {
  it("without priv_event still tells what was called, and that the caller is not known", async () => {
    const result = await sql(asSql(only("priv_event_restservice")));
    const [log] = of(result, "rest-log");
    expect(log?.operations.map(({ account, verb, from }) => [account, verb, from])).toEqual([
      ["", "read", null],
      ["", "update", null],
    ]);
    expect(result.problems).toMatchObject([{ kind: "incomplete-export", lost: "who called, and when" }]);
  });

  it("without the calls counts them as rows of the log", async () => {
    const result = await sql(asSql(only("priv_event")));
    expect(of(result, "store-rows")).toMatchObject([
      {
        class: "EventNotificationEmail",
        outcomes: { test: 1 },
        observation: { rows: 1, from: "2026-03-02" },
      },
      { class: "EventRestService", observation: { rows: 2, from: "2026-03-01", to: "2026-03-02" } },
    ]);
  });

  it("counts a log without dates when only the table below priv_event is there", async () => {
    const result = await sql(asSql(only("priv_event_email")));
    expect(of(result, "store-rows")).toMatchObject([
      { class: "EventNotificationEmail", observation: { rows: 1, from: null, to: null } },
    ]);
    for (const canary of CANARIES)
      expect(JSON.stringify(result)).not.toContain(JSON.stringify(canary).slice(1, -1));
  });

  it("with parts of objects but not the objects themselves says so", async () => {
    const result = await sql(asSql(only("priv_action_email", "priv_sync_att_extkey")));
    expect(result.problems.map(({ message }) => message)).toEqual([
      "The dump has rows of tables below priv_action, but not those of priv_action itself.",
      "The dump has rows of tables below priv_sync_att, but not those of priv_sync_att itself.",
    ]);
    expect(of(result, "export").map((each) => each.class)).toEqual(["ActionEmail", "SynchroAttExtKey"]);
  });

  it("holds neither passwords nor files of definitions, not even for the join", async () => {
    const text = JSON.stringify(
      await sql(asSql(only("priv_user", "priv_user_local", "priv_action", "priv_action_email"))),
    );
    expect(text).not.toContain("canary");
  });

  it("counts the rows of every other table, and reads none", async () => {
    const rows = [
      { id: "1", name: "Haugland" },
      { id: "2", name: "Weiss" },
    ];
    const result = await sql(asSql({ person: rows, functionalci: rows }));
    expect(of(result, "table").map(({ name, rows: count }) => [name, count])).toEqual([
      ["functionalci", 2],
      ["person", 2],
    ]);
    expect(JSON.stringify(result)).not.toMatch(/Haugland|Weiss/);
  });

  it("with a copy of a table beside it makes no object from the copy", async () => {
    const [action] = CLINIC["priv_action"] ?? [];
    const copies = {
      priv_action: [{ ...action }],
      priv_action_bak: [{ ...action, id: "99", name: "Given up" }],
    };
    expect(of(await sql(asSql(copies as Tables)), "export").map(({ id }) => id)).toEqual(["5"]);
  });

  it("of two installations is read as one, which is said", async () => {
    const { problems } = await sql(`${asSql(only("priv_trigger"))}${asSql(only("priv_trigger"), "old_")}`);
    expect(problems.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      "duplicate: Tables of iTop stand under 2 prefixes; all are read as one installation.",
    ]);
  });

  it("of another product is no input", async () => {
    const result = await sql(asSql({ wp_posts: [{ id: "1", title: "Haugland" }] }));
    expect(result.fragments).toEqual([]);
    expect(result.problems).toMatchObject([{ kind: "unknown-format", lost: "the whole file" }]);
  });

  it("with more definitions than can be held says where it stopped", async () => {
    const body = "x".repeat(MAX_DEFINITION_TEXT / 16);
    const rows = Array.from({ length: 20 }, (_none, index) => ({
      id: `${index}`,
      to: "",
      cc: "",
      bcc: "",
      subject: "",
      body,
      realclass: "ActionEmail",
    }));
    const result = await readDump(streamed("big.sql", asSql({ priv_action: rows }), 1 << 18), "sql-export");
    expect(result.problems.map(({ kind }) => kind)).toEqual(["limit"]);
  });

  it("as XML is read a second time when calls come before their events", async () => {
    const result = await readDump(
      streamed("a.xml", asXml(only("priv_event_restservice", "priv_event")), 4096),
      "mysql-xml-export",
    );
    const [log] = of(result, "rest-log");
    expect(log?.window).toMatchObject({ rows: 2, from: "2026-03-01T08:00:00" });
    expect(log?.operations.map(({ account }) => account)).toEqual([
      expect.stringMatching(/^person-/),
      "ws-ward",
    ]);
    expect(result.problems).toEqual([]);
  });
});

describe("event times", () => {
  it("are found by id in any order of rows", () => {
    const times = new EventTimes();
    for (const id of [7, 3, 5_000, 1])
      times.add(`${id}`, `2026-03-0${(id % 7) + 1} 10:00:0${id % 10}`, `ws-${id}`);
    expect(times.of("3")).toEqual({ date: "2026-03-04 10:00:03", account: "ws-3" });
    expect(times.of("4")).toBeNull();
    expect(times.of("Haugland")).toBeNull();
  });

  it("keep an impossible date as unknown", () => {
    const times = new EventTimes();
    times.add("1", "0000-00-00 00:00:00", "ws-ward");
    expect(times.of("1")).toEqual({ date: "", account: "ws-ward" });
  });
});
