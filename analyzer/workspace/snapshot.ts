/** One complete analysis result: what every command, route and page reads. */
import type { Estate } from "../model/estate.ts";
import type { Verdicts } from "../model/verdict.ts";
import type { FlowGraph } from "../graph/shape.ts";
import type { Register } from "../records/register.ts";

export interface Snapshot {
  readonly estate: Estate;
  readonly verdicts: Verdicts;
  readonly graph: FlowGraph;
  readonly register: Register;
}
