import { describe, expect, it } from "vitest";
import { prettyReport, type PrettyOptions } from "../../../rules/report/pretty.ts";
import { finding } from "../findings.ts";
import { at, MODEL_FILE } from "../tilleuls.ts";
import { ACCEPTED, HOSTILE, input } from "./input.ts";

const OPTIONS: PrettyOptions = {
  colour: false,
  width: 90,
  source: (_, from, to) =>
    Array.from({ length: to - from + 1 }, (_each, index) => `    line ${from + index} of the file`),
};

function report(findings: Parameters<typeof input>[0], parts: Parameters<typeof input>[1] = {}): string {
  return prettyReport(input(findings, parts), OPTIONS);
}

describe("the report for people", () => {
  it("says where, what, why, what to do, and what it rests on", () => {
    expect(report([finding()])).toBe(`${MODEL_FILE}

error   itop:Person.health_restrictions  storage/special-category-in-clear
  ${MODEL_FILE}:12:5
  Health restrictions holds health data in clear

      11 |     line 11 of the file
    > 12 |     line 12 of the file
         |     ^^^^^^^^^^^^^^^^^^^

  Why: Such data need a condition of Art. 9(2).
  Fix: Encrypt the field.
  Art. 9(1) · law

1 error
2 of 3 files read, 1 in part
art30 explain RULE tells more about a rule
`);
  });

  it("groups by file and follows the lines; findings without a file come under their system", () => {
    const text = report([
      finding({ path: "itop:c", location: at(30) }),
      finding({ path: "itop:a", location: null }),
      finding({ path: "itop:b", location: at(4) }),
    ]);
    const order = [MODEL_FILE, "itop:b", "itop:c", "itop (no file)", "itop:a"].map((each) =>
      text.indexOf(each),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("leaves out what was accepted but counts it", () => {
    const text = report([finding({ suppressed: ACCEPTED })]);
    expect(text).not.toContain("health_restrictions");
    expect(text).toContain("No findings; 1 not counted (1 by exception)");
  });

  it("says what did not run and for want of what, and what was not read", () => {
    const notRun = [{ rule: "flow/weak-tls", system: "itop", missing: ["config" as const] }];
    const problems = [{ kind: "truncated" as const, message: "The file ends too early.", location: at(3) }];
    const stale = [{ fingerprint: "0", rule: "flow/weak-tls", path: "itop" }];
    const text = report([], { notRun, problems, staleBaseline: stale });
    expect(text).toContain("1 rule did not run everywhere, for want of input: config");
    expect(text).toContain("1 place not read in full");
    expect(text).toContain("1 baseline entry no longer found");
  });

  it("never quotes a line of a log", () => {
    const location = at(9, "rest-log.csv");
    const evidence = [{ kind: "log-range" as const, text: "2 calls", location }];
    expect(report([finding({ location, evidence })])).not.toContain("line 9 of the file");
  });

  it("shows the way data take", () => {
    const step = (label: string) => ({ kind: "field" as const, path: "itop:x", label, location: null });
    expect(report([finding({ flow: [step("Payroll"), step("HR feed"), step("Person.iban")] })])).toContain(
      "Way: Payroll → HR feed → Person.iban",
    );
  });

  it("keeps within the width of the terminal", () => {
    const text = report([finding({ why: "It cannot be located field by field. ".repeat(12) })]);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(90);
  });

  it("has no escape sequence of its own without colour, and none of the input's with it", () => {
    const hostile = finding({ message: HOSTILE, path: `itop:Person.${HOSTILE}`, location: at(1, HOSTILE) });
    expect(report([hostile])).not.toContain("\u001b");
    const coloured = prettyReport(input([hostile]), { ...OPTIONS, colour: true });
    expect(coloured.replace(/\u001b\[\d+m/g, "")).not.toContain("\u001b"); // eslint-disable-line no-control-regex
    expect(coloured).toContain("\u001b[31m");
  });
});
