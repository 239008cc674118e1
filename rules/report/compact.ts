/** One line a finding, for editors and for reading along. */
import type { ReportInput } from "./report-input.ts";
import { plain } from "./plain.ts";
import { summaryLine } from "./summary-line.ts";

export function compactReport(input: ReportInput): string {
  const lines = input.findings
    .filter(({ suppressed }) => suppressed === null)
    .map(({ location, severity, rule, path, message }) => {
      const at = location === null ? path : `${location.file}:${location.line}:${location.column}`;
      return plain(`${at}: ${severity} ${rule} ${path}: ${message}`);
    });
  return [...lines, summaryLine(input), ""].join("\n");
}
