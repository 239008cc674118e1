/** Says one way through the graph in one sentence a meeting can read out. */
import type { EdgeKind, FlowGraph } from "./shape.ts";
import type { TraceStep } from "./trace.ts";
import { nodePhrase } from "./words.ts";

/** "Person.mobile_phone goes by notification *New ticket* to an unknown recipient; template line 14". */
export function sentence(graph: FlowGraph, steps: readonly TraceStep[]): string {
  const phrase = (step: TraceStep): string => nodePhrase(step.key, graph.getNodeAttributes(step.key));
  const [first, ...others] = steps;
  if (first === undefined) return "";
  let text = first.kind === "movement" ? `what ${phrase(first)} carries` : phrase(first);
  const startsAtMovement = first.kind === "movement";
  let by: string[] = [];
  let clauses = 0;
  for (const [index, step] of others.entries()) {
    if (step.kind === "movement") {
      by.push(phrase(step));
      if (index === others.length - 1)
        text +=
          clauses === 0 ? ` is used by ${by.join(" and ")}` : `, and there is used by ${by.join(" and ")}`;
      continue;
    }
    const means = by.length === 0 ? "" : ` by ${by.join(" and ")}`;
    const verb = clauses > 0 ? ", from there" : first.kind === "party" ? " gives data" : " goes";
    text +=
      startsAtMovement && clauses === 0 ? ` goes to ${phrase(step)}` : `${verb}${means} to ${phrase(step)}`;
    by = [];
    clauses += 1;
  }
  return text + evidencePhrase(steps);
}

/** Edges whose location shows one field, the more telling first; others stand for a whole definition. */
const TELLING: readonly EdgeKind[] = ["notifies", "writes", "matches", "sends", "reads", "imports"];

/** Where to look: the template line of a message, else the place that says most of the way. */
function evidencePhrase(steps: readonly TraceStep[]): string {
  const rests = [
    ...(steps.some(({ via }) => via?.evidence === "observed") ? ["observed, not declared"] : []),
    ...(steps.some(({ via }) => via?.evidence === "code") ? ["from code"] : []),
  ];
  const observed = rests.map((words) => `; ${words}`).join("");
  const placed = steps.flatMap(({ via }) =>
    via?.location == null ? [] : [{ kind: via.kind, location: via.location }],
  );
  const telling = TELLING.map((kind) => placed.find((each) => each.kind === kind)).find(
    (each) => each !== undefined,
  );
  const shown = telling ?? placed[0];
  if (shown === undefined) return observed;
  const where = shown.kind === "notifies" ? "template" : shown.location.file;
  return `; ${where} line ${shown.location.line}${observed}`;
}
