/** Turns a field of the model into what the classifier is told. */
import type { Entity } from "../model/entity.ts";
import type { EntityIndex } from "../model/entity-index.ts";
import type { Field } from "../model/field.ts";
import type { System } from "../model/system.ts";
import type { FieldInput } from "./field-input.ts";
import type { PeopleReach } from "./people-reach.ts";

export function fieldInput(
  system: System,
  entity: Entity,
  field: Field,
  index: EntityIndex,
  reach: PeopleReach,
): FieldInput {
  const targetRole = field.target === null ? undefined : index.entity(field.target)?.role;
  return {
    field: field.name,
    entity: entity.name,
    lineage: index.lineage(entity.name).map((each) => each.name),
    system: system.adapter,
    role: entity.role,
    reachesPeople: reach.reaches(entity.name),
    type: field.declaredType,
    kind: field.kind,
    freeText: field.freeText,
    protection: field.protection,
    labels: field.labels,
    values: field.values,
    ...(field.target !== null && {
      target: field.target,
      targetReachesPeople: reach.isPeople(field.target) || reach.isGroup(field.target),
    }),
    ...(targetRole !== undefined && { targetRole }),
    ...(field.description !== undefined && { description: field.description }),
    ...(field.declaredCategory !== undefined && { declaredCategory: field.declaredCategory }),
    ...(field.validation.pattern !== null &&
      field.validation.kind === "pattern" && { pattern: field.validation.pattern }),
    ...(field.length !== null && { length: field.length }),
  };
}
