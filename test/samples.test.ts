import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { art30 } from "./cli/fake-io.ts";

const SAMPLE = "samples/hospital-group";
const EXPECTED = join(SAMPLE, "expected");

/** What each golden file is printed by; the same list writes them. */
const COMMANDS = JSON.parse(readFileSync("samples/golden.json", "utf8")) as Readonly<
  Record<string, readonly string[]>
>;

interface Findings {
  readonly coverage: unknown;
  readonly findings: readonly {
    readonly rule: string;
    readonly path: string;
    readonly suppressed: unknown;
  }[];
}

const findings = (): Findings["findings"] =>
  (JSON.parse(readFileSync(join(EXPECTED, "findings.json"), "utf8")) as Findings).findings;

describe("the sample hospital group", () => {
  it.each(Object.entries(COMMANDS))("still gives %s", async (name, args) => {
    const { out } = await art30([...args, SAMPLE, "--as-of", "2026-11-24"], ".");
    expect(out).toBe(readFileSync(join(EXPECTED, name), "utf8"));
  });

  it("has a golden file for each command and no other", () => {
    expect(readdirSync(EXPECTED).sort()).toEqual(Object.keys(COMMANDS).sort());
  });

  it("says nothing about the look-alikes that stand beside the faults", () => {
    const silent = ["BedsideTerminal.health_status", "BedsideTerminal.capacity", "LabInterface.token_type"];
    const said = findings().filter(({ path }) => silent.some((each) => path === `itop:${each}`));
    expect(said).toEqual([]);
  });

  it("says nothing about queries, code and secrets that stand right beside the faults", () => {
    const silent =
      /phrasebook (?!Requests of the chief physician)|audit-rule|ComputeHealth|data-collector\/(?:itop_|ldap)pass/;
    expect(findings().filter(({ path }) => silent.test(path))).toEqual([]);
    expect(readFileSync(join(EXPECTED, "graph.json"), "utf8")).not.toContain("ComputeHealth");
  });

  it("is read to the last file, whatever its format", () => {
    const { coverage } = JSON.parse(readFileSync(join(EXPECTED, "findings.json"), "utf8")) as Findings;
    expect(coverage).toMatchObject({ failed: 0, skipped: 0 });
  });

  it("does not call a checked identifier unchecked", () => {
    const unchecked = findings().filter(({ rule }) => rule === "storage/unvalidated-personal-field");
    expect(unchecked.map(({ path }) => path)).not.toContain("itop:Person.staff_number");
    expect(unchecked.map(({ path }) => path)).not.toContain("itop:Person.iban");
  });

  it("keeps quiet about a disabled mail and an obsolete source, which move nothing", () => {
    const flows = findings().filter(({ rule }) => rule.startsWith("flow/"));
    expect(flows.filter(({ path }) => /insurer|Payroll trial/.test(path))).toEqual([]);
  });

  it("shows no value of any person in any output", () => {
    // Names, passwords and numbers of the exports and logs; the officer's own phone number is declared.
    const people = /Delorme|Nguyễn|Lefèvre|claire\.|Pw-\d|\+33 3 88 (?!00 00)|not-the-real-one/i;
    for (const name of Object.keys(COMMANDS)) {
      expect(readFileSync(join(EXPECTED, name), "utf8")).not.toMatch(people);
    }
    expect(readFileSync(join(SAMPLE, "logs/EventRestService.json"), "utf8")).toMatch(people);
  });
});
