/** Finds the classes and fields of the model that code names. */
import type { Entity } from "../../../model/entity.ts";
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Field } from "../../../model/field.ts";
import type { ClassRef, CodeOrigin } from "./code-facts.ts";
import { pathOf } from "./flow-value.ts";

export interface FoundField {
  readonly entity: Entity;
  readonly field: Field;
}

/**
 * `unknown`: the code means something of the model and does not tell what. `foreign`: it means an object that is no
 * record of the model, which may well have a method of the same name.
 */
export type Resolution = readonly FoundField[] | "unknown" | "foreign";

export class CodeResolver {
  readonly #index: EntityIndex;

  constructor(index: EntityIndex) {
    this.#index = index;
  }

  entity(name: string): Entity | undefined {
    return this.#index.entity(name);
  }

  /** The field of that code at each of the classes; classes that lack it are left out when another has it. */
  field(classes: readonly ClassRef[], code: string | null): Resolution {
    if (classes.length === 0) return "unknown";
    const found = new Map<string, FoundField>();
    let foreign = 0;
    for (const ref of classes) {
      const entity = this.#follow(ref);
      if (entity === "foreign") foreign++;
      if (typeof entity === "string" || code === null) continue;
      const path = pathOf(code);
      const owner = this.#walk(entity, path.slice(0, -1));
      const field = owner === undefined ? undefined : this.#index.field(owner.name, path.at(-1) ?? "");
      if (owner !== undefined && field !== undefined) found.set(field.path, { entity: owner, field });
    }
    if (found.size > 0) return [...found.values()];
    return foreign === classes.length ? "foreign" : "unknown";
  }

  origin(origin: CodeOrigin): Resolution {
    return origin.kind === "field" ? this.field(origin.classes, origin.code) : "foreign";
  }

  #follow(ref: ClassRef): Entity | "unknown" | "foreign" {
    const entity = this.#index.entity(ref.name);
    if (entity === undefined) return ref.sure ? "unknown" : "foreign";
    return this.#walk(entity, ref.through) ?? "unknown";
  }

  #walk(start: Entity, codes: readonly string[]): Entity | undefined {
    let at: Entity | undefined = start;
    for (const code of codes) {
      if (at === undefined) return undefined;
      const target: string | null = this.#index.field(at.name, code)?.target ?? null;
      at = target === null ? undefined : this.#index.entity(target);
    }
    return at;
  }
}
