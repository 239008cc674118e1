import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { Kysely, SqliteDialect } from "kysely";
import { describe, expect, it } from "vitest";
import { SourceText } from "../../analyzer/source/text.ts";
import { openDatabase, type Tables } from "../../server/store/database.ts";
import { migrate, MIGRATIONS } from "../../server/store/migrations.ts";
import { deserialize, serialize } from "../../server/store/serialize.ts";
import { MAX_OPENED, Shelf } from "../../server/store/shelf.ts";
import { TableStore } from "../../server/store/tables.ts";
import { graphContent, finding } from "./graph-content.ts";
import { contentFrom, FILES, DATAMODEL } from "./support.ts";

const now = (): Date => new Date("2026-07-02T08:00:00Z");
const newFile = (): string => join(mkdtempSync(join(tmpdir(), "art30-db-")), "art30.db");

describe("a snapshot as text", () => {
  it.each([
    ["a real analysis", contentFrom],
    ["a hand-made graph", async () => graphContent()],
  ])("comes back as it was: %s", async (_, make) => {
    const content = await make();
    const back = deserialize(serialize(content));
    expect(back.snapshot.graph.export()).toEqual(content.snapshot.graph.export());
    expect([...back.snapshot.verdicts].sort()).toEqual([...content.snapshot.verdicts].sort());
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    expect(plain(back.snapshot.estate)).toEqual(plain(content.snapshot.estate));
    expect(plain(back.snapshot.register)).toEqual(plain(content.snapshot.register));
    expect(plain(back.findings)).toEqual(plain(content.findings));
    expect(serialize(back)).toBe(serialize(content));
  });

  it("of before stored queries were read has none", () => {
    const written = JSON.parse(serialize(graphContent())) as {
      estate: { systems: Record<string, unknown>[] };
    };
    for (const system of written.estate.systems) delete system["queries"];
    const { systems } = deserialize(JSON.stringify(written)).snapshot.estate;
    expect(systems.map(({ queries }) => queries)).toEqual(systems.map(() => []));
  });

  it("is the same whatever the order verdicts were found in", () => {
    const content = graphContent();
    const turned = new Map([...content.snapshot.verdicts].reverse());
    expect(serialize({ ...content, snapshot: { ...content.snapshot, verdicts: turned } })).toBe(
      serialize(content),
    );
  });

  it("brings its own files back as texts", () => {
    const register = new SourceText("register.yaml", "activities: {}\n");
    expect(deserialize(serialize({ ...graphContent(), register })).register).toEqual(register);
  });

  it("keeps the suppression comments of analysed files, and no other line of them", async () => {
    const path = "itop/extensions/saint-clair/datamodel.saint-clair.xml";
    const comment = "<!-- art30-ignore storage/secret-in-clear: replaced in March until=2026-12-31 -->";
    const text = DATAMODEL.replace(
      '        <field id="badge_password"',
      `        ${comment}\n        <field id="badge_password"`,
    );
    // A comment may not hide an error that rests on Art. 32.
    const rules = { severity: { "storage/secret-in-clear": "warning" } };
    const content = await contentFrom({ ...FILES, [path]: text }, rules);
    expect(content.suppressible.map(({ text: kept }) => kept.trim())).toEqual([comment]);
    expect(content.findings.some(({ suppressed }) => suppressed?.by === "comment")).toBe(true);
  });

  it("of another version is not guessed at", () => {
    expect(() => deserialize('{"version":99}')).toThrow("version 99");
  });
});

describe("the database", () => {
  it("brings a file of the first version up to date and keeps what is in it", async () => {
    const file = newFile();
    const old = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(file) }) });
    await migrate(old, { "001-tables": MIGRATIONS["001-tables"] as (typeof MIGRATIONS)[string] });
    await old.insertInto("estates").values({ id: "ivry", name: "Mairie d'Ivry" }).execute();
    await old.destroy();
    const db = await openDatabase(file);
    expect(await new TableStore(db).estates()).toEqual([{ id: "ivry", name: "Mairie d'Ivry" }]);
    const indexes = (await db.introspection.getTables()).map(({ name }) => name);
    expect(indexes.sort()).toEqual(["declarations", "estates", "sessions", "snapshots"]);
    await db.destroy();
  });

  it("keeps snapshots and declarations over a restart", async () => {
    const file = newFile();
    const before = await openDatabase(file);
    const shelf = new Shelf(new TableStore(before), now);
    const summary = await shelf.add({ id: "saint-clair", name: "Saint Clair" }, graphContent());
    const [record] = graphContent().snapshot.register.records;
    const declaration = {
      record: record?.id ?? "",
      column: "purpose",
      value: ["Running the service desk"],
      by: "DPO",
      on: "2026-07-02",
    };
    expect(await shelf.declare("saint-clair", summary.id, declaration)).toEqual([]);
    await before.destroy();
    const after = await openDatabase(file);
    const opened = await new Shelf(new TableStore(after), now).open("saint-clair", "latest");
    expect(opened?.id).toBe(summary.id);
    expect(opened?.snapshot.register.records[0]?.cells.purpose.value).toEqual(declaration.value);
    await after.destroy();
  });

  it("writes beside readers, by a write-ahead log", async () => {
    const file = newFile();
    const [one, two] = [await openDatabase(file), await openDatabase(file)];
    await new TableStore(one).keepEstate({ id: "ivry", name: "Mairie d'Ivry" });
    expect(await new TableStore(two).estate("ivry")).toEqual({ id: "ivry", name: "Mairie d'Ivry" });
    await one.destroy();
    await two.destroy();
  });
});

describe("opened snapshots", () => {
  it("are kept in memory, but only a few", async () => {
    const db = await openDatabase(":memory:");
    const shelf = new Shelf(new TableStore(db), now);
    const ids: string[] = [];
    for (let each = 0; each <= MAX_OPENED; each += 1) {
      const content = graphContent([finding(`itop:Person.note_${each}`)]);
      ids.push((await shelf.add({ id: "saint-clair", name: "Saint Clair" }, content)).id);
    }
    await db
      .updateTable("snapshots")
      .set({ content: new Uint8Array([1]) })
      .execute();
    await expect(shelf.open("saint-clair", ids[0] ?? "")).rejects.toThrow();
    for (const id of ids.slice(1)) expect((await shelf.open("saint-clair", id))?.id).toBe(id);
  });
});
