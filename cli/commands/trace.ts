/** `art30 trace`: every way from and to one element, as sentences with evidence. */
import { deliver, openAnalysed, type Command } from "../command.ts";
import { formatTargets, UsageError } from "../options.ts";

const FORMATS = ["pretty", "json"] as const;

const command: Command = {
  summary: "Follows one field, store or party: everything that reaches it and everyone it reaches.",
  usage: "art30 trace ELEMENT [PATH]",
  options: {},
  async run(args, io) {
    const [element, path] = args.positionals;
    if (element === undefined) throw new UsageError("trace needs an element, such as itop:Person.email");
    const targets = formatTargets(args.list("format"), FORMATS, "pretty");
    const { analysis } = await openAnalysed(path, args, io);
    const { graph, verdicts } = analysis.snapshot;
    const known = [...graph.nodes(), ...verdicts.keys()];
    if (!known.includes(element)) throw new UsageError(await unknownElement(element, known));
    const { trace } = await import("../../analyzer/graph/trace.ts");
    const found = trace(graph, element);
    const { queriesReading } = await import("../../analyzer/graph/queries-reading.ts");
    const queries = queriesReading(analysis.snapshot.estate.systems, graph, element);
    if (found.elements.length === 0)
      throw new UsageError(`${element} holds no personal data and is not on the map`);
    const { traceJson, traceText } = await import("../trace-output.ts");
    deliver(
      targets,
      (format) =>
        format === "json" ? traceJson(found, queries, analysis.snapshot) : traceText(found, queries),
      io,
    );
    return 0;
  },
};

async function unknownElement(element: string, known: readonly string[]): Promise<string> {
  const { closest } = await import("../../analyzer/source/closest.ts");
  const near = closest(element, known);
  return `there is no ${element}${near === null ? "" : `; did you mean ${near}?`}`;
}

export default command;
