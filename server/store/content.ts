/** What is kept of one analysis: the snapshot, its findings, and what it takes to lint again after a declaration. */
import type { Analysis } from "../../analyzer/workspace/analyse.ts";
import type { Config } from "../../analyzer/workspace/config.ts";
import { ConfigurationError } from "../../analyzer/workspace/open.ts";
import { ownFile } from "../../analyzer/workspace/own-files.ts";
import type { FileReader } from "../../analyzer/workspace/reader.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import { SourceText } from "../../analyzer/source/text.ts";
import { lint } from "../../rules/engine/lint.ts";
import { suppressionsIn } from "../../rules/engine/suppression-comment.ts";
import type { Finding } from "../../rules/kit/finding.ts";

export interface Content {
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
  /** The `rules` part of `art30.yaml`. */
  readonly rules: Config["rules"];
  readonly register: SourceText | null;
  readonly exceptions: SourceText | null;
  readonly baseline: SourceText | null;
  readonly suppressible: readonly SourceText[];
}

/** Throws a `ConfigurationError` when one of the workspace's own files cannot be used. */
export function contentOf(analysis: Analysis, config: Config, reader: FileReader): Content {
  if (analysis.configProblems.length > 0) throw new ConfigurationError(analysis.configProblems);
  const kept = {
    snapshot: analysis.snapshot,
    rules: config.rules,
    register: ownFile(reader, config, "register"),
    exceptions: ownFile(reader, config, "exceptions"),
    baseline: ownFile(reader, config, "baseline"),
    suppressible: analysis.suppressible.map(onlyComments).filter((source) => source.text.trim() !== ""),
  };
  return { ...kept, findings: findingsOf(kept) };
}

export function findingsOf(content: Omit<Content, "findings">): readonly Finding[] {
  const { result, problems } = lint({
    analysis: content,
    config: content.rules,
    exceptions: content.exceptions,
    baseline: content.baseline,
  });
  if (result === null) throw new ConfigurationError(problems);
  return result.findings;
}

/** The lines of suppression comments at their places; no other line of an analysed file is kept. */
function onlyComments(source: SourceText): SourceText {
  const kept = new Set<number>();
  for (const { location } of suppressionsIn(source)) {
    for (let line = location.line; line <= location.endLine; line += 1) kept.add(line);
  }
  const lines = source.text.split("\n");
  return new SourceText(
    source.file,
    lines.map((line, index) => (kept.has(index + 1) ? line : "")).join("\n"),
  );
}
