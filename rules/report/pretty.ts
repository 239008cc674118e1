/** Findings for a person at a terminal: what is there, why it matters, what to do, and the lines it is about. */
import { compareLocations } from "../../analyzer/model/location.ts";
import type { Finding, Severity } from "../kit/finding.ts";
import { codeFrame, type SourceLines } from "./code-frame.ts";
import { painter, type Colour, type Paint } from "./paint.ts";
import { plain } from "./plain.ts";
import type { ReportInput } from "./report-input.ts";
import { counted, coverageLine, summaryLine } from "./summary-line.ts";
import { labelled, wrap } from "./wrap.ts";

export interface PrettyOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Lines of analysed definitions; must answer `null` for logs and exported rows, which hold people's data. */
  readonly source: SourceLines;
}

export const NARROWEST = 60;
export const WIDEST = 120;

const COLOURS: Readonly<Record<Severity, Colour>> = { error: "red", warning: "yellow", info: "blue" };

export function prettyReport(input: ReportInput, options: PrettyOptions): string {
  const paint = painter(options.colour);
  const width = Math.min(Math.max(options.width, NARROWEST), WIDEST);
  const lines: string[] = [];
  for (const [heading, findings] of grouped(input.findings)) {
    lines.push(paint("underline", plain(heading)), "");
    for (const finding of findings) lines.push(...block(finding, { ...options, width }, paint), "");
  }
  lines.push(...ending(input, width, paint));
  return `${lines.join("\n")}\n`;
}

/** Findings by the file they stand in, in order of lines; those without a file last, by their system. */
function grouped(findings: readonly Finding[]): readonly (readonly [string, readonly Finding[]])[] {
  const shown = findings
    .filter(({ suppressed }) => suppressed === null)
    .sort((a, b) => compareLocations(a.location, b.location));
  const groups = new Map<string, Finding[]>();
  for (const finding of shown) {
    const heading = finding.location?.file ?? `${finding.system} (no file)`;
    const group = groups.get(heading);
    if (group === undefined) groups.set(heading, [finding]);
    else group.push(finding);
  }
  return [...groups];
}

function block(finding: Finding, options: PrettyOptions, paint: Paint): readonly string[] {
  const { severity, rule, path, location, message, why, fix, articles, basis, certainty } = finding;
  const [at, sure] = [place(finding), certainty === "proved" ? "" : ` · ${certainty.replace("-", " ")}`];
  const [first = "", ...rest] = wrap(plain(message), options.width - 2);
  const frame =
    location === null || showsRows(finding)
      ? []
      : codeFrame(location, options.source, options.width - 4, paint);
  return [
    `${paint(COLOURS[severity], severity.padEnd(7))} ${paint("bold", plain(path))}  ${paint("dim", rule)}`,
    ...(at === "" ? [] : [`  ${paint("cyan", at)}`]),
    ...[first, ...rest].map((line) => `  ${line}`),
    ...(frame.length === 0 ? [] : ["", ...frame.map((line) => `    ${line}`), ""]),
    ...flowLines(finding, options.width),
    ...labelled("Why:", plain(why), 2, options.width),
    ...labelled("Fix:", plain(fix), 2, options.width),
    paint("dim", `  ${articles.join(", ")} · ${basis}${sure}`),
  ];
}

function place({ location }: Finding): string {
  return location === null ? "" : plain(`${location.file}:${location.line}:${location.column}`);
}

function flowLines({ flow }: Finding, width: number): readonly string[] {
  if (flow.length === 0) return [];
  return labelled("Way:", flow.map(({ label }) => plain(label)).join(" → "), 2, width);
}

/** A line of a log holds what people did and wrote; it is never quoted. */
function showsRows({ evidence, location }: Finding): boolean {
  return evidence.some((each) => each.kind === "log-range" && each.location?.file === location?.file);
}

function ending(input: ReportInput, width: number, paint: Paint): readonly string[] {
  const { error, warning } = input.summary;
  const colour = error > 0 ? "red" : warning > 0 ? "yellow" : "green";
  const lines = [paint(colour, paint("bold", summaryLine(input))), coverageLine(input)];
  if (input.problems.length > 0) {
    lines.push(`${counted(input.problems.length, "place")} not read in full; the JSON report lists them`);
  }
  const notRun = [...new Set(input.notRun.map(({ rule }) => rule))];
  if (notRun.length > 0) {
    const missing = [...new Set(input.notRun.flatMap((each) => each.missing))].sort();
    const text = `${counted(notRun.length, "rule")} did not run everywhere, for want of input: ${missing.join(", ")}`;
    lines.push(...wrap(text, width));
  }
  if (input.staleBaseline.length > 0) {
    const entries = counted(input.staleBaseline.length, "baseline entry", "baseline entries");
    lines.push(`${entries} no longer found: prune the baseline`);
  }
  if (input.findings.some(({ suppressed }) => suppressed === null)) {
    lines.push(paint("dim", "art30 explain RULE tells more about a rule"));
  }
  return lines;
}
