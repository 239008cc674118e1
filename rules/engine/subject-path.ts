/** How far every entity of a system is from the people it is about. */
import type { Entity } from "../../analyzer/model/entity.ts";
import type { EntityIndex } from "../../analyzer/model/entity-index.ts";
import type { ModelPath } from "../../analyzer/model/model-path.ts";

export interface SubjectPath {
  /** Number of relations; 0 for a subject or account itself, 1 across a link entity. */
  readonly hops: number;
  /** Paths of the relation fields, from the entity to the subject. */
  readonly via: readonly ModelPath[];
}

/** A path may start at these but not lead through them: everybody shares an organisation. */
const NOT_CROSSED: ReadonlySet<Entity["role"]> = new Set(["organisation", "site", "catalogue"]);

interface Relation {
  readonly to: string;
  readonly via: ModelPath;
}

/**
 * Shortest relation chain from each entity to an entity of role subject or account; entities without one are absent.
 * Direction is ignored; a relation to an entity reaches all that inherit from it; stepping into a link entity is free.
 */
export function subjectPaths(
  entities: readonly Entity[],
  index: EntityIndex,
): ReadonlyMap<string, SubjectPath> {
  const relations = relationsOf(entities, index);
  const found = new Map<string, SubjectPath>();
  let ring: [string, SubjectPath][] = entities
    .filter(({ role }) => role === "subject" || role === "account")
    .map(({ name }) => [name, { hops: 0, via: [] }]);
  for (let hops = 0; ring.length > 0; hops++) {
    const next: [string, SubjectPath][] = [];
    // Entities that reach the ring for free are appended to it while it is walked.
    for (const [name, path] of ring) {
      if (found.has(name)) continue;
      found.set(name, path);
      const entity = index.entity(name);
      if (entity === undefined || NOT_CROSSED.has(entity.role)) continue;
      for (const { to, via } of relations.get(name) ?? []) {
        const free = entity.isLink && index.entity(to)?.isLink === false;
        const step: [string, SubjectPath] = [to, { hops: free ? hops : hops + 1, via: [via, ...path.via] }];
        (free ? ring : next).push(step);
      }
    }
    ring = next;
  }
  return found;
}

/** Neighbours of every entity, in definition order. */
function relationsOf(
  entities: readonly Entity[],
  index: EntityIndex,
): ReadonlyMap<string, readonly Relation[]> {
  const relations = new Map<string, Relation[]>(entities.map(({ name }) => [name, []]));
  for (const entity of entities) {
    for (const field of entity.fields) {
      if ((field.kind !== "reference" && field.kind !== "back-reference") || field.target === null) continue;
      for (const target of index.withDescendants(field.target)) {
        relations.get(entity.name)?.push({ to: target.name, via: field.path });
        relations.get(target.name)?.push({ to: entity.name, via: field.path });
      }
    }
  }
  return relations;
}
