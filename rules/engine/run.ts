/** Runs the rules over a snapshot: findings with severity, text, fingerprint and suppression, in one stable order. */
import { compareLocations } from "../../analyzer/model/location.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import type { OptionValue, Rule } from "../kit/define-rule.ts";
import type { ReviewedException } from "../kit/exception.ts";
import type { Finding, Preset, Severity } from "../kit/finding.ts";
import { policyOf } from "./acceptance-policy.ts";
import { acceptanceOfEntry, acceptancesOfComments } from "./acceptance.ts";
import type { Baseline, BaselineEntry } from "./baseline.ts";
import type { ExceptionEntry } from "./exceptions.ts";
import { FingerprintNumbering } from "./fingerprint.ts";
import { catalogueElements, isGiven } from "./given.ts";
import { applicable, type NotRun } from "./inputs.ts";
import { judge } from "./judge.ts";
import { Lookup } from "./lookup.ts";
import { withoutSuperseded } from "./precedence.ts";
import { selectRules } from "./selection.ts";
import { baseSeverity } from "./severity.ts";
import { suppress } from "./suppress.ts";
import type { SuppressionComment } from "./suppression-comment.ts";

/** What `art30.yaml` says about single rules, by rule id. */
export interface RuleOverrides {
  readonly severity?: Readonly<Record<string, Severity | "off">>;
  readonly options?: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
}

export interface RunOptions {
  readonly rules: readonly Rule[];
  readonly preset: Preset;
  /** Rule ids or families; a run with `only` or `skip` is partial. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly overrides?: RuleOverrides;
  readonly exceptions?: readonly ExceptionEntry[];
  readonly comments?: readonly SuppressionComment[];
  readonly baseline?: Baseline | null;
  /** Only some files were judged. */
  readonly partial?: boolean;
}

export interface Summary {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly suppressed: number;
}

export interface RunResult {
  /** Sorted by system, path, rule and discriminator; suppressed ones included. */
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
  readonly summary: Summary;
  readonly exceptions: readonly ReviewedException[];
  readonly staleBaseline: readonly BaselineEntry[];
  /** Rules that reported one thing twice, a defect of theirs; the findings are numbered `#2`. */
  readonly repeats: readonly { readonly rule: string; readonly path: string; readonly fingerprint: string }[];
}

/** Throws only `RuleDefect`. */
export function runRules(snapshot: Snapshot, options: RunOptions): RunResult {
  const lookup = new Lookup(snapshot);
  const overrides = options.overrides ?? {};
  const notRun: NotRun[] = [];
  const off = new Set<string>();

  const judgeAll = (rules: readonly Rule[], exceptions: readonly ReviewedException[]): readonly Finding[] =>
    rules.flatMap((rule) => {
      const { id } = rule.meta;
      const configured = overrides.severity?.[id];
      const severity = baseSeverity(rule.meta, options.preset, configured);
      if (severity === "off" || configured === "off") {
        off.add(id);
        return [];
      }
      const { systems, notRun: lacking } = applicable(rule.meta, snapshot);
      notRun.push(...lacking);
      if (systems === null) return [];
      const given = overrides.options?.[id] ?? {};
      return judge(rule, { lookup, systems, severity, configured, options: given, exceptions });
    });

  const selected = selectRules(options.rules, options.only, options.skip);
  // Rules about exceptions come last: they see what became of them, and nothing hides their own findings.
  const last = selected.filter(({ meta }) => meta.inputs.includes("exceptions"));
  const catalogue = catalogueElements(snapshot.estate);
  const found = judgeAll(
    selected.filter((rule) => !last.includes(rule)),
    [],
  ).filter((finding) => isGiven(finding, catalogue));
  const suppressed = suppress(numbered(inOrder(withoutSuperseded(found))), {
    acceptances: [
      ...(options.exceptions ?? []).map(acceptanceOfEntry),
      ...acceptancesOfComments(options.comments ?? [], snapshot.estate),
    ],
    baseline: options.baseline ?? null,
    policy: policyOf(overrides.options ?? {}),
    asOf: snapshot.estate.asOf,
    rules: options.rules.map(({ meta }) => meta),
    off,
    notRun,
    partial: (options.partial ?? false) || selected.length < options.rules.length,
  });
  const about = numbered(inOrder(judgeAll(last, suppressed.reviewed)));
  const findings = inOrder([...suppressed.findings, ...about]);
  return {
    findings,
    notRun,
    summary: summaryOf(findings),
    exceptions: suppressed.reviewed,
    staleBaseline: suppressed.staleBaseline,
    repeats: findings
      .filter(({ fingerprint }) => fingerprint.includes("#"))
      .map(({ rule, path, fingerprint }) => ({ rule, path, fingerprint })),
  };
}

function numbered(findings: readonly Finding[]): readonly Finding[] {
  const numbering = new FingerprintNumbering();
  return findings.map((finding) => ({ ...finding, fingerprint: numbering.next(finding.fingerprint) }));
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(compareFindings);
}

function compareFindings(a: Finding, b: Finding): number {
  for (const key of ["system", "path", "rule", "discriminator", "messageId"] as const) {
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  }
  return compareLocations(a.location, b.location);
}

export function summaryOf(findings: readonly Finding[]): Summary {
  const counted = findings.filter(({ suppressed }) => suppressed === null);
  const count = (severity: Severity): number =>
    counted.filter((finding) => finding.severity === severity).length;
  return {
    error: count("error"),
    warning: count("warning"),
    info: count("info"),
    suppressed: findings.length - counted.length,
  };
}
