/** The plainest field, entity, system, query and verdict there can be; tests say only what differs. */
import type { Entity } from "../analyzer/model/entity.ts";
import type { Field } from "../analyzer/model/field.ts";
import type { StoredQuery } from "../analyzer/model/query.ts";
import type { System } from "../analyzer/model/system.ts";
import type { Verdict } from "../analyzer/model/verdict.ts";

const INVENTED = { location: null, basis: "invented" } as const;

export function plainField(path: string, entity: string, name: string): Field {
  return {
    path,
    name,
    declaredIn: entity,
    declaredType: "AttributeString",
    kind: "string",
    freeText: "none",
    validation: { kind: "none", pattern: null, holds: false, location: null },
    protection: "none",
    history: { tracked: true, keeps: "old+new" },
    nullable: true,
    writable: true,
    length: 255,
    target: null,
    onTargetDelete: null,
    copyOf: null,
    values: [],
    implicit: false,
    origin: { by: "vendor", module: null },
    location: null,
    labels: {},
  };
}

export function plainEntity(path: string, name: string, fields: readonly Field[]): Entity {
  return {
    path,
    name,
    parent: null,
    abstract: false,
    isLink: false,
    role: "other",
    categories: [],
    tracked: true,
    identity: { displayName: [], reconciliation: [], uniqueness: [] },
    lifecycle: { states: [], obsolescence: null, archivable: false },
    scope: null,
    origin: { by: "vendor", module: null },
    location: null,
    labels: {},
    fields,
  };
}

export function plainSystem(id: string): System {
  return {
    id,
    adapter: "itop",
    product: { name: "iTop", version: "3.2.0", proof: INVENTED },
    deployment: { mode: "on-premises", host: null, region: null, proof: INVENTED },
    inputs: ["model"],
    entities: [],
    stores: [],
    movements: [],
    notifications: [],
    operations: [],
    observations: [],
    roles: [],
    accounts: [],
    views: [],
    queries: [],
    settings: [],
    claims: [],
    parties: [],
    erasure: [],
    modules: [],
  };
}

export function plainQuery(system: string, name: string): StoredQuery {
  return {
    path: `${system}:query/${name}`,
    name,
    place: "menu",
    audience: "internal",
    entity: null,
    reads: [],
    fields: [],
    exported: [],
    valid: true,
    error: null,
    literals: [],
    note: null,
    proof: INVENTED,
  };
}

export function plainVerdict(): Verdict {
  return {
    personal: "yes",
    category: "other-personal",
    dpv: null,
    special: null,
    sensitivity: "ordinary",
    subject: "holder",
    confidence: 0.95,
    evidence: [],
    decision: null,
  };
}
