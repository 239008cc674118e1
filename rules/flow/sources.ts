/** Movements as the rules on synchronization see them: which are active, and what of people they write. */
import { localPart } from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";
import type { RuleContext } from "../kit/define-rule.ts";
import type { Entity, Field, Movement, MovementEnd, System } from "../kit/facts.ts";

const ABOUT_PEOPLE: ReadonlySet<Entity["role"]> = new Set(["subject", "account", "person-link"]);

/** A status nobody knows counts as active. */
export function isActive({ status }: Movement): boolean {
  return status !== "disabled" && status !== "obsolete";
}

export function targetOf(context: RuleContext, system: System, { to }: Movement): Entity | undefined {
  return entityAt(context, system, to);
}

export function entityAt(context: RuleContext, system: System, end: MovementEnd): Entity | undefined {
  return end.kind === "entity" ? context.entity(system, localPart(end.ref)) : undefined;
}

export function isAboutPeople(entity: Entity | undefined): boolean {
  return entity !== undefined && ABOUT_PEOPLE.has(entity.role);
}

/** Fields the movement writes whose verdict is firmly personal, each once, in the order of the mapping. */
export function personalTargets(context: RuleContext, movement: Movement): readonly Field[] {
  const written = new Map<string, Field>();
  for (const { to, update } of movement.map) {
    const field = to === null || !update ? undefined : context.field(to);
    if (field !== undefined && standingOf(context.verdict(field)) === "yes") written.set(field.path, field);
  }
  return [...written.values()];
}

/** The target is a person's record, or something personal is written into it. */
export function writesAboutPeople(context: RuleContext, system: System, movement: Movement): boolean {
  return (
    isAboutPeople(targetOf(context, system, movement)) || personalTargets(context, movement).length > 0
  );
}
