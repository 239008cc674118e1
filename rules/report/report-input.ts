/** What every reporter is given: one run, and what a reader must know of the input behind it. */
import type { Coverage } from "../../analyzer/model/estate.ts";
import { coverageOf } from "../../analyzer/model/estate.ts";
import type { Problem } from "../../analyzer/model/problem.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import type { NotRun } from "../engine/inputs.ts";
import type { RunResult, Summary } from "../engine/run.ts";
import type { Rule, RuleMeta } from "../kit/define-rule.ts";
import type { Finding } from "../kit/finding.ts";

export interface ReportInput {
  readonly estate: string;
  readonly asOf: string;
  /** Ids of the systems, sorted. */
  readonly systems: readonly string[];
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly notRun: readonly NotRun[];
  readonly coverage: Coverage;
  readonly problems: readonly Problem[];
  readonly staleBaseline: RunResult["staleBaseline"];
  /** Every rule the run could have had, sorted by id. */
  readonly rules: readonly RuleMeta[];
}

export function reportInput({ estate }: Snapshot, run: RunResult, rules: readonly Rule[]): ReportInput {
  return {
    estate: estate.name,
    asOf: estate.asOf,
    systems: estate.systems.map(({ id }) => id).sort(),
    findings: run.findings,
    summary: run.summary,
    notRun: run.notRun,
    coverage: coverageOf(estate.inputs),
    problems: estate.problems,
    staleBaseline: run.staleBaseline,
    rules: rules.map(({ meta }) => meta).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
