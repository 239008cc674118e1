/** Lints again after every change; what did not change is not read again. */
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Readings } from "../analyzer/workspace/readings.ts";
import { UsageError, type Arguments } from "./options.ts";
import { isMendable } from "./bug.ts";
import type { Io } from "./io.ts";

type LintOnce = (args: Arguments, io: Io, readings: Readings) => Promise<number>;

/** The exit code of the last run, once the user stops watching. */
export async function watchFindings(args: Arguments, io: Io, lintOnce: LintOnce): Promise<number> {
  if (args.flag("write-baseline") || args.flag("prune-baseline"))
    throw new UsageError("--watch does not go together with writing the baseline");
  const readings = new Readings();
  let code = await lintOnce(args, io, readings);
  for await (const _ of io.changes?.(watched(resolve(io.cwd, args.positionals[0] ?? "."))) ?? []) {
    try {
      code = await lintOnce(args, io, readings);
    } catch (error) {
      if (!isMendable(error)) throw error;
      // A half-written configuration is mended with the next change.
      io.err(`art30: ${error.message}\n`);
      code = 2;
    }
  }
  return code;
}

function watched(path: string): string {
  return statSync(path).isFile() ? dirname(path) : path;
}
