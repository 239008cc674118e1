/** Marks the findings that people accepted, and says what became of every acceptance. */
import { closest } from "../../analyzer/source/closest.ts";
import type { RuleMeta } from "../kit/define-rule.ts";
import type { ExceptionState, ReviewedException } from "../kit/exception.ts";
import type { Finding, Suppression } from "../kit/finding.ts";
import { daysAfter, faultOf, type AcceptancePolicy } from "./acceptance-policy.ts";
import type { Acceptance } from "./acceptance.ts";
import { baselineMayHide, type Baseline, type BaselineEntry } from "./baseline.ts";
import type { NotRun } from "./inputs.ts";
import { atLeast } from "./severity.ts";

export interface SuppressOptions {
  /** The first that accepts a finding is the one named: entries before comments. */
  readonly acceptances: readonly Acceptance[];
  readonly baseline: Baseline | null;
  readonly policy: AcceptancePolicy;
  readonly asOf: string;
  readonly rules: readonly Pick<RuleMeta, "id">[];
  /** Rules that are switched off. */
  readonly off: ReadonlySet<string>;
  /** Rules that lacked input, with where: nothing can be said of what accepts their findings. */
  readonly notRun: readonly NotRun[];
  /** Only a part was judged, so that "matches nothing" means nothing. */
  readonly partial: boolean;
}

export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly reviewed: readonly ReviewedException[];
  /** Baseline entries no finding has any more; empty in a partial run. */
  readonly staleBaseline: readonly BaselineEntry[];
}

export function suppress(findings: readonly Finding[], options: SuppressOptions): Suppressed {
  const hidden = new Map<Finding, Suppression>();
  const reviewed = options.acceptances.map((acceptance) => review(acceptance, findings, hidden, options));
  const known = new Set((options.baseline?.entries ?? []).map(({ fingerprint }) => fingerprint));
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  return {
    findings: findings.map((finding) => {
      const accepted = hidden.get(finding);
      if (accepted !== undefined) return { ...finding, suppressed: accepted };
      if (!known.has(finding.fingerprint) || !baselineMayHide(finding.rule)) return finding;
      return { ...finding, suppressed: { by: "baseline", reason: null, until: null, approver: null } };
    }),
    reviewed,
    staleBaseline: options.partial
      ? []
      : (options.baseline?.entries ?? []).filter(({ fingerprint }) => !present.has(fingerprint)),
  };
}

function review(
  acceptance: Acceptance,
  findings: readonly Finding[],
  hidden: Map<Finding, Suppression>,
  { policy, asOf, rules, off, notRun, partial }: SuppressOptions,
): ReviewedException {
  const { source, rule, system, path, reason, until, approver, location } = acceptance;
  const outcome = (
    state: ExceptionState,
    fault: string | null = null,
    nearest: string | null = null,
  ): ReviewedException => {
    const ruleOff = off.has(rule);
    return { source, rule, system, path, reason, until, approver, location, state, fault, nearest, ruleOff };
  };
  const fault = faultOf(acceptance, policy, asOf, rules);
  if (fault !== null) return outcome("invalid", fault);
  if (until !== null && until < asOf.slice(0, 10)) return outcome("expired");

  const matched = findings.filter((finding) => acceptance.matches(finding));
  if (matched.length === 0) {
    const lacksInput = notRun.some((each) => each.rule === rule && (each.system ?? system) === system);
    if (partial || lacksInput) return outcome("unjudged");
    const others = findings.filter((finding) => finding.rule === rule && finding.system === system);
    const paths = others.map((finding) => finding.path);
    return outcome("unused", null, path === null ? null : closest(path, paths));
  }
  const faults = matched.map((finding) => [finding, faultFor(acceptance, finding, policy)] as const);
  const by = source === "comment" ? "comment" : "exception";
  for (const [finding, objection] of faults) {
    if (objection === null && !hidden.has(finding)) hidden.set(finding, { by, reason, until, approver });
  }
  const objection = faults.find(([, each]) => each !== null)?.[1] ?? null;
  if (objection !== null) return outcome("invalid", objection);
  const near = until !== null && until <= daysAfter(asOf, policy.warnDays);
  return outcome(near ? "ending" : "applied");
}

const NEEDS_APPROVER = /^Art\. (?:9|10|32)(?!\d)/;

/** Why a valid acceptance may still not hide this finding. */
function faultFor(
  { source, until, approver }: Acceptance,
  finding: Finding,
  policy: AcceptancePolicy,
): string | null {
  const risk = finding.articles.find((article) => NEEDS_APPROVER.test(article));
  if (source === "comment") {
    const refused = finding.severity === "error" && risk !== undefined && !policy.allowInlineForErrors;
    return refused
      ? `an error that rests on ${risk} needs an entry with approver in the exceptions file`
      : null;
  }
  if (approver === null && atLeast(finding.severity, policy.approverFrom)) return "the approver is missing";
  return until === null && finding.severity === "error"
    ? "until is missing; an error is accepted for a time only"
    : null;
}
