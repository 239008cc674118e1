import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { addressOf, cellAddress } from "../../viewer/api/address.ts";
import { groupFindings } from "../../viewer/pages/findings/groups.ts";
import { linesOf, MOST_LINES } from "../../viewer/pages/records/lines.ts";
import { toCsv } from "../../viewer/parts/csv.ts";
import { FINDINGS } from "../browser/hospital-findings.ts";

describe("CSV", () => {
  const cell = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text));

  it("reads back as it was written", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read: unknown = parse(toCsv(["a", "b"], rows), { record_delimiter: "\r\n" });
        expect(read).toEqual([["a", "b"], ...rows]);
      }),
    );
  });

  it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"])("never lets %s become a formula", (text) => {
    expect(toCsv(["a"], [[text]])).toContain(`'${text}`);
  });
});

describe("addresses of the API", () => {
  const place = { estate: "Rosenhof & sons", snapshot: "latest" };

  it("escape whatever a name holds", () => {
    expect(cellAddress(place, "ITSM/01", "purpose")).toBe(
      "api/estates/Rosenhof%20%26%20sons/snapshots/latest/records/ITSM%2F01/cells/purpose",
    );
  });

  it("are the same for the same question and leave out what is not asked", () => {
    expect(addressOf(place, "graph", { system: "", level: "entities", all: false })).toBe(
      addressOf(place, "graph", { level: "entities" }),
    );
  });
});

describe("grouping findings", () => {
  it("puts the gravest group first and loses nothing", () => {
    const groups = groupFindings(FINDINGS, "rule", []);
    expect(groups.map(({ worst }) => worst)).toEqual(["error", "error", "error", "warning", "info"]);
    expect(groups.flatMap(({ findings }) => findings)).toHaveLength(FINDINGS.length);
  });

  it("groups by element when asked", () => {
    const groups = groupFindings(FINDINGS, "element", []);
    expect(groups.map(({ key }) => key)).toContain("itop:store/history");
    expect(groups).toHaveLength(new Set(FINDINGS.map(({ path }) => path)).size);
  });
});

describe("lines of a declaration", () => {
  it("are trimmed, and empty ones left out", () => {
    expect(linesOf(" Answer requests \r\n\r\n\tKeep wards running")).toEqual([
      "Answer requests",
      "Keep wards running",
    ]);
  });

  it("are no more than the API takes", () => {
    expect(linesOf("duty\n".repeat(80))).toHaveLength(MOST_LINES);
  });
});
