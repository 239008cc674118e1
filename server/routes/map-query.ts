/** Reads the query of a map: lists in one parameter, separated by commas that keys may hold themselves. */
import { CATEGORIES, type Category } from "../../analyzer/model/category.ts";
import type { CollapseOptions } from "../../analyzer/graph/levels.ts";
import type { FlowGraph } from "../../analyzer/graph/shape.ts";
import type { MapQuery } from "../contract.ts";
import { ApiError } from "../errors.ts";

/** Keys of one list; more are not looked at. */
export const MAX_KEYS = 500;

export function mapOptions(graph: FlowGraph, query: MapQuery): CollapseOptions {
  const { level = "entities", expanded, category, party, kind, system, all } = query;
  return {
    level,
    expanded: keys(graph, expanded),
    filters: {
      category: words(category).map(categoryOf),
      party: keys(graph, party),
      kind: words(kind),
      system: words(system),
      includeNonPersonal: all === true,
    },
  };
}

function words(text: string | undefined): readonly string[] {
  return (text ?? "").split(",").filter((word) => word !== "");
}

/** Takes the longest run of parts that is a key of the graph: a notification may be called "Approved, please sign". */
function keys(graph: FlowGraph, text: string | undefined): readonly string[] {
  const parts = words(text).slice(0, MAX_KEYS);
  const found: string[] = [];
  for (let at = 0; at < parts.length;) {
    let end = parts.length;
    while (end > at + 1 && !graph.hasNode(parts.slice(at, end).join(","))) end -= 1;
    found.push(parts.slice(at, end).join(","));
    at = end;
  }
  return found;
}

function categoryOf(name: string): Category {
  const category = CATEGORIES.find((each) => each === name);
  if (category === undefined)
    throw new ApiError(400, "unknown-category", "There is no such category of personal data.");
  return category;
}
