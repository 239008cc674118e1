/** `art30 check-config`: says what is wrong with the workspace's own files, with line and expectation. */
import { resolve } from "node:path";
import type { Command } from "../command.ts";

const command: Command = {
  summary: "Checks art30.yaml, register.yaml, decisions.yaml and exceptions.yaml.",
  usage: "art30 check-config [PATH]",
  options: {},
  async run(args, io) {
    const { openWorkspace, describeConfigProblem } = await import("../../analyzer/workspace/open.ts");
    const { checkOwnFiles } = await import("../own-files.ts");
    const config = args.text("config");
    const workspace = openWorkspace(resolve(io.cwd, args.positionals[0] ?? "."), {
      config: config === undefined ? undefined : resolve(io.cwd, config),
    });
    const checked = checkOwnFiles(workspace);
    for (const problem of checked.problems) io.out(`${describeConfigProblem(problem)}\n`);
    if (checked.problems.length > 0) return 2;
    const files = workspace.configured ? ["art30.yaml", ...checked.files] : checked.files;
    io.out(files.length === 0 ? "no configuration found; defaults hold\n" : `${files.join(", ")}: ok\n`);
    return 0;
  },
};

export default command;
