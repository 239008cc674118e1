/** Small models of an invented clinic group for the tests of this folder. */
import type { Entity, EntityRole } from "../../../analyzer/model/entity.ts";
import type { Field, FieldKind, FreeText } from "../../../analyzer/model/field.ts";
import type { System } from "../../../analyzer/model/system.ts";
import { plainEntity, plainField, plainSystem } from "../../model-parts.ts";

const ORIGIN = { by: "customer", module: null } as const;

export interface FieldShape {
  readonly kind?: FieldKind;
  readonly freeText?: FreeText;
  readonly target?: string;
  readonly declaredIn?: string;
  readonly implicit?: boolean;
  /** A copy: the reference field it goes through and the `Entity.field` it shows. */
  readonly through?: string;
  readonly shows?: string;
}

export type Unowned = (entity: string) => Field;

export function field(name: string, shape: FieldShape = {}): Unowned {
  const { kind = "string", freeText = "none", target = null, implicit = false, through, shows } = shape;
  return (entity) => ({
    ...plainField(`clinic:${entity}.${name}`, shape.declaredIn ?? entity, name),
    declaredType: kind,
    kind,
    freeText,
    length: null,
    target,
    copyOf: through === undefined ? null : { through, field: shows === undefined ? null : `clinic:${shows}` },
    implicit,
    origin: ORIGIN,
  });
}

export function entity(
  name: string,
  role: EntityRole,
  parent: string | null,
  fields: readonly Unowned[],
  displayName: readonly string[] = [],
): Entity {
  const owned = fields.map((each) => each(name));
  const identity = { displayName, reconciliation: [], uniqueness: [] };
  return { ...plainEntity(`clinic:${name}`, name, owned), parent, role, identity, origin: ORIGIN };
}

export function system(entities: readonly Entity[]): System {
  const proof = { location: null, basis: "invented" };
  const product = { name: "Clinic Desk", version: null, proof };
  const deployment = { mode: "unknown", host: null, region: null, proof } as const;
  return { ...plainSystem("clinic"), adapter: "profile", product, deployment, entities };
}
