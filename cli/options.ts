/** Options of a command line: parsed by Node, with a suggestion for a misspelt one. */
import { parseArgs } from "node:util";
import { closest } from "../analyzer/source/closest.ts";

/** The command line was not understood; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly short?: string;
  /** `FILE`, `DATE` … as help shows it. */
  readonly value?: string;
  readonly help: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export interface Arguments {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  flag(name: string): boolean;
}

export const COMMON: OptionSpecs = {
  config: {
    type: "string",
    value: "FILE",
    help: "configuration file (default: art30.yaml of the workspace)",
  },
  format: {
    type: "string",
    multiple: true,
    value: "F[=FILE]",
    help: "output format, to stdout or a file; repeatable",
  },
  "as-of": { type: "string", value: "DATE", help: "date to judge at, YYYY-MM-DD (default: today)" },
  quiet: { type: "boolean", short: "q", help: "only the report, nothing else" },
  "no-color": { type: "boolean", help: "no colours (also NO_COLOR)" },
  help: { type: "boolean", short: "h", help: "show this help" },
};

export function parseOptions(args: readonly string[], specs: OptionSpecs): Arguments {
  const options = { ...COMMON, ...specs };
  const known = Object.keys(options);
  for (const arg of args) {
    if (arg === "--") break;
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name === undefined || known.includes(name)) continue;
    const near = closest(name, known);
    throw new UsageError(`unknown option --${name}${near === null ? "" : `; did you mean --${near}?`}`);
  }
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { type, multiple, short }]) => [
          name,
          { type, ...(multiple === true && { multiple }), ...(short !== undefined && { short }) },
        ]),
      ),
    });
    const values: Readonly<Record<string, unknown>> = parsed.values;
    return {
      positionals: parsed.positionals,
      text: (name) => (typeof values[name] === "string" ? values[name] : undefined),
      list: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** `2026-11-24`, checked to be a real day. */
export function asOfDate(text: string | undefined, today: string): string {
  if (text === undefined) return today;
  const date = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(text) ||
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== text
  ) {
    throw new UsageError(`--as-of needs a day such as 2026-03-31, not "${text}"`);
  }
  return text;
}

export interface FormatTarget<F extends string> {
  readonly format: F;
  /** File to write to; `null` for stdout. */
  readonly file: string | null;
}

/** `--format sarif=out.sarif --format pretty` → targets; at most one goes to stdout. */
export function formatTargets<F extends string>(
  asked: readonly string[],
  known: readonly F[],
  fallback: F,
): readonly FormatTarget<F>[] {
  const targets = (asked.length === 0 ? [fallback] : asked).map((each) => {
    const [name = "", ...rest] = each.split("=");
    const format = known.find((one) => one === name);
    if (format === undefined) {
      const near = closest(name, known);
      const hint = near === null ? `one of ${known.join(", ")}` : `did you mean ${near}?`;
      throw new UsageError(`unknown format "${name}"; ${hint}`);
    }
    return { format, file: rest.length === 0 ? null : rest.join("=") };
  });
  if (targets.filter((target) => target.file === null).length > 1) {
    throw new UsageError(
      "only one format can go to stdout; give the others a file, as in --format sarif=out.sarif",
    );
  }
  return targets;
}
