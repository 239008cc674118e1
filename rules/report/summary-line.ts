/** What a run found, and how much of the input it rests on, in words. */
import type { ReportInput } from "./report-input.ts";

export function summaryLine({ summary, findings }: ReportInput): string {
  const { error, warning, info, suppressed } = summary;
  const parts = [
    error > 0 ? counted(error, "error") : "",
    warning > 0 ? counted(warning, "warning") : "",
    info > 0 ? `${info} for information` : "",
  ].filter((part) => part !== "");
  const found = parts.length === 0 ? "No findings" : parts.join(", ");
  if (suppressed === 0) return found;
  const by = (kind: string): number => findings.filter((finding) => finding.suppressed?.by === kind).length;
  const [exceptions, comments, known] = [by("exception"), by("comment"), by("baseline")];
  const how = [
    exceptions > 0 ? `${exceptions} by exception` : "",
    comments > 0 ? `${comments} by comment` : "",
    known > 0 ? `${known} in the baseline` : "",
  ].filter((part) => part !== "");
  return `${found}; ${suppressed} not counted (${how.join(", ")})`;
}

/** `41 of 43 files read, 1 in part, 1 skipped`. */
export function coverageLine({ coverage }: ReportInput): string {
  const { files, read, partial, failed, skipped } = coverage;
  const rest = [
    partial > 0 ? `${partial} in part` : "",
    failed > 0 ? `${failed} not readable` : "",
    skipped > 0 ? `${skipped} skipped` : "",
  ].filter((part) => part !== "");
  return [`${read} of ${counted(files, "file")} read`, ...rest].join(", ");
}

export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
