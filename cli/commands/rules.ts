/** `art30 rules`: every rule with its severities. */
import { deliver, type Command } from "../command.ts";
import { formatTargets } from "../options.ts";

const FORMATS = ["pretty", "json"] as const;

const command: Command = {
  summary: "Lists the rules.",
  usage: "art30 rules",
  options: {},
  async run(args, io) {
    const targets = formatTargets(args.list("format"), FORMATS, "pretty");
    const { CATALOGUE } = await import("../../rules/catalogue.ts");
    const { GENERATOR } = await import("../../analyzer/model/generator.ts");
    const { sortKeys } = await import("../../analyzer/workspace/model-json.ts");
    const metas = CATALOGUE.map(({ meta }) => meta).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const json = (): string => {
      const rules = metas.map((meta) => ({ ...meta, messages: undefined }));
      return JSON.stringify({ format: "art30.rules/1", generator: GENERATOR, rules }, sortKeys, 2);
    };
    const pretty = (): string => {
      const width = Math.max(...metas.map(({ id }) => id.length)) + 2;
      const rows = metas.map(({ id, severity, title }) => {
        const { minimal, recommended, strict } = severity;
        return `${id.padEnd(width)}${[minimal, recommended, strict].map((each) => each.padEnd(8)).join("")} ${title}`;
      });
      const head = `${"rule".padEnd(width)}${["minimal", "recomm.", "strict"].map((each) => each.padEnd(8)).join("")} title`;
      return [head, ...rows].join("\n");
    };
    deliver(targets, (format) => (format === "json" ? json() : pretty()), io);
    return 0;
  },
};

export default command;
