/** `art30.model/1`: the effective model with verdicts, as `art30 model` prints it. */
import type { Entity } from "../model/entity.ts";
import { coverageOf } from "../model/estate.ts";
import type { Field } from "../model/field.ts";
import { GENERATOR } from "../model/generator.ts";
import type { System } from "../model/system.ts";
import type { Verdicts } from "../model/verdict.ts";
import type { Snapshot } from "./snapshot.ts";

export interface ModelJsonOptions {
  /** Only fields that hold, may hold or point to personal data, and entities that have one. */
  readonly personalOnly: boolean;
}

/** Sorted keys and rows; the same snapshot gives the same text. */
export function modelJson(snapshot: Snapshot, options: ModelJsonOptions): string {
  const { estate, verdicts } = snapshot;
  const model = {
    format: "art30.model/1",
    generator: GENERATOR,
    asOf: estate.asOf,
    systems: estate.systems.map((system) => systemJson(system, verdicts, options)),
    problems: estate.problems,
    coverage: coverageOf(estate.inputs),
  };
  return JSON.stringify(model, sortKeys, 2);
}

/** A `JSON.stringify` replacer that sorts the keys of every object. */
export function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function systemJson(system: System, verdicts: Verdicts, options: ModelJsonOptions): object {
  const entities = system.entities.map((entity) => entityJson(entity, verdicts, options));
  return {
    id: system.id,
    kind: system.adapter,
    product: system.product.name,
    version: system.product.version,
    deployment: system.deployment,
    inputs: system.inputs,
    modules: system.modules,
    entities: options.personalOnly ? entities.filter((entity) => entity.fields.length > 0) : entities,
    stores: system.stores,
    movements: [...system.movements, ...system.notifications, ...system.operations].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    ),
    roles: system.roles,
    accounts: system.accounts,
    views: system.views,
    queries: system.queries,
    settings: system.settings,
    claims: system.claims,
    parties: system.parties,
    erasure: system.erasure,
  };
}

function entityJson(entity: Entity, verdicts: Verdicts, options: ModelJsonOptions) {
  const fields = entity.fields.map((field) => fieldJson(field, verdicts));
  return {
    ...entity,
    fields: options.personalOnly
      ? fields.filter(({ verdict }) => verdict !== null && verdict.personal !== "no")
      : fields,
  };
}

function fieldJson(field: Field, verdicts: Verdicts) {
  return { ...field, verdict: verdicts.get(field.path) ?? null };
}
