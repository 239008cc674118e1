/** One command line from arguments to exit code; errors people can mend are told apart from bugs. */
import { closest } from "../analyzer/source/closest.ts";
import { GENERATOR } from "../analyzer/model/generator.ts";
import { describeBug, isMendable } from "./bug.ts";
import type { Command } from "./command.ts";
import type { Io } from "./io.ts";
import { COMMON, parseOptions, UsageError, type OptionSpecs } from "./options.ts";

type Load = () => Promise<{ readonly default: Command }>;

/** Loaded on demand, so that `--version` and `explain` start at once. */
const COMMANDS: Readonly<Record<string, Load>> = {
  lint: () => import("./commands/lint.ts"),
  model: () => import("./commands/model.ts"),
  map: () => import("./commands/map.ts"),
  trace: () => import("./commands/trace.ts"),
  records: () => import("./commands/records.ts"),
  classify: () => import("./commands/classify.ts"),
  rules: () => import("./commands/rules.ts"),
  explain: () => import("./commands/explain.ts"),
  init: () => import("./commands/init.ts"),
  "check-config": () => import("./commands/check-config.ts"),
  serve: () => import("./commands/serve.ts"),
  collect: () => import("./commands/collect.ts"),
};

/** Exit code: 0 clean, 1 findings, 2 could not run. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  if (name === "--version" || name === "-v") {
    io.out(`${GENERATOR.name} ${GENERATOR.version}\n`);
    return 0;
  }
  try {
    if (name === undefined || name === "--help" || name === "-h" || name === "help") {
      io.out(await overview());
      return 0;
    }
    const load = COMMANDS[name];
    if (load === undefined) {
      const near = closest(name, Object.keys(COMMANDS));
      throw new UsageError(
        `unknown command "${name}"${near === null ? "; see art30 --help" : `; did you mean "${near}"?`}`,
      );
    }
    const command = (await load()).default;
    const args = parseOptions(rest, command.options);
    if (args.flag("help")) {
      io.out(help(command));
      return 0;
    }
    return await command.run(args, io);
  } catch (error) {
    io.err(explainError(error));
    return 2;
  }
}

function explainError(error: unknown): string {
  return isMendable(error) ? `art30: ${error.message}\n` : describeBug(error);
}

async function overview(): Promise<string> {
  const lines = [
    "art30 reads IT service management systems and shows where personal data goes.",
    "",
    "Commands:",
  ];
  for (const [name, load] of Object.entries(COMMANDS)) {
    lines.push(`  ${name.padEnd(14)}${(await load()).default.summary}`);
  }
  return `${lines.join("\n")}\n\nart30 <command> --help shows a command's options.\n`;
}

function help(command: Command): string {
  return `${command.usage}\n\n${command.summary}\n\n${optionLines({ ...command.options, ...COMMON })}`;
}

function optionLines(options: OptionSpecs): string {
  const rows = Object.entries(options).map(([name, spec]) => {
    const short = spec.short === undefined ? "    " : `-${spec.short}, `;
    const value = spec.type === "boolean" ? "" : ` ${spec.value ?? "VALUE"}`;
    return [`  ${short}--${name}${value}`, spec.help] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `${left.padEnd(width)}${right}\n`).join("");
}
