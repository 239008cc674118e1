/** From an analysed workspace to findings: the one way the command line and the server both take. */
import type { SourceText } from "../../analyzer/source/text.ts";
import type { ConfigProblem } from "../../analyzer/source/yaml.ts";
import type { Analysis } from "../../analyzer/workspace/analyse.ts";
import type { Config } from "../../analyzer/workspace/config.ts";
import { CATALOGUE } from "../catalogue.ts";
import type { Preset } from "../kit/finding.ts";
import { readBaseline, type Baseline } from "./baseline.ts";
import { readExceptions } from "./exceptions.ts";
import { runRules, type RunResult } from "./run.ts";
import { suppressionsIn } from "./suppression-comment.ts";

export interface LintInput {
  readonly analysis: Pick<Analysis, "snapshot" | "suppressible">;
  /** The `rules` part of `art30.yaml`. */
  readonly config: Config["rules"];
  readonly exceptions: SourceText | null;
  readonly baseline: SourceText | null;
  /** Overrides the configured preset. */
  readonly preset?: Preset;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

export interface LintResult {
  /** `null` when a file that accepts findings cannot be used. */
  readonly result: RunResult | null;
  readonly baseline: Baseline | null;
  readonly problems: readonly ConfigProblem[];
}

export const DEFAULT_PRESET: Preset = "recommended";

export function lint(input: LintInput): LintResult {
  const exceptions =
    input.exceptions === null ? null : readExceptions(input.exceptions.text, input.exceptions.file);
  const baseline = input.baseline === null ? null : readBaseline(input.baseline.text, input.baseline.file);
  const problems = [...(exceptions?.problems ?? []), ...(baseline?.problems ?? [])];
  if (problems.length > 0) return { result: null, baseline: null, problems };
  const result = runRules(input.analysis.snapshot, {
    rules: CATALOGUE,
    preset: input.preset ?? input.config?.preset ?? DEFAULT_PRESET,
    only: input.only ?? [],
    skip: input.skip ?? [],
    overrides: {
      severity: input.config?.severity ?? {},
      options: input.config?.options ?? {},
    },
    exceptions: exceptions?.entries ?? [],
    comments: input.analysis.suppressible.flatMap((source) => suppressionsIn(source)),
    baseline: baseline?.baseline ?? null,
  });
  return { result, baseline: baseline?.baseline ?? null, problems: [] };
}
