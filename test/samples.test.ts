import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { art30 } from "./cli/fake-io.ts";

const SAMPLE = "samples/hospital-group";
const EXPECTED = join(SAMPLE, "expected");

/** What each golden file is printed by. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  "findings.json": ["lint", SAMPLE, "--format", "json"],
  "findings.txt": ["lint", SAMPLE, "--format", "compact"],
  "graph.json": ["map", SAMPLE, "--format", "json"],
  "map.mmd": ["map", SAMPLE, "--format", "mermaid"],
  "register.json": ["records", "export", SAMPLE, "--format", "json"],
};

interface Findings {
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
    const { out } = await art30([...args, "--as-of", "2026-11-24"], ".");
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
    const people = /Delorme|Nguyễn|Lefèvre|claire\.|Pw-\d|\+33 3 88|not-the-real-one/i;
    for (const name of Object.keys(COMMANDS)) {
      if (name === "register.json") continue;
      expect(readFileSync(join(EXPECTED, name), "utf8")).not.toMatch(people);
    }
    expect(existsSync(join(EXPECTED, "register.json"))).toBe(true);
  });
});
