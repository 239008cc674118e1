import { describe, expect, it } from "vitest";
import { jsonReport } from "../../../rules/report/json.ts";
import { finding } from "../findings.ts";
import { ACCEPTED, input } from "./input.ts";

interface Parsed {
  readonly findings: readonly Record<string, unknown>[];
}

describe("the JSON report", () => {
  it("begins with its format, who made it and the day of judgement", () => {
    const keys = Object.keys(JSON.parse(jsonReport(input([]))) as object);
    expect(keys.slice(0, 3)).toEqual(["format", "generator", "asOf"]);
    expect(keys.slice(3)).toEqual(keys.slice(3).toSorted());
    expect(jsonReport(input([]))).toContain('"format": "art30.findings/1"');
  });

  it("holds what the interface names for each finding, keys sorted", () => {
    const step = { kind: "field" as const, path: "itop:Person.iban", label: "IBAN", location: null };
    const text = jsonReport(input([finding({ suppressed: ACCEPTED, flow: [step] })]));
    const [row] = (JSON.parse(text) as Parsed).findings;
    expect(Object.keys(row ?? {})).toEqual(Object.keys(row ?? {}).sort());
    expect(row).toMatchObject({
      rule: "storage/special-category-in-clear",
      severity: "error",
      path: "itop:Person.health_restrictions",
      file: "itop/datamodel.tilleuls-hr.xml",
      line: 12,
      column: 5,
      endLine: 12,
      endColumn: 40,
      articles: ["Art. 9(1)"],
      flow: ["itop:Person.iban"],
      evidence: [],
      fingerprint: "0123456789abcdef0123456789abcdef",
      suppressed: { by: "exception", reason: "Needed by the duty physician.", until: "2027-03-31" },
    });
    expect(row).toHaveProperty("message");
    expect(row).toHaveProperty("why");
    expect(row).toHaveProperty("fix");
  });

  it("has nulls where a finding has no place", () => {
    const [row] = (JSON.parse(jsonReport(input([finding({ location: null })]))) as Parsed).findings;
    expect(row).toMatchObject({
      file: null,
      line: null,
      column: null,
      endLine: null,
      endColumn: null,
      suppressed: null,
    });
  });

  it("lists what was not read and what did not run", () => {
    const location = { file: "log.csv", line: 7, column: 1, endLine: 7, endColumn: 1 };
    const problems = [{ kind: "truncated" as const, message: "A record is cut.", location }];
    const notRun = [{ rule: "flow/weak-tls", system: "itop", missing: ["config" as const] }];
    expect(JSON.parse(jsonReport(input([], { problems, notRun })))).toMatchObject({
      problems: [{ kind: "truncated", file: "log.csv", line: 7, column: 1, message: "A record is cut." }],
      notRun,
      coverage: { files: 3, read: 2, partial: 1, failed: 0, skipped: 0 },
      summary: { error: 0, warning: 0, info: 0, suppressed: 0 },
    });
  });
});
