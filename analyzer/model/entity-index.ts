/** Looks entities and effective fields up by name, case-sensitive as products do it. */
import type { Entity } from "./entity.ts";
import type { Field } from "./field.ts";

export class EntityIndex {
  readonly #entities = new Map<string, Entity>();
  readonly #fields = new Map<string, Map<string, Field>>();
  readonly #children = new Map<string, string[]>();

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) {
      this.#entities.set(entity.name, entity);
      if (entity.parent === null) continue;
      const siblings = this.#children.get(entity.parent);
      if (siblings === undefined) this.#children.set(entity.parent, [entity.name]);
      else siblings.push(entity.name);
    }
  }

  get names(): IterableIterator<string> {
    return this.#entities.keys();
  }

  entity(name: string): Entity | undefined {
    return this.#entities.get(name);
  }

  field(entity: string, name: string): Field | undefined {
    let fields = this.#fields.get(entity);
    if (fields === undefined) {
      fields = new Map(this.#entities.get(entity)?.fields.map((field) => [field.name, field]));
      this.#fields.set(entity, fields);
    }
    return fields.get(name);
  }

  /** The entity itself and its parents, nearest first; stops at an inheritance cycle. */
  lineage(name: string): readonly Entity[] {
    const line: Entity[] = [];
    for (let at = this.#entities.get(name); at !== undefined && !line.includes(at);) {
      line.push(at);
      at = at.parent === null ? undefined : this.#entities.get(at.parent);
    }
    return line;
  }

  isA(name: string, ancestor: string): boolean {
    return this.lineage(name).some((entity) => entity.name === ancestor);
  }

  /** The entity and all that inherit from it, parents before children. */
  withDescendants(name: string): readonly Entity[] {
    const found = new Set<Entity>();
    const visit = (at: string): void => {
      const entity = this.#entities.get(at);
      if (entity === undefined || found.has(entity)) return;
      found.add(entity);
      for (const childName of this.#children.get(at) ?? []) visit(childName);
    };
    visit(name);
    return [...found];
  }
}
