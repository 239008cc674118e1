/** What a command is, and what every command that analyses a workspace does first. */
import { resolve } from "node:path";
import { writeFileSync } from "node:fs";
import { coverageOf } from "../analyzer/model/estate.ts";
import type { Analysis } from "../analyzer/workspace/analyse.ts";
import type { Workspace } from "../analyzer/workspace/open.ts";
import type { Readings } from "../analyzer/workspace/readings.ts";
import type { Io } from "./io.ts";
import { asOfDate, UsageError, type Arguments, type FormatTarget, type OptionSpecs } from "./options.ts";

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** `art30 lint [PATH]`. */
  readonly usage: string;
  readonly options: OptionSpecs;
  /** Exit code: 0 clean, 1 findings, 2 could not run. */
  run(args: Arguments, io: Io): Promise<number>;
}

export interface Opened {
  readonly workspace: Workspace;
  readonly analysis: Analysis;
  readonly asOf: string;
}

/** Opens and analyses PATH (default: here); a directory with nothing to read is a usage error that says what was looked for. */
export async function openAnalysed(
  path: string | undefined,
  args: Arguments,
  io: Io,
  readings?: Readings,
): Promise<Opened> {
  const { openWorkspace, analyseWorkspace } = await import("../analyzer/workspace/open.ts");
  const asOf = asOfDate(args.text("as-of"), io.today());
  const config = args.text("config");
  const workspace = openWorkspace(resolve(io.cwd, path ?? "."), {
    config: config === undefined ? undefined : resolve(io.cwd, config),
  });
  const analysis = await analyseWorkspace(workspace, asOf, readings);
  const { inputs, systems } = analysis.snapshot.estate;
  if (
    !inputs.some((input) => input.state !== "skipped") &&
    !systems.some((system) => system.claims.length > 0)
  ) {
    const { ADAPTERS } = await import("../analyzer/systems/registry.ts");
    const looked = ADAPTERS.map((adapter) => `  - ${adapter.looksFor}`).join("\n");
    throw new UsageError(`nothing to analyse in ${path ?? "."}; looked for\n${looked}`);
  }
  if (!args.flag("quiet")) {
    const coverage = coverageOf(inputs);
    io.err(
      `${count(systems.length, "system")}, ${count(coverage.read + coverage.partial, "file")} read` +
        `${coverage.partial > 0 ? ` (${coverage.partial} in part)` : ""}, ${coverage.failed} failed, ${coverage.skipped} skipped\n`,
    );
  }
  return { workspace, analysis, asOf };
}

/** Writes each format to its target; text goes to stdout as it is. */
export function deliver<F extends string>(
  targets: readonly FormatTarget<F>[],
  render: (format: F) => string | Uint8Array,
  io: Io,
): void {
  for (const { format, file } of targets) {
    const content = render(format);
    if (file !== null) writeReport(resolve(io.cwd, file), file, content);
    else if (typeof content === "string") io.out(content.endsWith("\n") ? content : `${content}\n`);
    else
      throw new UsageError(
        `${format} is not text; give it a file, as in --format ${format}=register.${format}`,
      );
  }
}

function writeReport(path: string, shown: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new UsageError(
      `cannot write ${shown} (${(error as NodeJS.ErrnoException).code ?? "unknown reason"})`,
    );
  }
}

export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

export interface Terminal {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

const DEFAULT_WIDTH = 100;

export function terminalOf(args: Arguments, io: Io): Terminal {
  const colour = io.outIsTerminal && !args.flag("no-color") && (io.env["NO_COLOR"] ?? "") === "";
  return { colour, width: io.columns ?? DEFAULT_WIDTH };
}
