/** What makes an exception or a suppression comment valid, before it is compared with any finding. */
import { closest } from "../../analyzer/source/closest.ts";
import type { OptionValue, RuleMeta } from "../kit/define-rule.ts";
import type { Severity } from "../kit/finding.ts";
import type { Acceptance } from "./acceptance.ts";

/** Rules about exceptions themselves; nothing hides them. Their options are the policy. */
export const EXCEPTION_RULES = [
  "model/invalid-exception",
  "model/expired-exception",
  "model/unused-suppression",
] as const;

export interface AcceptancePolicy {
  /** Shortest reason in characters. */
  readonly minReason: number;
  /** From this severity on an entry needs an approver. */
  readonly approverFrom: Severity;
  readonly allowWildcards: boolean;
  /** Whether comments may hide errors that rest on Art. 9, 10 or 32. */
  readonly allowInlineForErrors: boolean;
  /** Days before its end in which an exception is announced. */
  readonly warnDays: number;
  /** Longest life of an exception in years. */
  readonly maxYears: number;
}

export const DEFAULT_POLICY: AcceptancePolicy = {
  minReason: 15,
  approverFrom: "error",
  allowWildcards: false,
  allowInlineForErrors: false,
  warnDays: 30,
  maxYears: 2,
};

type Options = Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;

/** The policy as the options of the exception rules set it; a value of the wrong type leaves the default. */
export function policyOf(options: Options): AcceptancePolicy {
  const given: Record<string, unknown> = Object.assign({}, ...EXCEPTION_RULES.map((rule) => options[rule]));
  const pick = <K extends keyof AcceptancePolicy>(key: K): AcceptancePolicy[K] =>
    typeof given[key] === typeof DEFAULT_POLICY[key]
      ? (given[key] as AcceptancePolicy[K])
      : DEFAULT_POLICY[key];
  return {
    minReason: pick("minReason"),
    approverFrom: pick("approverFrom"),
    allowWildcards: pick("allowWildcards"),
    allowInlineForErrors: pick("allowInlineForErrors"),
    warnDays: pick("warnDays"),
    maxYears: pick("maxYears"),
  };
}

const STOCK_PHRASES =
  /^(?:to ?do|tbd|fix ?me|n\/?a|none|unknown|later|ignore[ds]?|accepted|false positive|not needed|ok|\W*)[.!]*$/i;

/** Why it cannot apply whatever it matches, in words; `null` when it can. */
export function faultOf(
  acceptance: Acceptance,
  policy: AcceptancePolicy,
  asOf: string,
  rules: readonly Pick<RuleMeta, "id">[],
): string | null {
  const { rule, path, reason, until, source } = acceptance;
  if (rule === "") return "it names no rule";
  const ids = rules.map(({ id }) => id);
  if (!ids.includes(rule)) {
    const near = closest(rule, ids);
    return near === null ? "there is no such rule" : `there is no such rule; did you mean ${near}?`;
  }
  if ((EXCEPTION_RULES as readonly string[]).includes(rule)) return "this rule cannot be suppressed";
  if (source === "comment" && rule.startsWith("model/"))
    return "this rule is suppressed in the exceptions file only";
  if (reason === null) return "the reason is missing";
  const words = reason.trim();
  if (words.length < policy.minReason) return `the reason has fewer than ${policy.minReason} characters`;
  if (STOCK_PHRASES.test(words)) return "the reason is a stock phrase";
  if (until !== null && !isDate(until)) return "until is not a date such as 2027-03-31";
  if (until !== null && until > yearsAfter(asOf, policy.maxYears)) {
    return `until is more than ${policy.maxYears} years ahead`;
  }
  return path === null ? null : pathFault(path, policy);
}

function pathFault(path: string, policy: AcceptancePolicy): string | null {
  const local = path.slice(path.indexOf(":") + 1);
  if (local.trim() === "") return "the model path is empty";
  const star = path.indexOf("*");
  if (star === -1) return null;
  if (!policy.allowWildcards) return "wildcards are not allowed";
  return star < lastSegmentStart(path) ? "a wildcard may stand in the last segment of the path only" : null;
}

export function lastSegmentStart(path: string): number {
  return Math.max(path.lastIndexOf("."), path.lastIndexOf("/"), path.indexOf(":")) + 1;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function yearsAfter(asOf: string, years: number): string {
  return `${String(Number(asOf.slice(0, 4)) + years).padStart(4, "0")}${asOf.slice(4, 10)}`;
}

/** The day `days` after an ISO date. */
export function daysAfter(asOf: string, days: number): string {
  const start = Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`);
  return new Date(start + days * 86_400_000).toISOString().slice(0, 10);
}
