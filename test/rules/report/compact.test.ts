import { describe, expect, it } from "vitest";
import { compactReport } from "../../../rules/report/compact.ts";
import { finding } from "../findings.ts";
import { ACCEPTED, HOSTILE, input } from "./input.ts";

describe("the compact report", () => {
  it("has one line a finding and one for the sum", () => {
    const findings = [
      finding(),
      finding({ severity: "warning", location: null, message: HOSTILE }),
      finding({ suppressed: { ...ACCEPTED, by: "baseline" } }),
    ];
    expect(compactReport(input(findings))).toBe(
      [
        "itop/datamodel.tilleuls-hr.xml:12:5: error storage/special-category-in-clear itop:Person.health_restrictions: Health restrictions holds health data in clear",
        "itop:Person.health_restrictions: warning storage/special-category-in-clear itop:Person.health_restrictions: badge ::error::forged reversed",
        "1 error, 1 warning; 1 not counted (1 in the baseline)",
        "",
      ].join("\n"),
    );
  });
});
