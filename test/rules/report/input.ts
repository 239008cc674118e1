/** What reporters are given in tests: one run of the invented clinic. */
import { summaryOf } from "../../../rules/engine/run.ts";
import type { Finding } from "../../../rules/kit/finding.ts";
import type { ReportInput } from "../../../rules/report/report-input.ts";
import { CATALOGUE } from "../../../rules/catalogue.ts";
import { AS_OF } from "../tilleuls.ts";

export function input(findings: readonly Finding[], parts: Partial<ReportInput> = {}): ReportInput {
  return {
    estate: "Clinique des Tilleuls",
    asOf: AS_OF,
    systems: ["itop"],
    findings,
    summary: summaryOf(findings),
    notRun: [],
    coverage: { files: 3, read: 2, partial: 1, failed: 0, skipped: 0 },
    problems: [],
    staleBaseline: [],
    rules: CATALOGUE.map(({ meta }) => meta),
    ...parts,
  };
}

export const ACCEPTED = {
  by: "exception",
  reason: "Needed by the duty physician.",
  until: "2027-03-31",
  approver: "data-protection-officer",
} as const;

/** A name out of a hostile file: an escape sequence, a line break, a workflow command, a text turned around. */
export const HOSTILE = "badge\u001b[2J\u001b]0;owned\u0007\n::error::forged \u202ereversed";
