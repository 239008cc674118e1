/** Inheritance between a profile's entities. */
import type { ProfileEntity } from "./profile-schema-entities.ts";

/** The entity and its parents, topmost first; a circle of parents ends where it closes, an unknown parent at once. */
export function lineageOf(
  entities: Readonly<Record<string, ProfileEntity>>,
  name: string,
): readonly (readonly [string, ProfileEntity])[] {
  const lineage: [string, ProfileEntity][] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const entity: ProfileEntity | undefined = Object.hasOwn(entities, at) ? entities[at] : undefined;
    if (entity === undefined) break;
    lineage.unshift([at, entity]);
    at = entity.parent;
  }
  return lineage;
}
