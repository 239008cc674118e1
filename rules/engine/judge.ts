/** Runs one rule over the systems it applies to and makes its reports into findings. */
import type { System } from "../../analyzer/model/system.ts";
import type { OptionValue, Rule, RuleContext } from "../kit/define-rule.ts";
import type { ReviewedException } from "../kit/exception.ts";
import type { Finding, Report, Severity } from "../kit/finding.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Lookup } from "./lookup.ts";
import { renderMessage } from "./message.ts";
import { severityOf } from "./severity.ts";

/** A defect of a rule, not of the input: it threw, or reported what its own tables do not know. */
export class RuleDefect extends Error {
  readonly rule: string;

  constructor(rule: string, cause: unknown) {
    super(`rule ${rule} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "RuleDefect";
    this.rule = rule;
  }
}

export interface Judgement {
  readonly lookup: Lookup;
  readonly systems: readonly System[];
  readonly severity: Severity;
  readonly configured: Severity | undefined;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly exceptions: readonly ReviewedException[];
}

/** Findings of one rule, in the order it reported them; throws only `RuleDefect`. */
export function judge(rule: Rule, judgement: Judgement): readonly Finding[] {
  const { lookup, systems, exceptions } = judgement;
  const { estate, graph, register } = lookup.snapshot;
  const findings: Finding[] = [];
  const context: RuleContext = {
    estate,
    graph,
    register: register.declared ? register : null,
    systems,
    exceptions,
    verdict: (field) => lookup.verdict(field),
    entity: (system, name) => lookup.entity(system, name),
    field: (path) => lookup.field(path),
    subjectPath: (system, entity) => lookup.subjectPath(system, entity),
    option: <T extends OptionValue>(name: string) => optionOf(rule, judgement.options, name) as T,
    report: (report) => findings.push(findingOf(rule, report, judgement)),
  };
  try {
    rule.check(context);
  } catch (cause) {
    throw new RuleDefect(rule.meta.id, cause);
  }
  return findings;
}

function optionOf(rule: Rule, configured: Judgement["options"], name: string): OptionValue {
  const defaults = rule.meta.options ?? {};
  if (!Object.hasOwn(defaults, name)) throw new Error(`option "${name}" has no default`);
  return configured[name] ?? (defaults[name] as OptionValue);
}

function findingOf({ meta }: Rule, report: Report, { severity, configured }: Judgement): Finding {
  const messageId = report.messageId ?? "found";
  const discriminator = report.discriminator ?? "";
  const { system, path, location, args } = report;
  return {
    rule: meta.id,
    messageId,
    severity: severityOf(severity, report, configured),
    system,
    path,
    location,
    args,
    ...renderMessage(meta, messageId, args),
    evidence: report.evidence ?? [],
    flow: report.flow ?? [],
    related: report.related ?? [],
    certainty: report.certainty ?? "proved",
    articles: report.articles ?? meta.articles,
    basis: meta.basis,
    discriminator,
    fingerprint: fingerprint({ rule: meta.id, messageId, system, path, discriminator }),
    suppressed: null,
  };
}
