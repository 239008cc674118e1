/** Which entities are people's or lead to people by a reference of their own. */
import type { Entity, EntityRole } from "../model/entity.ts";
import type { EntityIndex } from "../model/entity-index.ts";

const PEOPLE: ReadonlySet<EntityRole> = new Set<EntityRole>(["subject", "account", "person-link"]);
const NEAR: ReadonlySet<EntityRole> = new Set<EntityRole>(["ticket", "log-record"]);

export class PeopleReach {
  readonly #people = new Set<string>();
  readonly #groups = new Set<string>();
  readonly #reaching = new Set<string>();

  constructor(entities: readonly Entity[], index: EntityIndex) {
    for (const entity of entities) if (PEOPLE.has(entity.role)) this.#people.add(entity.name);
    for (const entity of entities) {
      if (
        entity.role === "organisation" &&
        index.lineage(entity.name).some((each) => each.role === "subject")
      ) {
        this.#groups.add(entity.name);
      }
    }
    // A link entity that no adapter marked still leads to people when one of its references does.
    for (const entity of entities) {
      if (!entity.isLink || this.#people.has(entity.name)) continue;
      if (entity.fields.some((field) => field.kind === "reference" && this.#isPerson(field.target, index))) {
        this.#people.add(entity.name);
      }
    }
    for (const entity of entities) {
      const near = this.#people.has(entity.name) || NEAR.has(entity.role);
      const refers = entity.fields.some(
        (field) =>
          (field.kind === "reference" || field.kind === "back-reference") &&
          field.target !== null &&
          this.#people.has(field.target),
      );
      if (near || refers) this.#reaching.add(entity.name);
    }
  }

  /** The entity is a person, an account or a link to one. */
  isPeople(entity: string): boolean {
    return this.#people.has(entity);
  }

  /** A group that inherits from people's records, as a team of contacts does. */
  isGroup(entity: string): boolean {
    return this.#groups.has(entity);
  }

  /** Its rows are people's or refer to people. */
  reaches(entity: string): boolean {
    return this.#reaching.has(entity);
  }

  #isPerson(target: string | null, index: EntityIndex): boolean {
    const role = target === null ? undefined : index.entity(target)?.role;
    return role === "subject" || role === "account";
  }
}
