/** Findings as the contract says them: filtered, counted, one page. */
import { CATALOGUE } from "../../rules/catalogue.ts";
import { atLeast } from "../../rules/engine/severity.ts";
import type { Finding as Found, Severity } from "../../rules/kit/finding.ts";
import type { Finding, FindingPage, FindingQuery } from "../contract.ts";
import { PAGE_SIZE, pageOf } from "./route.ts";

type Counts = FindingPage["counts"];

/** Worst first, then in the order of the run (system, path, rule). */
export function findingPage(findings: readonly Found[], query: FindingQuery): FindingPage {
  const { page = 1, pageSize = PAGE_SIZE } = query;
  const chosen = findings.filter((finding) => matches(finding, query));
  const items = chosen
    .filter(({ rule, severity }) => is(query.rule, rule) && is(query.severity, severity))
    .toSorted((a, b) => rank(b.severity) - rank(a.severity));
  return {
    items: pageOf(items, page, pageSize).map(findingAnswer),
    total: items.length,
    page,
    pageSize,
    // Each filter's own choices are counted without that filter, so that another can be chosen.
    counts: countsOf(chosen.filter(({ rule }) => is(query.rule, rule))),
    rules: rulesOf(chosen.filter(({ severity }) => is(query.severity, severity))),
  };
}

function matches(finding: Found, { family, system, path, q, suppressed }: FindingQuery): boolean {
  if (suppressed !== true && finding.suppressed !== null) return false;
  if (!is(family, familyOf(finding.rule)) || !is(system, finding.system)) return false;
  if (path !== undefined && !finding.path.startsWith(path)) return false;
  if (q === undefined || q.trim() === "") return true;
  const { rule, path: at, message, location } = finding;
  const text = [rule, at, message, location?.file ?? ""].join("\n").toLowerCase();
  return text.includes(q.trim().toLowerCase());
}

function is(wanted: string | undefined, value: string): boolean {
  return wanted === undefined || wanted === value;
}

export function countsOf(findings: readonly Found[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function rulesOf(findings: readonly Found[]): FindingPage["rules"] {
  const groups = new Map<string, FindingPage["rules"][number]>();
  for (const { rule, severity } of findings) {
    const group = groups.get(rule);
    const title = CATALOGUE.find(({ meta }) => meta.id === rule)?.meta.title ?? rule;
    if (group === undefined)
      groups.set(rule, { id: rule, title, family: familyOf(rule), count: 1, worst: severity });
    else {
      group.count += 1;
      if (!atLeast(group.worst, severity)) group.worst = severity;
    }
  }
  return [...groups.values()].sort((a, b) => rank(b.worst) - rank(a.worst) || (a.id < b.id ? -1 : 1));
}

function familyOf(rule: string): string {
  return rule.slice(0, rule.indexOf("/"));
}

function rank(severity: Severity): number {
  return ["info", "warning", "error"].indexOf(severity);
}

export function findingAnswer(finding: Found): Finding {
  const { fingerprint, rule, severity, system, path, location, message, why, fix, basis, certainty } =
    finding;
  return {
    fingerprint,
    rule,
    family: familyOf(rule),
    severity,
    system,
    path,
    location,
    message,
    why,
    fix,
    articles: [...finding.articles],
    basis,
    certainty,
    evidence: finding.evidence.map(({ kind, text, location: at }) => ({ kind, text, location: at })),
    flow: finding.flow.map(({ kind, path: key, label, location: at }) => ({
      kind,
      path: key,
      label,
      location: at,
    })),
    suppressed: finding.suppressed,
  };
}
