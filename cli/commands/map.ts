/** `art30 map`: the flow graph, for programs and for paper. */
import { deliver, openAnalysed, type Command } from "../command.ts";
import { formatTargets, UsageError } from "../options.ts";

const FORMATS = ["json", "mermaid", "graphml", "svg", "html"] as const;
const LEVELS = ["estate", "modules", "entities", "fields"] as const;

const command: Command = {
  summary: "Writes the flow map: where personal data comes from, where it stays, who gets it.",
  usage: "art30 map [PATH]",
  options: {
    level: {
      type: "string",
      value: "LEVEL",
      help: "estate, modules, entities (default) or fields; for mermaid, svg and html",
    },
    category: {
      type: "string",
      multiple: true,
      value: "NAME",
      help: "only this category of data; repeatable",
    },
    system: { type: "string", multiple: true, value: "ID", help: "only this system; repeatable" },
    all: { type: "boolean", help: "also what holds no personal data" },
  },
  async run(args, io) {
    const targets = formatTargets(args.list("format"), FORMATS, "json");
    const level = args.text("level") ?? "entities";
    if (!LEVELS.some((each) => each === level))
      throw new UsageError(`--level needs one of ${LEVELS.join(", ")}`);
    const { CATEGORIES } = await import("../../analyzer/model/category.ts");
    const categories = args.list("category").map((name) => {
      const category = CATEGORIES.find((each) => each === name);
      if (category === undefined)
        throw new UsageError(`unknown category "${name}"; one of ${CATEGORIES.join(", ")}`);
      return category;
    });
    const { analysis } = await openAnalysed(args.positionals[0], args, io);
    const { renderMap } = await import("../map-output.ts");
    const filters = {
      category: categories,
      system: args.list("system"),
      includeNonPersonal: args.flag("all"),
    };
    deliver(
      targets,
      (format) => renderMap(format, analysis.snapshot, { level: level as (typeof LEVELS)[number], filters }),
      io,
    );
    return 0;
  },
};

export default command;
