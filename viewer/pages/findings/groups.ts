/** Puts findings together by rule or by element, the gravest first. */
import type { Finding, FindingPage } from "../../../server/contract.ts";
import type { Worst } from "../../graph/marks.ts";

export interface Group {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly worst: Worst;
  readonly findings: readonly Finding[];
}

const GRAVITY: readonly Worst[] = ["error", "warning", "info"];

export function groupFindings(
  findings: readonly Finding[],
  by: "rule" | "element",
  rules: FindingPage["rules"],
): readonly Group[] {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = by === "rule" ? finding.rule : finding.path;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups]
    .map(([key, own]) => {
      const sorted = own.sort(
        (a, b) =>
          GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity) ||
          order(a.path, b.path) ||
          order(a.rule, b.rule),
      );
      return {
        key,
        title: by === "rule" ? (titles.get(key) ?? key) : key.slice(key.indexOf(":") + 1),
        note: key,
        worst: sorted[0]?.severity ?? "info",
        findings: sorted,
      };
    })
    .sort(
      (a, b) =>
        GRAVITY.indexOf(a.worst) - GRAVITY.indexOf(b.worst) ||
        b.findings.length - a.findings.length ||
        order(a.key, b.key),
    );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
