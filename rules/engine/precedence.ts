/** One fact, one finding: where two rules see the same thing, the one with the better remedy is kept. */
import type { Finding } from "../kit/finding.ts";

/** What makes two findings speak of one fact. */
type Same =
  /** The element. */
  | "path"
  /** The element and the second element: source, recipient group, store. */
  | "path and discriminator"
  /** The element of one is the element or the second element of the other. */
  | "element";

export interface Precedence {
  readonly kept: readonly string[];
  /** Rule ids; `storage/*` is the whole family. */
  readonly dropped: readonly string[];
  readonly same: Same;
}

/** Applied from top to bottom; what an upper line dropped can no longer drop anything. */
export const PRECEDENCE: readonly Precedence[] = [
  { kept: ["storage/special-category-in-clear"], dropped: ["storage/*"], same: "path" },
  {
    kept: ["storage/secret-in-clear"],
    dropped: ["storage/unvalidated-personal-field", "storage/sensitive-identifier-exposed"],
    same: "path",
  },
  {
    kept: ["storage/unclassified-candidate"],
    dropped: [
      "storage/personal-data-in-free-text",
      "storage/unvalidated-personal-field",
      "storage/validation-ineffective",
      "storage/sensitive-identifier-exposed",
      "storage/customer-added-personal-field",
      "storage/third-party-data-subject",
      "storage/duplicated-personal-data",
      "storage/unused-personal-field",
    ],
    same: "path",
  },
  {
    kept: ["storage/personal-data-in-free-text"],
    dropped: ["storage/unvalidated-personal-field"],
    same: "path",
  },
  { kept: ["flow/sync-unused-column"], dropped: ["storage/unused-personal-field"], same: "element" },
  {
    kept: ["retention/purge-ineffective"],
    dropped: [
      "retention/notification-log-long-lived",
      "retention/api-log-without-purge",
      "retention/history-without-purge",
      "retention/event-log-without-purge",
      "retention/login-events-without-purge",
    ],
    same: "element",
  },
  { kept: ["flow/api-log-left-on"], dropped: ["config/logging-switch"], same: "element" },
  {
    kept: ["flow/notification-sends-special-category"],
    dropped: ["flow/notification-sends-personal-data"],
    same: "path and discriminator",
  },
  { kept: ["flow/api-consumer-undeclared"], dropped: ["flow/observed-not-declared"], same: "element" },
  {
    kept: ["flow/notification-unknown-placeholder", "flow/notification-invalid-recipient"],
    dropped: ["model/unresolved-reference"],
    same: "element",
  },
];

/** The findings without those a better one stands for, in the order given. */
export function withoutSuperseded<T extends Pick<Finding, "rule" | "path" | "discriminator">>(
  findings: readonly T[],
  table: readonly Precedence[] = PRECEDENCE,
): readonly T[] {
  let left = findings;
  for (const { kept, dropped, same } of table) {
    const keys = new Set(
      left.filter(({ rule }) => kept.includes(rule)).flatMap((each) => keysOf(each, same)),
    );
    if (keys.size === 0) continue;
    left = left.filter(
      (each) =>
        kept.includes(each.rule) ||
        !dropped.some((pattern) => names(pattern, each.rule)) ||
        !keysOf(each, same).some((key) => keys.has(key)),
    );
  }
  return left;
}

function names(pattern: string, rule: string): boolean {
  return pattern.endsWith("/*") ? rule.startsWith(pattern.slice(0, -1)) : rule === pattern;
}

function keysOf(
  { path, discriminator }: Pick<Finding, "path" | "discriminator">,
  same: Same,
): readonly string[] {
  switch (same) {
    case "path":
      return [path];
    case "path and discriminator":
      return [`${path}\n${discriminator}`];
    case "element":
      // A discriminator that is no path ("external", a category) identifies nothing on its own.
      return discriminator.includes(":") ? [path, discriminator] : [path];
    default:
      return same satisfies never;
  }
}
