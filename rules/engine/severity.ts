/** How severe a finding is: preset, then the rule's modifier, unless the configuration has the last word. */
import type { RuleMeta } from "../kit/define-rule.ts";
import type { Preset, Report, Severity } from "../kit/finding.ts";

const LADDER = ["info", "warning", "error"] as const satisfies readonly Severity[];

/** Severity the rule starts from; a rule that is off does not run, whatever its modifiers say. */
export function baseSeverity(
  meta: RuleMeta,
  preset: Preset,
  configured: Severity | "off" | undefined,
): Severity | "off" {
  return configured ?? meta.severity[preset];
}

/** A configured severity is final; what cannot be verified is never more than information. */
export function severityOf(
  base: Severity,
  report: Pick<Report, "raise" | "certainty">,
  configured: Severity | "off" | undefined,
): Severity {
  if (report.certainty === "not-verifiable") return "info";
  return configured === undefined ? moved(base, report.raise ?? 0) : base;
}

function moved(severity: Severity, steps: number): Severity {
  const step = Math.min(Math.max(LADDER.indexOf(severity) + Math.trunc(steps), 0), LADDER.length - 1);
  return LADDER[step] as Severity;
}

export function atLeast(severity: Severity, threshold: Severity): boolean {
  return LADDER.indexOf(severity) >= LADDER.indexOf(threshold);
}
