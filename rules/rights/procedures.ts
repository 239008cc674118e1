/** Procedures that erase or pseudonymise a person, and what they reach. */
import type { RuleContext } from "../kit/define-rule.ts";
import type { Entity, ErasureProcedure, Field, Store, System } from "../kit/facts.ts";
import { ownFields } from "../kit/facts.ts";

/** Those a system has; what could be installed erases nothing. */
export function installedProcedures({ erasure }: System): readonly ErasureProcedure[] {
  return erasure.filter(({ installed }) => installed === "yes");
}

/** Names for a message: the procedures, or that there is none. */
export function namesOf(procedures: readonly ErasureProcedure[]): string {
  return procedures.length === 0 ? "any erasure procedure" : procedures.map(({ name }) => name).join(" or ");
}

export function reachesStore(procedures: readonly ErasureProcedure[], { path }: Store): boolean {
  return procedures.some(({ reaches }) => reaches === "unknown" || reaches.includes(path));
}

/** Definitions of fields, as `entity field`, that a procedure reaches on any entity that has them. */
export function reachedDefinitions(context: RuleContext, procedure: ErasureProcedure): ReadonlySet<string> {
  const reached = new Set<string>();
  if (procedure.reaches === "unknown") return reached;
  for (const path of procedure.reaches) {
    const field = context.field(path);
    if (field !== undefined) reached.add(definitionKey(field));
  }
  return reached;
}

export function definitionKey({ declaredIn, name }: Field): string {
  return `${declaredIn} ${name}`;
}

/** Whether the procedure touches the entity itself, or what it inherits. */
export function touches(entity: Entity, reached: ReadonlySet<string>): boolean {
  return ownFields(entity).some((field) => reached.has(definitionKey(field)));
}
