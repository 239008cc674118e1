import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { itopAdapter } from "../../../../analyzer/systems/itop/adapter.ts";
import { analyse } from "../../../../analyzer/workspace/analyse.ts";
import { logEngine } from "../../../../analyzer/workspace/log-engine-duckdb.ts";
import { diskReader, memoryReader } from "../../../../analyzer/workspace/reader.ts";
import { sourceFile } from "../../../../analyzer/workspace/source-file.ts";
import { csv, lines, refusalsOf, Scratch, shapesOf } from "./both-readings.ts";
import type { LogRow } from "./rest-log-arbitrary.ts";

const scratch = new Scratch();
afterAll(() => scratch.remove());

const ROW: LogRow = {
  date: "2026-03-02 10:00:00",
  userinfo: "ws-ward",
  operation: "core/get",
  code: "0",
  json_input:
    '{"class":"Person",\n "key":"SELECT Person WHERE name = \\"Solheim\\"","output_fields":"email"}',
  json_output:
    '{"code":0,"message":"Found: 1","objects":{"Person::7":{"fields":{"email":"i.solheim@ward.example"}}}}',
  finalclass: "EventRestService",
};
const UPDATE: LogRow = {
  ...ROW,
  operation: "core/update",
  json_input: '{"class":"Person","key":7,"comment":"by Ingrid Solheim","fields":{"phone":"+49 40 1234567"}}',
};
const LONG = "x".repeat(65_535);

describe.skipIf(logEngine("/log.csv") === null)("a big log that is", () => {
  it.each([
    ["full of quotes and line breaks", csv([ROW, UPDATE])],
    ["one of cells as long as iTop writes them", csv([{ ...ROW, json_output: LONG }, UPDATE])],
    ["without a last line break", csv([ROW, UPDATE]).trimEnd()],
    ["begun with a byte-order mark", `\uFEFF${csv([ROW, UPDATE])}`],
    [
      "of another order of columns",
      csv([ROW, UPDATE].map((row) => ({ id: "1", json_output: row["json_output"] ?? "", ...row }))),
    ],
    ["without a class column", csv([{ ...ROW, finalclass: "" }]).replaceAll(/,"(?:finalclass)?"\n/g, "\n")],
    ["of one line each", lines([ROW, UPDATE])],
  ])("%s is read by the engine like by the stream", async (_what, content) => {
    const { engine, stream } = await scratch.read(
      content.includes('{"date"') ? "log.ndjson" : "log.csv",
      content,
    );
    expect(shapesOf(engine)).toEqual(shapesOf(stream));
    expect(engine.problems).toEqual([]);
    expect(shapesOf(engine)?.window.rows).toBeGreaterThan(0);
  });

  it.each([
    ["cut inside a row", csv([ROW, UPDATE]).slice(0, -60)],
    ["short of cells", `${csv([ROW])}"2026-03-02 10:00:00","ws-ward"\n`],
    ["in two separators", `${csv([ROW])}${csv([UPDATE], ";")}`],
    ["not UTF-8", Buffer.from(csv([ROW, { ...UPDATE, userinfo: "ws-müller" }]), "latin1")],
    ["longer in a row than the engine reads", csv([ROW, { ...UPDATE, json_output: LONG.repeat(40) }])],
    ["of other events too", csv([ROW, { ...UPDATE, finalclass: "EventIssue" }])],
    ["two exports in one", csv([ROW]) + csv([UPDATE])],
  ])("%s is left to the stream, with its problems and one that says so", async (_what, content) => {
    const { engine, stream } = await scratch.read("log.csv", content);
    expect(engine.fragments).toEqual(stream.fragments);
    expect(engine.problems.slice(1)).toEqual(stream.problems);
    expect(refusalsOf(engine)).toHaveLength(1);
    expect(engine.problems[0]?.lost).toBeUndefined();
    expect(JSON.stringify(engine.problems)).not.toMatch(/Solheim|ws-[wm]/);
  });

  it.each([
    ["an error page", "<!DOCTYPE html><html><body>Unknown field</body></html>"],
    ["an export of another class", 'id,name,finalclass\n7,"Ingrid Solheim",Person\n'],
    ["an export of labels", '"id (Primary Key)","Last Name"\n7,"Solheim"\n'],
  ])("%s is none for the engine", async (_what, content) => {
    const { engine, stream } = await scratch.read("log.csv", content);
    expect(engine).toEqual(stream);
  });
});

describe("a log with tabs between its cells", () => {
  it("is an export like one with commas", () => {
    const content = csv([ROW], "\t");
    const reader = memoryReader({ "log.tsv": content });
    const found = { path: "log.tsv", name: "log.tsv", bytes: content.length };
    const sink = { problem: () => {}, suppressible: () => {} };
    expect(itopAdapter.accepts(sourceFile(reader, found, 0, sink))).toBe("csv-export");
  });
});

describe("the size from which a log is big", () => {
  const content = csv([ROW, UPDATE, ROW]);
  const found = { path: "log.csv", name: "log.csv", bytes: content.length };
  const sink = { problem: () => {}, suppressible: () => {} };

  it.skipIf(logEngine("/log.csv") === null)("is set in the configuration", async () => {
    writeFileSync(join(scratch.directory, "log.csv"), content);
    const run = async (limits: object): Promise<readonly unknown[]> => {
      const { snapshot } = await analyse({
        reader: diskReader(scratch.directory),
        config: { systems: { itop: { paths: ["log.csv"] } }, limits },
        asOf: "2026-03-03",
      });
      return snapshot.estate.systems.flatMap(({ operations }) => operations);
    };
    const [streamed, queried] = [await run({}), await run({ bigLogBytes: 100 })];
    const bare = (each: unknown): object => ({ ...(each as object), location: null });
    expect(queried.map(bare)).toEqual(streamed.map(bare));
    // The engine tells no lines: a shape stands for the rows of the whole log.
    expect(queried).toMatchObject([
      { location: { line: 2, endLine: 4 } },
      { location: { line: 2, endLine: 4 } },
    ]);
  });

  it("does not matter where files are not on disk or a path could be taken for a pattern", () => {
    expect(sourceFile(memoryReader({ "log.csv": content }), found, 0, sink, 1).query).toBeUndefined();
    expect(logEngine("/logs/2026-*.csv")).toBeNull();
  });
});
