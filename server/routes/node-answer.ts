/** A node as the interface shows it, from the graph or from a view of it. */
import type { FlowNode } from "../../analyzer/graph/shape.ts";
import type { MapNode } from "../contract.ts";

type Shown = Omit<FlowNode, "kind"> & { readonly kind: MapNode["kind"] };

export function nodeAnswer(
  key: string,
  node: Shown,
  more: Pick<MapNode, "findings" | "inside" | "expandable">,
): MapNode {
  const { kind, sort, label, system, parent, lane, personal, sensitivity, audience, location } = node;
  const shown = { key, kind, sort, label, system, parent, lane, personal, sensitivity, audience, location };
  return { ...shown, categories: [...node.categories], ...more };
}
