/** `art30 init`: a commented `art30.yaml` from what is found. */
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "../command.ts";
import { UsageError } from "../options.ts";

const command: Command = {
  summary: "Writes a commented art30.yaml for what is found in the directory.",
  usage: "art30 init [PATH]",
  options: { force: { type: "boolean", help: "overwrite an existing art30.yaml" } },
  async run(args, io) {
    const directory = resolve(io.cwd, args.positionals[0] ?? ".");
    const target = join(directory, "art30.yaml");
    if (existsSync(target) && !args.flag("force"))
      throw new UsageError(`${target} exists; --force overwrites it`);
    const { proposeConfig } = await import("../../analyzer/workspace/propose-config.ts");
    const { diskReader } = await import("../../analyzer/workspace/reader.ts");
    if (!existsSync(directory)) throw new UsageError(`there is nothing at ${directory}`);
    const proposal = proposeConfig(diskReader(directory));
    if (proposal === null) {
      const { ADAPTERS } = await import("../../analyzer/systems/registry.ts");
      throw new UsageError(
        `nothing to analyse in ${directory}; looked for ${ADAPTERS.map((a) => a.looksFor).join("; ")}`,
      );
    }
    writeFileSync(target, proposal);
    io.out(`${target} written; next: art30 lint, then art30 records init\n`);
    return 0;
  },
};

export default command;
