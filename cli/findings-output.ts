/** Findings in the format asked for; pretty gets the source lines it frames. */
import { prettyReport } from "../rules/report/pretty.ts";
import { compactReport } from "../rules/report/compact.ts";
import { githubReport } from "../rules/report/github.ts";
import { jsonReport } from "../rules/report/json.ts";
import { reportInput } from "../rules/report/report-input.ts";
import { sarifReport } from "../rules/report/sarif.ts";
import { CATALOGUE } from "../rules/catalogue.ts";
import type { RunResult } from "../rules/engine/run.ts";
import { sourceLines } from "../analyzer/workspace/source-lines.ts";
import type { Opened, Terminal } from "./command.ts";

export type FindingsFormat = "pretty" | "compact" | "json" | "sarif" | "github";

export function renderFindings(
  format: FindingsFormat,
  { workspace, analysis }: Opened,
  result: RunResult,
  terminal: Terminal,
): string {
  const input = reportInput(analysis.snapshot, result, CATALOGUE);
  switch (format) {
    case "pretty":
      return prettyReport(input, {
        ...terminal,
        source: sourceLines(workspace.reader, analysis.snapshot.estate.inputs),
      });
    case "compact":
      return compactReport(input);
    case "json":
      return jsonReport(input);
    case "sarif":
      return sarifReport(input);
    case "github":
      return githubReport(input);
    default:
      return format satisfies never;
  }
}
