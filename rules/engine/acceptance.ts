/** Entries of the exceptions file and suppression comments as one thing: what accepts which findings. */
import type { Estate } from "../../analyzer/model/estate.ts";
import type { Location } from "../../analyzer/model/location.ts";
import type { ModelPath, SystemId } from "../../analyzer/model/model-path.ts";
import type { Finding } from "../kit/finding.ts";
import { lastSegmentStart } from "./acceptance-policy.ts";
import { locationsByPath } from "./element-locations.ts";
import type { ExceptionEntry } from "./exceptions.ts";
import type { SuppressionComment } from "./suppression-comment.ts";

export interface Acceptance {
  readonly source: "exceptions file" | "comment";
  readonly rule: string;
  readonly system: SystemId;
  readonly path: ModelPath | null;
  readonly reason: string | null;
  readonly until: string | null;
  readonly approver: string | null;
  readonly location: Location;
  /** Whether it speaks of this finding; the rule is compared too. */
  matches(finding: Finding): boolean;
}

export function acceptanceOfEntry(entry: ExceptionEntry): Acceptance {
  const { rule, system, path, match, reason, until, approver, location } = entry;
  const covers = pathPattern(path);
  return {
    source: "exceptions file",
    rule,
    system,
    path,
    reason,
    until,
    approver,
    location,
    matches: (finding) =>
      finding.rule === rule &&
      finding.system === system &&
      covers(finding.path) &&
      (match.variant === null || match.variant === finding.messageId) &&
      (match.discriminator === null || match.discriminator === finding.discriminator),
  };
}

export function acceptancesOfComments(
  comments: readonly SuppressionComment[],
  estate: Estate,
): readonly Acceptance[] {
  if (comments.length === 0) return [];
  const elements = locationsByPath(estate);
  const systems = new Map(estate.inputs.map(({ file, system }) => [file, system]));
  const starts = new Map(comments.map((comment) => [`${comment.file}\n${comment.line}`, comment]));
  return comments.map((comment) => {
    const { file, rule, reason, until, location } = comment;
    const lines = comment.scope === "file" ? null : [comment.line, lineAfter(comment, starts)];
    const stands = (at: Location | null | undefined): boolean =>
      at?.file === file && (lines === null || lines.includes(at.line));
    return {
      source: "comment",
      rule,
      system: systems.get(file) ?? estate.systems[0]?.id ?? "estate",
      path: null,
      reason,
      until,
      approver: null,
      location,
      matches: (finding) =>
        finding.rule === rule && (stands(finding.location) || stands(elements.get(finding.path))),
    };
  });
}

/** The line of what a comment stands before; comments that follow each other stand before the same. */
function lineAfter(comment: SuppressionComment, starts: ReadonlyMap<string, SuppressionComment>): number {
  let line = comment.location.endLine + 1;
  for (let next = starts.get(`${comment.file}\n${line}`); next !== undefined;) {
    line = next.location.endLine + 1;
    next = starts.get(`${comment.file}\n${line}`);
  }
  return line;
}

/** Compares with a path whose last segment may hold wildcards. */
function pathPattern(pattern: ModelPath): (path: ModelPath) => boolean {
  const start = lastSegmentStart(pattern);
  const [fixed, open] = [pattern.slice(0, start), pattern.slice(start)];
  if (!open.includes("*")) return (path) => path === pattern;
  const parts = open.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const expression = new RegExp(`^${parts.join("[^./]*")}$`, "su");
  return (path) => path.startsWith(fixed) && expression.test(path.slice(fixed.length));
}
