/** `art30 records init|check|export`: the Article 30 register: draft, gaps, documents. */
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { count, deliver, openAnalysed, type Command } from "../command.ts";
import type { Io } from "../io.ts";
import { formatTargets, UsageError, type Arguments } from "../options.ts";

const FORMATS = ["json", "html", "xlsx"] as const;
const ACTIONS = { init, check, export: exportRegister } as const;

const command: Command = {
  summary: "Drafts register.yaml, says what nobody declared, writes the register as a document.",
  usage: "art30 records init|check|export [PATH]",
  options: {
    force: { type: "boolean", help: "init: overwrite an existing register.yaml" },
  },
  async run(args, io) {
    const [action, path] = args.positionals;
    if (action === undefined || !Object.hasOwn(ACTIONS, action)) {
      throw new UsageError("records needs to know what to do: init, check or export");
    }
    return ACTIONS[action as keyof typeof ACTIONS](path, args, io);
  },
};

async function init(path: string | undefined, args: Arguments, io: Io): Promise<number> {
  const { workspace, analysis } = await openAnalysed(path, args, io);
  const { ownFilePath } = await import("../../analyzer/workspace/own-files.ts");
  const target = resolve(workspace.directory, ownFilePath(workspace.config, "register"));
  if (existsSync(target) && !args.flag("force"))
    throw new UsageError(`${target} exists; --force overwrites it`);
  const { proposeRegister } = await import("../../analyzer/records/propose.ts");
  const { register, estate } = analysis.snapshot;
  writeFileSync(target, proposeRegister(register, estate));
  io.out(
    `${target} written: ${count(register.records.length, "activity", "activities")} proposed from the evidence;\n`,
  );
  io.out("answer its questions, then run art30 records check\n");
  return 0;
}

/** Exit code 1 when something the law asks for is open. */
async function check(path: string | undefined, args: Arguments, io: Io): Promise<number> {
  const { analysis } = await openAnalysed(path, args, io);
  const { registerGaps } = await import("../records-text.ts");
  const { register } = analysis.snapshot;
  io.out(registerGaps(register));
  return register.gaps.length > 0 ? 1 : 0;
}

async function exportRegister(path: string | undefined, args: Arguments, io: Io): Promise<number> {
  const targets = formatTargets(args.list("format"), FORMATS, "json");
  const { analysis, asOf } = await openAnalysed(path, args, io);
  const { GENERATOR } = await import("../../analyzer/model/generator.ts");
  const { registerHtml } = await import("../../analyzer/records/documents/html.ts");
  const { registerJson } = await import("../../analyzer/records/documents/json.ts");
  const { registerXlsx } = await import("../../analyzer/records/documents/xlsx.ts");
  const { register } = analysis.snapshot;
  const options = { asOf, generator: GENERATOR };
  deliver(
    targets,
    (format) => {
      switch (format) {
        case "json":
          return registerJson(register, options);
        case "html":
          return registerHtml(register, options);
        case "xlsx":
          return registerXlsx(register, options);
        default:
          return format satisfies never;
      }
    },
    io,
  );
  return 0;
}

export default command;
