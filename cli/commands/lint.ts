/** `art30 lint`: findings on stdout, exit code 1 when one counts. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { count, deliver, openAnalysed, terminalOf, type Command, type Opened } from "../command.ts";
import type { Readings } from "../../analyzer/workspace/readings.ts";
import type { Io } from "../io.ts";
import { formatTargets, UsageError, type Arguments } from "../options.ts";

const FORMATS = ["pretty", "compact", "json", "sarif", "github"] as const;
const PRESETS = ["minimal", "recommended", "strict"] as const;
const SEVERITIES = ["error", "warning", "info"] as const;

const command: Command = {
  summary:
    "Lints the workspace: personal data in the wrong place, logs that live for ever, records with gaps.",
  usage: "art30 lint [PATH]",
  options: {
    preset: { type: "string", value: "NAME", help: "minimal, recommended or strict" },
    only: { type: "string", multiple: true, value: "RULE", help: "only this rule or family; repeatable" },
    skip: { type: "string", multiple: true, value: "RULE", help: "not this rule or family; repeatable" },
    "fail-on": { type: "string", value: "SEVERITY", help: "exit 1 from error (default), warning or info on" },
    "max-warnings": { type: "string", value: "N", help: "exit 1 when there are more warnings" },
    "write-baseline": { type: "boolean", help: "accept today's findings into the baseline file" },
    "prune-baseline": { type: "boolean", help: "drop baseline entries that match nothing any more" },
    watch: { type: "boolean", help: "lint again whenever a file changes, until interrupted" },
  },
  async run(args, io) {
    if (!args.flag("watch")) return lintOnce(args, io);
    const { watchFindings } = await import("../watch.ts");
    return watchFindings(args, io, lintOnce);
  },
};

async function lintOnce(args: Arguments, io: Io, readings?: Readings): Promise<number> {
  const targets = formatTargets(args.list("format"), FORMATS, "pretty");
  const preset = choice(args, "preset", PRESETS);
  const failOn = choice(args, "fail-on", SEVERITIES) ?? "error";
  const opened = await openAnalysed(args.positionals[0], args, io, readings);
  const { workspace, analysis } = opened;
  const { ownFile } = await import("../../analyzer/workspace/own-files.ts");
  const { ConfigurationError } = await import("../../analyzer/workspace/open.ts");
  const { lint } = await import("../../rules/engine/lint.ts");
  await refuseUnknownRules([...args.list("only"), ...args.list("skip")]);
  const { result, baseline, problems } = lint({
    analysis,
    config: workspace.config.rules,
    exceptions: ownFile(workspace.reader, workspace.config, "exceptions"),
    baseline: args.flag("write-baseline") ? null : ownFile(workspace.reader, workspace.config, "baseline"),
    ...(preset !== undefined && { preset }),
    only: args.list("only"),
    skip: args.list("skip"),
  });
  if (result === null) throw new ConfigurationError(problems);
  const { renderFindings } = await import("../findings-output.ts");
  deliver(targets, (format) => renderFindings(format, opened, result, terminalOf(args, io)), io);
  if (args.flag("write-baseline") || args.flag("prune-baseline"))
    await keepBaseline(args, opened, result, baseline, io);
  const { atLeast } = await import("../../rules/engine/severity.ts");
  const open = result.findings.filter((finding) => finding.suppressed === null);
  const failing = open.some((finding) => atLeast(finding.severity, failOn));
  return failing || result.summary.warning > maxWarnings(args) ? 1 : 0;
}

type Lint = typeof import("../../rules/engine/lint.ts").lint;
type Result = NonNullable<ReturnType<Lint>["result"]>;

async function refuseUnknownRules(names: readonly string[]): Promise<void> {
  const { CATALOGUE } = await import("../../rules/catalogue.ts");
  const { unknownRules } = await import("../../rules/engine/selection.ts");
  const [unknown] = unknownRules(names, CATALOGUE);
  if (unknown === undefined) return;
  const hint = unknown.near === null ? "; see art30 rules" : `; did you mean ${unknown.near}?`;
  throw new UsageError(`unknown rule "${unknown.name}"${hint}`);
}

async function keepBaseline(
  args: Arguments,
  { workspace }: Opened,
  result: Result,
  before: ReturnType<Lint>["baseline"],
  io: Io,
): Promise<void> {
  const { baselineOf, pruned, writeBaseline } = await import("../../rules/engine/baseline.ts");
  const { ownFilePath } = await import("../../analyzer/workspace/own-files.ts");
  const path = ownFilePath(workspace.config, "baseline");
  const next = args.flag("write-baseline")
    ? baselineOf(result.findings)
    : pruned(before ?? { entries: [] }, result.staleBaseline);
  writeFileSync(resolve(workspace.directory, path), writeBaseline(next));
  io.err(`${path}: ${count(next.entries.length, "accepted finding")}\n`);
}

function choice<const T extends readonly string[]>(
  args: Arguments,
  name: string,
  known: T,
): T[number] | undefined {
  const text = args.text(name);
  if (text !== undefined && !known.includes(text)) {
    throw new UsageError(`--${name} needs one of ${known.join(", ")}, not "${text}"`);
  }
  return text;
}

function maxWarnings(args: Arguments): number {
  const text = args.text("max-warnings");
  if (text === undefined) return Infinity;
  if (!/^\d+$/.test(text)) throw new UsageError(`--max-warnings needs a number, not "${text}"`);
  return Number(text);
}

export default command;
