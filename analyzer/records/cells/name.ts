/** Proposed name of an activity, with the classes, stores, flows and modules that made the library propose it. */
import { modulesOf } from "../assign.ts";
import { evidence, proved } from "../digest.ts";
import { ACTIVITY_NAMES } from "../library/names.ts";
import { NOTHING_FOUND, type Found, type RecordFacts } from "../record-facts.ts";
import type { CellEvidence } from "../register.ts";

export function proposedName({ id, library, elements, estate }: RecordFacts): Found {
  const name = library === null ? undefined : ACTIVITY_NAMES[library.id]?.en;
  if (library === null || name === undefined) return NOTHING_FOUND;
  const reasons: CellEvidence[] = [];
  for (const { fact, path } of elements) {
    if (fact.kind === "field")
      reasons.push(evidence(fact.entity.path, `class ${fact.entity.name}`, fact.entity.location));
    if (fact.kind === "store") reasons.push(proved(path, `store ${fact.store.name}`, fact.store.proof));
    if (fact.kind === "movement")
      reasons.push(proved(path, `movement ${fact.movement.name}`, fact.movement.proof));
    if (fact.kind === "notification")
      reasons.push(proved(path, `notification ${fact.notification.name}`, fact.notification.proof));
    if (fact.kind === "operation")
      reasons.push(evidence(path, "use of the interface", fact.operation.location));
  }
  for (const system of estate.systems) {
    for (const module of modulesOf(library.takes, system))
      reasons.push(evidence(system.id, `module ${module}`, null));
  }
  return { lines: [{ key: id, text: name, evidence: reasons }], question: null };
}
