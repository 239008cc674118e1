/** Stored queries that look at a field or give it out, by any path that names the field. */
import type { ModelPath } from "../model/model-path.ts";
import type { StoredQuery } from "../model/query.ts";
import type { System } from "../model/system.ts";
import type { FlowGraph } from "./shape.ts";

export interface QueryUse {
  readonly query: StoredQuery;
  readonly uses: "looks at it" | "gives it out";
}

/** In the order of the systems and their queries; none for an element that is no field. */
export function queriesReading(
  systems: readonly System[],
  graph: FlowGraph,
  path: ModelPath,
): readonly QueryUse[] {
  const names = new Set([path]);
  graph.forEachNode((key, { kind, aliases = [] }) => {
    // A field of an abstract entity is another name for that of each heir, whichever was asked for.
    if (kind !== "field" || (key !== path && !aliases.includes(path))) return;
    for (const name of [key, ...(key === path ? aliases : [])]) names.add(name);
  });
  const isNamed = (field: ModelPath): boolean => names.has(field);
  return systems.flatMap(({ queries }) =>
    queries.flatMap((query): readonly QueryUse[] => {
      if (query.exported.some(isNamed)) return [{ query, uses: "gives it out" }];
      return query.fields.some(isNamed) ? [{ query, uses: "looks at it" }] : [];
    }),
  );
}
