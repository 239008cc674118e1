/** A trace as sentences, and as JSON. */
import type { QueryUse } from "../analyzer/graph/queries-reading.ts";
import type { Trace, Way } from "../analyzer/graph/trace.ts";
import { GENERATOR } from "../analyzer/model/generator.ts";
import { sortKeys } from "../analyzer/workspace/model-json.ts";
import type { Snapshot } from "../analyzer/workspace/snapshot.ts";

export function traceText(trace: Trace, queries: readonly QueryUse[] = []): string {
  const lines = [
    ...section(`To ${trace.path} (${trace.to.length})`, trace.to),
    "",
    ...section(`From ${trace.path} (${trace.from.length})`, trace.from),
  ];
  if (queries.length > 0)
    lines.push("", `Stored queries (${queries.length})`, ...queries.map((use) => `  ${queryLine(use)}`));
  if (trace.truncated)
    lines.push(
      "",
      `More ways exist: at most ${trace.limits.paths} of ${trace.limits.steps} steps are followed.`,
    );
  return lines.join("\n");
}

function queryLine({ query, uses }: QueryUse): string {
  const { location } = query.proof;
  return `${query.name} ${uses}${location === null ? "" : ` (${location.file}:${location.line})`}`;
}

function section(title: string, ways: readonly Way[]): readonly string[] {
  if (ways.length === 0) return [title, "  nothing"];
  return [
    title,
    ...ways.flatMap((way) => [`  ${way.says}`, ...places(way).map((place) => `      ${place}`)]),
  ];
}

/** Where each step is proved, once. */
function places(way: Way): readonly string[] {
  const found = way.steps.flatMap(({ via }) =>
    via?.location == null ? [] : [`${via.location.file}:${via.location.line}:${via.location.column}`],
  );
  return [...new Set(found)];
}

export function traceJson(trace: Trace, uses: readonly QueryUse[], { estate }: Snapshot): string {
  const queries = uses.map(({ query, uses: how }) => ({ path: query.path, uses: how }));
  return JSON.stringify(
    { format: "art30.trace/1", generator: GENERATOR, asOf: estate.asOf, ...trace, queries },
    sortKeys,
    2,
  );
}
