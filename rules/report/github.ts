/** Annotations on a pull request: workflow commands GitHub reads from the log. */
import type { Location } from "../../analyzer/model/location.ts";
import type { Finding, Severity } from "../kit/finding.ts";
import { plain } from "./plain.ts";
import type { ReportInput } from "./report-input.ts";
import { coverageLine, summaryLine } from "./summary-line.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

export function githubReport(input: ReportInput): string {
  const commands = input.findings.filter(({ suppressed }) => suppressed === null).map(annotation);
  return [...commands, `${summaryLine(input)}; ${coverageLine(input)}`, ""].join("\n");
}

function annotation({ severity, rule, path, location, message, why, fix }: Finding): string {
  const place = location === null ? [] : placeOf(location);
  const properties = [...place, ["title", `${rule} ${path}`]]
    .map(([key, value]) => `${key}=${property(String(value))}`)
    .join(",");
  const text = [message, why, fix].map((part) => data(plain(part))).join("%0A");
  return `::${COMMANDS[severity]} ${properties}::${text}`;
}

function placeOf({ file, line, column, endLine, endColumn }: Location): [string, string | number][] {
  const lines: [string, string | number][] = [
    ["file", file],
    ["line", line],
    ["endLine", endLine],
  ];
  // GitHub takes columns only within one line.
  return line === endLine && endColumn > column
    ? [...lines, ["col", column], ["endColumn", endColumn]]
    : lines;
}

function data(text: string): string {
  return text.replaceAll("%", "%25");
}

function property(text: string): string {
  return data(plain(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
