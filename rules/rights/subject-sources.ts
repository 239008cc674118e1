/** Movements that write people's records, and the fields they write. */
import type { RuleContext } from "../kit/define-rule.ts";
import type { Entity, Field, FieldMapping, Movement, System } from "../kit/facts.ts";

export interface MappedField {
  readonly field: Field;
  readonly mapping: FieldMapping;
}

/** Unknown status does not break a flow; test, disabled and retired sources do. */
export function isActive({ status }: Movement): boolean {
  return status === "production" || status === "unknown";
}

/** Names of the entity and of all it inherits from. */
export function targetsOf(context: RuleContext, system: System, entity: Entity): readonly string[] {
  const parent = entity.parent === null ? undefined : context.entity(system, entity.parent);
  return [entity.name, ...(parent === undefined ? [] : targetsOf(context, system, parent))];
}

/** Fields of the entity that the movement writes or matches on, when it ends there or at a parent. */
export function mappedFields(
  context: RuleContext,
  system: System,
  { to, map }: Movement,
  entity: Entity,
): readonly MappedField[] {
  const target = system.entities.find(({ path }) => path === to.ref);
  if (target === undefined || !targetsOf(context, system, entity).includes(target.name)) return [];
  return map.flatMap((mapping): MappedField[] => {
    const field = mapping.to === null ? undefined : context.field(mapping.to);
    return field === undefined ? [] : [{ field, mapping }];
  });
}
