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
  const systems = systemsByFile(estate);
  return estate.problems
    .filter(({ kind }) => kinds.includes(kind))
    .map((problem) => ({ system: systems.get(problem.location.file) ?? WHOLE_ESTATE, problem }));
}

/** Input files, and the shipped profiles that systems stand on without having any. */
function systemsByFile({ inputs, systems }: Estate): ReadonlyMap<string, SystemId> {
  const found = new Map<string, SystemId>();
  for (const { id, product, claims, stores, entities } of systems) {
    for (const { proof } of [product, ...claims, ...stores])
      if (proof.location !== null) found.set(proof.location.file, id);
    for (const { location } of entities) if (location !== null) found.set(location.file, id);
  }
  for (const { file, system } of inputs) if (system !== null) found.set(file, system);
  return found;
}

/** The message as part of a sentence. */
export function saidBy({ message }: ReadingProblem): string {
  return message.replace(/\.$/, "");
}
