/** The name that was probably meant: "did you mean Person.mobile_phone?" */
import { closest, type System } from "../kit/facts.ts";

export interface Names {
  readonly entities: readonly string[];
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

export function namesOf(system: System): Names {
  return {
    entities: system.entities.map(({ name }) => name),
    fields: new Map(system.entities.map(({ name, fields }) => [name, fields.map((field) => field.name)])),
  };
}

/** The same entity's nearest field, else the nearest entity. */
export function nearestName(name: string, { entities, fields }: Names): string | null {
  const dot = name.indexOf(".");
  const known = fields.get(name.slice(0, dot));
  if (dot === -1 || known === undefined) return closest(dot === -1 ? name : name.slice(0, dot), entities);
  const field = closest(name.slice(dot + 1), known);
  return field === null ? null : `${name.slice(0, dot)}.${field}`;
}
