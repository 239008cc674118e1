/** Files that were not read, or not to the end. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Estate } from "../kit/facts.ts";
import { problemsOf, saidBy, WHOLE_ESTATE, type Placed, type ReadingProblem } from "./problems-of.ts";

/** What is wrong with a file itself; merges, names and exports have rules of their own. */
const READING: readonly ReadingProblem["kind"][] = [
  "malformed",
  "truncated",
  "binary",
  "unreadable",
  "encoding",
  "limit",
  "unknown-value",
  "unknown-format",
];

/** The rest of the file is whole, and what was not understood is kept as unknown. */
const MILD: ReadonlySet<ReadingProblem["kind"]> = new Set(["encoding", "unknown-value"]);

export default defineRule({
  meta: {
    id: "model/input-not-analysed",
    title: "Input file not read, or read in part",
    family: "model",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(2)", "Art. 24"],
    basis: "product practice",
    systems: "all",
    inputs: [],
    messages: {
      failed: {
        what: "{file} was not read: {cause}",
        why: "Everything in it is missing from the map and the record (Art. 5(2)).",
        fix: "Export or write the file again, or list it under ignore if it does not belong here.",
      },
      partial: {
        what: "{file} was read in part: {cause}{more}",
        why: "Missing from the map and the record (Art. 5(2)): {lost}.",
        fix: "Correct the file, or export it again.",
      },
      unknown: {
        what: "{count} that may hold definitions or exports {read}: {files}",
        why: "If they matter, what is in them is missing from the map and the record (Art. 5(2)).",
        fix: "Export them in a format art30 reads, or list them under ignore.",
      },
    },
  },

  check(context) {
    const { estate } = context;
    const states = new Map(estate.inputs.map(({ file, state, system }) => [file, { state, system }]));
    const files = new Map<string, Placed[]>();
    const unknown: ReadingProblem[] = [];
    for (const placed of problemsOf(estate, READING)) {
      const { kind, location, lost } = placed.problem;
      const input = states.get(location.file);
      if (kind === "unknown-format" && input?.system == null) unknown.push(placed.problem);
      else if (lost !== undefined || input?.state === "failed") {
        files.set(location.file, [...(files.get(location.file) ?? []), placed]);
      }
    }
    for (const [file, placed] of files) judge(context, file, placed, states.get(file)?.state === "failed");
    if (unknown.length > 0) judgeUnknown(context, estate, unknown);
  },
});

function judge(context: RuleContext, file: string, placed: readonly Placed[], failed: boolean): void {
  const [first, ...others] = placed as [Placed, ...Placed[]];
  const lost = placed.flatMap(({ problem }) => (problem.lost === undefined ? [] : [problem.lost]));
  const mild = placed.every(({ problem }) => MILD.has(problem.kind));
  context.report({
    system: first.system,
    path: first.system,
    location: first.problem.location,
    messageId: failed ? "failed" : "partial",
    args: {
      file,
      cause: saidBy(first.problem),
      more: others.length === 0 ? "" : `, and in ${others.length} more places`,
      lost: [...new Set(lost)],
    },
    evidence: others.map(({ problem }) => ({
      kind: "computed",
      text: saidBy(problem),
      location: problem.location,
    })),
    raise: mild ? -1 : 0,
    discriminator: file,
  });
}

/** A repository holds many files of other tools: one finding for all of them. */
function judgeUnknown(context: RuleContext, { inputs }: Estate, problems: readonly ReadingProblem[]): void {
  const count = inputs.filter(({ state, system }) => state === "skipped" && system === null).length;
  context.report({
    system: WHOLE_ESTATE,
    path: WHOLE_ESTATE,
    location: problems[0]?.location ?? null,
    messageId: "unknown",
    args: {
      count: count === 1 ? "One file" : `${count} files`,
      read: count === 1 ? "is read by nothing" : "are read by nothing",
      files: problems.map(({ location }) => location.file),
    },
    evidence: problems.map((problem) => ({
      kind: "computed",
      text: saidBy(problem),
      location: problem.location,
    })),
    raise: -1,
  });
}
