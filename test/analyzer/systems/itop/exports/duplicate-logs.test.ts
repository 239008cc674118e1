import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedOnce } from "../../../../../analyzer/systems/itop/exports/duplicate-logs.ts";
import { RowIds, shared, united } from "../../../../../analyzer/systems/itop/exports/row-ids.ts";
import { dataOf } from "../../../../../analyzer/systems/itop/fragments.ts";
import { readFile } from "./source-files.ts";

function rangesOf(ids: Iterable<number>): readonly number[] {
  const rows = new RowIds();
  for (const id of ids) rows.add(String(id));
  return rows.ranges() ?? [];
}

const idSet = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300_000 })));

describe("ids of rows", () => {
  it("are ranges that share and unite like sets", () => {
    fc.assert(
      fc.property(idSet, idSet, (a, b) => {
        const common = a.filter((id) => b.includes(id));
        expect(shared(rangesOf(a), rangesOf(b))).toBe(common.length);
        expect(united(rangesOf(a), rangesOf(b))).toEqual(rangesOf(new Set([...a, ...b])));
      }),
    );
  });

  it("are unknown as a whole when one row has none, or one comes twice", () => {
    for (const second of ["", "x", "0", "7"]) {
      const rows = new RowIds();
      rows.add("7");
      rows.add(second);
      expect(rows.ranges()).toBeUndefined();
    }
  });

  it("that scatter without end are not compared", () => {
    const rows = new RowIds();
    for (let at = 1; at <= 5000; at++) rows.add(String(at * 1_000_000));
    expect(rows.ranges()).toBeUndefined();
  });
});

describe("log rows in several exports", () => {
  const csvOf = (ids: readonly number[]): string =>
    `id,date,userinfo,operation,json_input,code,json_output\n${ids
      .map(
        (id) =>
          `${id},"2026-03-0${1 + (id % 9)} 06:00:00",ws-gangway,core/get,"{""class"":""Person""}",0,""\n`,
      )
      .join("")}`;
  const eventsOf = (ids: readonly number[]): string =>
    `id,date,userinfo,finalclass\n${ids.map((id) => `${id},"2026-03-01 06:00:00",ws,EventRestService\n`).join("")}`;

  async function counted(files: Readonly<Record<string, string>>) {
    const read = await Promise.all(Object.entries(files).map(([name, text]) => readFile(name, text)));
    const fragments = read.flatMap((each) => each.fragments);
    const { logs, rows, problems } = countedOnce(
      dataOf(fragments, "rest-log"),
      dataOf(fragments, "store-rows"),
    );
    return {
      calls: logs.map(({ window }) => [window.file, window.rows]),
      rows: rows.map(({ observation }) => observation.rows),
      problems: problems.map(({ kind, message, lost }) => [kind, message, lost]),
    };
  }

  it("count once where one file holds all of another", async () => {
    expect(await counted({ "a.csv": csvOf([1, 2]), "b.csv": csvOf([1, 2, 3]) })).toEqual({
      calls: [["itop/b.csv", 3]],
      rows: [],
      problems: [
        [
          "repeated",
          "All 2 rows of EventRestService in this file are also in itop/b.csv; they count once.",
          undefined,
        ],
      ],
    });
  });

  it("are all read where files follow each other", async () => {
    const { calls, problems } = await counted({ "march.csv": csvOf([1, 2]), "april.csv": csvOf([3, 4]) });
    expect(calls).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  it("that overlap are read with what is then counted twice", async () => {
    const { calls, problems } = await counted({ "a.csv": csvOf([1, 2, 3]), "b.csv": csvOf([3, 4]) });
    expect(calls).toHaveLength(2);
    expect(problems).toEqual([
      [
        "repeated",
        "1 of 2 rows of EventRestService in this file are also in itop/a.csv; their calls count twice.",
        "exact numbers of calls",
      ],
    ]);
  });

  it("of the parent class add only rows that the log itself lacks", async () => {
    const { rows, problems } = await counted({
      "log.csv": csvOf([1, 2, 3]),
      "Event.csv": eventsOf([2, 3, 4, 5]),
    });
    expect(rows).toEqual([2]);
    expect(problems).toEqual([]);
  });

  it("without ids are taken as they are", async () => {
    const text = csvOf([1, 2]).replace(/^\d+,|^id,/gm, "");
    expect((await counted({ "a.csv": text, "b.csv": text })).calls).toHaveLength(2);
  });
});
