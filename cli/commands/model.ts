/** `art30 model`: the effective data model after every merge, with the verdict on each field. */
import { deliver, openAnalysed, type Command } from "../command.ts";
import { formatTargets } from "../options.ts";

const FORMATS = ["pretty", "json"] as const;

const command: Command = {
  summary: "Shows the effective data model with a verdict for every field: what the system really has.",
  usage: "art30 model [PATH]",
  options: {
    personal: {
      type: "boolean",
      help: "only what holds, may hold or points to personal data (pretty does this always)",
    },
  },
  async run(args, io) {
    const targets = formatTargets(args.list("format"), FORMATS, "pretty");
    const { analysis } = await openAnalysed(args.positionals[0], args, io);
    const { modelJson } = await import("../../analyzer/workspace/model-json.ts");
    const { modelText } = await import("../model-text.ts");
    deliver(
      targets,
      (format) =>
        format === "json"
          ? modelJson(analysis.snapshot, { personalOnly: args.flag("personal") })
          : modelText(analysis.snapshot),
      io,
    );
    return 0;
  },
};

export default command;
