/** Small models of an invented clinic group for the tests of this folder. */
import type { Entity, EntityRole } from "../../../analyzer/model/entity.ts";
import type { Field, FieldKind, FreeText } from "../../../analyzer/model/field.ts";
import type { System } from "../../../analyzer/model/system.ts";

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
    path: `clinic:${entity}.${name}`,
    name,
    declaredIn: shape.declaredIn ?? entity,
    declaredType: kind,
    kind,
    freeText,
    validation: { kind: "none", pattern: null, holds: false, location: null },
    protection: "none",
    history: { tracked: true, keeps: "old+new" },
    nullable: true,
    writable: true,
    length: null,
    target,
    onTargetDelete: null,
    copyOf: through === undefined ? null : { through, field: shows === undefined ? null : `clinic:${shows}` },
    values: [],
    implicit,
    origin: ORIGIN,
    location: null,
    labels: {},
  });
}

export function entity(
  name: string,
  role: EntityRole,
  parent: string | null,
  fields: readonly Unowned[],
  displayName: readonly string[] = [],
): Entity {
  return {
    path: `clinic:${name}`,
    name,
    parent,
    abstract: false,
    isLink: false,
    role,
    categories: [],
    tracked: true,
    identity: { displayName, reconciliation: [], uniqueness: [] },
    lifecycle: { states: [], obsolescence: null, archivable: false },
    scope: null,
    origin: ORIGIN,
    location: null,
    labels: {},
    fields: fields.map((each) => each(name)),
  };
}

export function system(entities: readonly Entity[]): System {
  const proof = { location: null, basis: "invented" };
  return {
    id: "clinic",
    adapter: "profile",
    product: { name: "Clinic Desk", version: null, proof },
    deployment: { mode: "unknown", host: null, region: null, proof },
    inputs: ["model"],
    entities,
    stores: [],
    movements: [],
    notifications: [],
    operations: [],
    observations: [],
    roles: [],
    accounts: [],
    views: [],
    settings: [],
    claims: [],
    parties: [],
    erasure: [],
    modules: [],
  };
}
