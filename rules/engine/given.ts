/** Keeps findings about what was given: an element that only the built-in catalogue knows cannot be mended here. */
import type { Estate } from "../../analyzer/model/estate.ts";
import type { ModelPath } from "../../analyzer/model/model-path.ts";
import type { Report } from "../kit/finding.ts";

/**
 * Paths of entities and fields that come from the catalogue alone. They serve to resolve what was given; a run on an
 * extension must not fail because of the vendor's own model.
 */
export function catalogueElements({ systems }: Estate): ReadonlySet<ModelPath> {
  const paths = new Set<ModelPath>();
  for (const { inputs, entities } of systems) {
    if (!inputs.includes("catalogue")) continue;
    for (const entity of entities) {
      if (entity.location === null) paths.add(entity.path);
      for (const field of entity.fields) if (field.location === null) paths.add(field.path);
    }
  }
  return paths;
}

/** A finding with a place of its own rests on given input, whatever element it is about. */
export function isGiven(
  { path, location }: Pick<Report, "path" | "location">,
  known: ReadonlySet<ModelPath>,
): boolean {
  return location !== null || !known.has(path);
}
