/** The flow map in the format asked for: the whole graph for programs, one level of it for pictures. */
import { toGraphml } from "../analyzer/graph/export/graphml.ts";
import { toHtml } from "../analyzer/graph/export/html.ts";
import { toJson } from "../analyzer/graph/export/json.ts";
import { toMermaid } from "../analyzer/graph/export/mermaid.ts";
import { toSvg } from "../analyzer/graph/export/svg.ts";
import { collapse, PAPER_LIMIT } from "../analyzer/graph/levels.ts";
import type { Level, MapFilters } from "../analyzer/graph/map-view.ts";
import { GENERATOR } from "../analyzer/model/generator.ts";
import type { Snapshot } from "../analyzer/workspace/snapshot.ts";

export type MapFormat = "json" | "mermaid" | "graphml" | "svg" | "html";

export interface MapOutputOptions {
  readonly level: Level;
  readonly filters: MapFilters;
}

export function renderMap(
  format: MapFormat,
  { estate, graph }: Snapshot,
  { level, filters }: MapOutputOptions,
): string {
  const view = () => collapse(graph, { level, filters, limit: PAPER_LIMIT });
  const caption = { title: estate.name, asOf: estate.asOf, filters };
  switch (format) {
    case "json":
      return toJson(graph, GENERATOR);
    case "graphml":
      return toGraphml(graph);
    case "mermaid":
      return toMermaid(view());
    case "svg":
      return toSvg(view(), caption);
    case "html":
      return toHtml(view(), caption);
    default:
      return format satisfies never;
  }
}
