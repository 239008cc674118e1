/** Movements as the rules on synchronization see them: which are active, and what of people they write. */
import { localPart, systemOf } from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";
import type { RuleContext } from "../kit/define-rule.ts";
import type { Entity, Field, Movement, System } from "../kit/facts.ts";

const ABOUT_PEOPLE: ReadonlySet<Entity["role"]> = new Set(["subject", "account", "person-link"]);

/** A status nobody knows counts as active. */
export function isActive({ status }: Movement): boolean {
  return status !== "disabled" && status !== "obsolete";
}

/**
 * Brings the records of another system again and again. Code that copies, mail that people write and what goes out of
 * the system have movements as well, but nobody chose a mapping for them or made them master of a field.
 */
export function isSource({ basis, kind, to }: Movement): boolean {
  return basis !== "code" && kind !== "mail-in" && to.kind !== "party";
}

export function targetOf(context: RuleContext, system: System, { to }: Movement): Entity | undefined {
  return entityAt(context, system, to);
}

export function entityAt(context: RuleContext, system: System, end: Movement["to"]): Entity | undefined {
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

/** Fields the movement writes that tie a record to people: the contacts of a device, the caller of a request. */
export function personLinks(context: RuleContext, { map }: Movement): readonly Field[] {
  const fields = map.flatMap(({ to, update }) => (to === null || !update ? [] : (context.field(to) ?? [])));
  return [...new Set(fields)].filter((field) => tiesToPerson(context, field.path));
}

/** Whose device or request it is says something of the person; which team has it does not. */
function tiesToPerson(context: RuleContext, path: string): boolean {
  const { personal, category } = context.verdict(path);
  return personal === "person-link" && category !== "org-unit";
}

/** The target is a person's record, or something personal or a tie to a person is written into it. */
export function writesAboutPeople(context: RuleContext, system: System, movement: Movement): boolean {
  return (
    isAboutPeople(targetOf(context, system, movement)) ||
    personalTargets(context, movement).length > 0 ||
    personLinks(context, movement).length > 0
  );
}

/** Values go out of the system, wherever to. */
export function leaves(system: System, { from, to }: Movement): boolean {
  return isInside(system, from) && !isInside(system, to);
}

function isInside(system: System, { kind, ref }: Movement["to"]): boolean {
  if (kind === "party") return false;
  return kind === "system" ? ref === system.id : systemOf(ref) === system.id;
}

/** Something personal is mapped, one end is a person's record, or the whole of a system with people in it moves. */
export function carriesPeople(context: RuleContext, system: System, movement: Movement): boolean {
  const { map, from, to, kind } = movement;
  if (kind === "authentication") return true;
  // A source finds the people it ties a record to by their names; what code hands on is a number.
  const ties = (path: string): boolean => isSource(movement) && tiesToPerson(context, path);
  const personal = map.some(
    ({ to: path }) => path !== null && (standingOf(context.verdict(path)) === "yes" || ties(path)),
  );
  if (personal || [from, to].some((end) => isAboutPeople(entityAt(context, system, end)))) return true;
  const whole = [from, to].some((end) => end.kind === "system" && end.ref === system.id);
  return map.length === 0 && whole && system.entities.some(isAboutPeople);
}

/** Names of an entity and its parents, nearest first. */
export function lineOf(context: RuleContext, system: System, name: string): readonly string[] {
  const names: string[] = [];
  for (let at: string | null = name; at !== null && !names.includes(at);) {
    names.push(at);
    at = context.entity(system, at)?.parent ?? null;
  }
  return names;
}
