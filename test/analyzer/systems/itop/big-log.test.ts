import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCsvExport, readRestExport } from "../../../../analyzer/systems/itop/exports/exports.ts";
import { dataOf, type RestLogData } from "../../../../analyzer/systems/itop/fragments.ts";
import { logEngine } from "../../../../analyzer/workspace/log-engine-duckdb.ts";
import { diskReader } from "../../../../analyzer/workspace/reader.ts";
import { sourceFile } from "../../../../analyzer/workspace/source-file.ts";
import type { ReadResult } from "../../../../analyzer/systems/adapter.ts";
import { logRow, type LogRow } from "./rest-log-arbitrary.ts";

const directory = mkdtempSync(join(tmpdir(), "art30-big-log-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const SINK = { problem: () => {}, suppressible: () => {} };

/** Reads a file as it would be read when it is big, and as it would be otherwise. */
async function both(
  name: string,
  content: string | Uint8Array,
): Promise<{ engine: ReadResult; stream: ReadResult }> {
  writeFileSync(join(directory, name), content);
  const found = { path: name, name, bytes: Buffer.byteLength(content) };
  const read = /\.[ct]sv$/.test(name) ? readCsvExport : readRestExport;
  const at = (bigLogBytes: number) => read(sourceFile(diskReader(directory), found, 0, SINK, bigLogBytes));
  return { engine: await at(1), stream: await at(Infinity) };
}

/** Without the locations of shapes, which an engine cannot tell. */
function shapes(result: ReadResult): RestLogData | undefined {
  const [data] = dataOf(result.fragments, "rest-log");
  const location = { file: "", line: 0, column: 0, endLine: 0, endColumn: 0 };
  return data && { ...data, operations: data.operations.map((each) => ({ ...each, location })) };
}

const refused = (result: ReadResult): boolean =>
  result.problems.some(({ message }) => /takes longer/.test(message));

const CSV = (rows: readonly LogRow[], separator = ",", lineEnd = "\n"): string => {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  return lines.map((cells) => cells.map(cell).join(separator) + lineEnd).join("");
};
const LINES = (rows: readonly LogRow[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

describe.skipIf(logEngine("/log.csv") === null)("a big log folded by the engine", () => {
  it.each([
    ["export.csv", (rows: readonly LogRow[]) => CSV(rows)],
    ["export.tsv", (rows: readonly LogRow[]) => CSV(rows, "\t")],
    ["windows.csv", (rows: readonly LogRow[]) => CSV(rows, ";", "\r\n")],
    ["rows.ndjson", LINES],
  ])("gives what the stream gives, whatever is in the rows of %s", async (name, write) => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(logRow, { minLength: 1, maxLength: 6 }), async (rows) => {
        const { engine, stream } = await both(name, write(rows));
        if (!refused(engine)) answered++;
        expect(shapes(engine)).toEqual(shapes(stream));
      }),
      { numRuns: Number(process.env["RUNS"] ?? 60) },
    );
    expect(answered).toBeGreaterThan(20);
  });
});
