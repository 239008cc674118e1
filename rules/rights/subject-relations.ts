/** References to people by what they do when a person is deleted. */
import type { RuleContext } from "../kit/define-rule.ts";
import { ownFields, type Entity, type EntityRole, type Field, type System } from "../kit/facts.ts";
import { targetsOf } from "./subject-sources.ts";

export interface Relation {
  readonly entity: Entity;
  readonly field: Field;
}

/** Where they are defined; a reference to a parent of the entity is one to the entity. */
export function relationsTo(context: RuleContext, system: System, subject: Entity): readonly Relation[] {
  const named = new Set(targetsOf(context, system, subject));
  return system.entities.flatMap((entity) =>
    ownFields(entity)
      .filter(({ kind, target }) => kind === "reference" && target !== null && named.has(target))
      .map((field) => ({ entity, field })),
  );
}

export function blocks({ field }: Relation): boolean {
  return !field.nullable && (field.onTargetDelete === "ask" || field.onTargetDelete === "none");
}

const OTHERS: ReadonlySet<EntityRole> = new Set(["subject", "account", "ticket"]);

/** What belongs to the person alone may go; a ticket, or a record that leads to somebody else, is not the person's own. */
export function takesOthersAlong(
  context: RuleContext,
  system: System,
  { entity, field }: Relation,
  ignoreLinks: boolean,
): boolean {
  if (field.onTargetDelete !== "cascade") return false;
  if (entity.isLink || entity.role === "person-link") return !ignoreLinks;
  if (entity.role === "ticket") return true;
  return entity.fields.some(
    ({ name, kind, target }) =>
      kind === "reference" &&
      name !== field.name &&
      target !== null &&
      OTHERS.has(context.entity(system, target)?.role ?? "other"),
  );
}
