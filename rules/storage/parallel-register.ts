/** Entities that are registers of people beside the one the system has for them. */
import type { RuleContext } from "../kit/define-rule.ts";
import {
  ownFields,
  type Category,
  type Entity,
  type EntityRole,
  type Field,
  type System,
} from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";

export interface ParallelRegister {
  readonly fields: readonly Field[];
  /** The person record it stands beside. */
  readonly subject: Entity;
}

const IDENTIFYING: ReadonlySet<Category> = new Set([
  "name",
  "email",
  "phone",
  "employee-id",
  "national-id",
  "birth-date",
]);

const MAY_BE_REGISTER: ReadonlySet<EntityRole> = new Set(["subject", "other"]);

const NOT_STORED: ReadonlySet<Field["kind"]> = new Set(["copy", "computed", "reference", "back-reference"]);

/** `null` for the system's own register, for what extends it, and for anything that refers to people. */
export function parallelFields(
  context: RuleContext,
  system: System,
  entity: Entity,
): ParallelRegister | null {
  const added = entity.origin.by === "customer" || entity.origin.by === "extension";
  if (!added || entity.abstract || !MAY_BE_REGISTER.has(entity.role) || entity.isLink) return null;
  const subject = system.entities.find(
    ({ role, abstract, origin }) => role === "subject" && !abstract && origin.by === "vendor",
  );
  if (
    subject === undefined ||
    extendsSubject(context, system, entity) ||
    refersToPeople(context, system, entity)
  )
    return null;
  const fields = ownFields(entity).filter((field) => {
    const verdict = context.verdict(field);
    return !NOT_STORED.has(field.kind) && standingOf(verdict) === "yes" && IDENTIFYING.has(verdict.category);
  });
  return { fields, subject };
}

function extendsSubject(context: RuleContext, system: System, { parent }: Entity): boolean {
  const above = parent === null ? undefined : context.entity(system, parent);
  return above !== undefined && (above.role === "subject" || extendsSubject(context, system, above));
}

/** In either direction, or through a link entity: then the record belongs to somebody. */
function refersToPeople(context: RuleContext, system: System, entity: Entity): boolean {
  return entity.fields.some(({ kind, target }) => {
    if (target === null || (kind !== "reference" && kind !== "back-reference")) return false;
    const other = context.entity(system, target);
    if (other === undefined || other.name === entity.name) return false;
    if (other.role === "subject" || other.role === "account" || other.role === "person-link") return true;
    return other.isLink && other.fields.some((field) => isPerson(context, system, field, entity));
  });
}

function isPerson(context: RuleContext, system: System, { target }: Field, self: Entity): boolean {
  const other = target === null ? undefined : context.entity(system, target);
  return other !== undefined && other.name !== self.name && other.role === "subject";
}
