/** Where every element of an estate is defined, by its path. */
import type { Estate } from "../../analyzer/model/estate.ts";
import type { Location } from "../../analyzer/model/location.ts";
import type { ModelPath } from "../../analyzer/model/model-path.ts";

export function locationsByPath({ systems }: Estate): ReadonlyMap<ModelPath, Location> {
  const found = new Map<ModelPath, Location>();
  const add = (path: ModelPath, location: Location | null): void => {
    if (location !== null) found.set(path, location);
  };
  for (const system of systems) {
    for (const entity of system.entities) {
      add(entity.path, entity.location);
      for (const field of entity.fields) add(field.path, field.location);
    }
    for (const setting of system.settings) add(setting.path, setting.location);
    const proved = [
      system.stores,
      system.movements,
      system.notifications,
      system.roles,
      system.accounts,
      system.views,
      system.queries,
      system.claims,
      system.parties,
      system.erasure,
    ].flat();
    for (const { path, proof } of proved) add(path, proof.location);
  }
  return found;
}
