import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { logEngine } from "../../../../analyzer/workspace/log-engine-duckdb.ts";
import { csv, lines, refusalsOf, Scratch, shapesOf } from "./both-readings.ts";
import { logRow, type LogRow } from "./rest-log-arbitrary.ts";

const scratch = new Scratch();
afterAll(() => scratch.remove());

describe.skipIf(logEngine("/log.csv") === null)("a big log folded by the engine", () => {
  it.each([
    ["export.csv", (rows: readonly LogRow[]) => csv(rows)],
    ["export.tsv", (rows: readonly LogRow[]) => csv(rows, "\t")],
    ["windows.csv", (rows: readonly LogRow[]) => csv(rows, ";", "\r\n")],
    ["rows.ndjson", lines],
  ])("gives what the stream gives, whatever is in the rows of %s", async (name, write) => {
    let runs = 0;
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(logRow, { minLength: 1, maxLength: 6 }), async (rows) => {
        const { engine, stream } = await scratch.read(name, write(rows));
        runs++;
        if (refusalsOf(engine).length === 0) answered++;
        expect(shapesOf(engine)).toEqual(shapesOf(stream));
      }),
      { numRuns: Number(process.env["RUNS"] ?? 60) },
    );
    // Only names that stand twice are left to the stream; a test of the stream against itself would show nothing.
    expect(answered).toBeGreaterThan(runs / 3);
  });
});
