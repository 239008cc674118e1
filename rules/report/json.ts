/** `art30.findings/1`: everything a program needs, keys and rows sorted. */
import { GENERATOR } from "../../analyzer/model/generator.ts";
import type { Location } from "../../analyzer/model/location.ts";
import type { Finding } from "../kit/finding.ts";
import type { ReportInput } from "./report-input.ts";
import { sortedJson } from "./sorted-json.ts";

export function jsonReport(input: ReportInput): string {
  return sortedJson(
    {
      format: "art30.findings/1",
      generator: GENERATOR,
      asOf: input.asOf,
      summary: input.summary,
      coverage: input.coverage,
      findings: input.findings.map(row),
      notRun: input.notRun,
      problems: input.problems.map(({ kind, message, lost, location }) => {
        const { file, line, column } = location;
        return { kind, message, lost: lost ?? null, file, line, column };
      }),
    },
    ["format", "generator", "asOf"],
  );
}

function row(finding: Finding): Record<string, unknown> {
  const { args: _, discriminator: __, location, flow, evidence, related, ...facts } = finding;
  return {
    ...facts,
    ...place(location),
    flow: flow.map((step) => step.path),
    evidence: evidence.map((each) => ({ kind: each.kind, text: each.text, ...start(each.location) })),
    related: related.map((each) => ({ role: each.role, path: each.path, ...start(each.location) })),
  };
}

function place(location: Location | null): Record<string, unknown> {
  return {
    ...start(location),
    column: location?.column ?? null,
    endLine: location?.endLine ?? null,
    endColumn: location?.endColumn ?? null,
  };
}

function start(location: Location | null): { file: string | null; line: number | null } {
  return { file: location?.file ?? null, line: location?.line ?? null };
}
