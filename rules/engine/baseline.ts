/** `art30-baseline.json`: the findings that were there when a rule was switched on. */
import type { ConfigProblem } from "../../analyzer/source/yaml.ts";
import { SourceText } from "../../analyzer/source/text.ts";
import type { Finding } from "../kit/finding.ts";

export const BASELINE_FORMAT = "art30.baseline/1";

/** Rule and path are for readers; only the fingerprint counts. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly path: string;
}

export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

/** A baseline that is not understood is an error of the run, never an empty one. */
export function readBaseline(
  text: string,
  file: string,
): { readonly baseline: Baseline | null; readonly problems: readonly ConfigProblem[] } {
  const failed = (path: string, expected: string) => ({
    baseline: null,
    problems: [{ path, expected, location: new SourceText(file, text).locate(0) }],
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed("", "JSON that parses");
  }
  const { format, findings } = isRecord(value) ? value : {};
  if (format !== BASELINE_FORMAT) return failed("format", `"${BASELINE_FORMAT}"`);
  if (!Array.isArray(findings)) return failed("findings", "a list");
  const wrong = findings.findIndex((entry) => !isEntry(entry));
  if (wrong !== -1) return failed(`findings.${wrong}`, "an object with the texts fingerprint, rule and path");
  return { baseline: { entries: findings as BaselineEntry[] }, problems: [] };
}

/** Every finding that counts now; writing it is how a baseline grows, so it needs its own flag. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  return {
    entries: findings
      .filter(({ suppressed }) => suppressed === null || suppressed.by === "baseline")
      .filter(({ rule }) => baselineMayHide(rule))
      .map(({ fingerprint, rule, path }) => ({ fingerprint, rule, path })),
  };
}

/** The baseline without entries that match nothing any more; never larger than before. */
export function pruned(baseline: Baseline, stale: readonly BaselineEntry[]): Baseline {
  const gone = new Set(stale.map(({ fingerprint }) => fingerprint));
  return { entries: baseline.entries.filter(({ fingerprint }) => !gone.has(fingerprint)) };
}

/** One entry a line, sorted by path, rule and fingerprint, so that a change is one line of a diff. */
export function writeBaseline(baseline: Baseline): string {
  const keys = ({ path, rule, fingerprint }: BaselineEntry): string => `${path}\n${rule}\n${fingerprint}`;
  const lines = [...baseline.entries]
    .sort((a, b) => (keys(a) < keys(b) ? -1 : keys(a) > keys(b) ? 1 : 0))
    .map(({ fingerprint, rule, path }) => `    ${JSON.stringify({ fingerprint, rule, path })}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "format": "${BASELINE_FORMAT}",\n  "findings": ${list}\n}\n`;
}

/** The linter's own honesty is no old debt: its findings need an exception with a reason. */
export function baselineMayHide(rule: string): boolean {
  return !rule.startsWith("model/");
}

function isEntry(value: unknown): value is BaselineEntry {
  return isRecord(value) && ["fingerprint", "rule", "path"].every((key) => typeof value[key] === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
