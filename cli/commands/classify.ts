/** `art30 classify fields|text FILE`: verdicts for any list of fields, personal spans for any list of texts. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "../command.ts";
import { UsageError } from "../options.ts";

const command: Command = {
  summary: "Classifies a list of fields or texts (JSON Lines or CSV; - for standard input), with evidence.",
  usage: "art30 classify fields|text FILE",
  options: {},
  async run(args, io) {
    const [what, file] = args.positionals;
    if ((what !== "fields" && what !== "text") || file === undefined) {
      throw new UsageError(
        "classify needs what and where: art30 classify fields FILE, or art30 classify text FILE",
      );
    }
    const text = file === "-" ? await io.readStdin() : readText(resolve(io.cwd, file), file);
    const { readLines } = await import("../line-input.ts");
    const { rows, problems } = await readLines(text, file);
    for (const problem of problems) io.err(`${file}:${problem.line}: ${problem.message}\n`);
    if (what === "fields") {
      const { classifyLine } = await import("../../analyzer/classify/classify-lines.ts");
      for (const row of rows) io.out(`${JSON.stringify(classifyLine(row))}\n`);
    } else {
      const { findInLine } = await import("../../analyzer/classify/classify-lines.ts");
      for (const row of rows) io.out(`${JSON.stringify(await findInLine(row))}\n`);
    }
    return problems.length > 0 ? 1 : 0;
  },
};

function readText(path: string, shown: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`cannot read ${shown}`);
  }
}

export default command;
