/** Problems of reading, each with the system its file belongs to. */
import type { Estate, SystemId } from "../kit/facts.ts";

export type ReadingProblem = Estate["problems"][number];

/** Stands for the system where a file belongs to none. */
export const WHOLE_ESTATE: SystemId = "estate";

export interface Placed {
  readonly system: SystemId;
  readonly problem: ReadingProblem;
}

/** In the order of the estate's own list. */
export function problemsOf(estate: Estate, kinds: readonly ReadingProblem["kind"][]): readonly Placed[] {
  const systems = new Map(estate.inputs.map(({ file, system }) => [file, system]));
  return estate.problems
    .filter(({ kind }) => kinds.includes(kind))
    .map((problem) => ({ system: systems.get(problem.location.file) ?? WHOLE_ESTATE, problem }));
}

/** The message as part of a sentence. */
export function saidBy({ message }: ReadingProblem): string {
  return message.replace(/\.$/, "");
}
