/** Folds what crowds a view into groups that open: roles and exports that are much alike, then the least relevant nodes. */
import { foldKey, foldNode, isOneOfMany } from "./fold-group.ts";
import type { Fold, MapEdge, MapNode, Severity } from "./map-view.ts";
import { SENSITIVITIES } from "./strength.ts";

/** More of what comes in numbers than this is drawn as one: standard roles mostly read the same hundred entities. */
export const ALIKE_SHOWN = 4;

export interface Folding {
  /** Nodes to draw, folds included. */
  readonly nodes: readonly MapNode[];
  readonly folded: readonly Fold[];
  /** Fold that a node went into. */
  readonly into: ReadonlyMap<string, string>;
}

/** Groups named in `expanded` stay open. */
export function fold(
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
  limit: number,
  expanded: ReadonlySet<string>,
): Folding {
  // What somebody opened is what they want to see: its parts stay, however many they are.
  const isOpened = ({ parent }: MapNode): boolean => parent !== null && expanded.has(parent);
  const closed = nodes.filter(
    (node) => node.kind !== "system" && !isOpened(node) && !expanded.has(foldKey(node)),
  );
  const groups = grouped(closed.filter(isOneOfMany));
  for (const [key, group] of groups) if (group.length <= ALIKE_SHOWN) groups.delete(key);
  const gathered = new Set([...groups.values()].flat());
  const single = nodes.filter((node) => !gathered.has(node));
  if (single.length + groups.size > limit) {
    const others = grouped(
      leastRelevant(single, edges, limit - groups.size).filter((node) => closed.includes(node)),
    );
    for (const [key, group] of others)
      if (group.length > 1) groups.set(key, [...(groups.get(key) ?? []), ...group]);
  }
  const keys = [...groups.keys()].sort();
  const into = new Map<string, string>();
  for (const key of keys) for (const node of groups.get(key) ?? []) into.set(node.key, key);
  const drawn = keys.map((key) => foldNode(key, groups.get(key) ?? []));
  const folded = drawn.map(({ key, label }): Fold => {
    const members = (groups.get(key) ?? []).map((node) => node.key).sort();
    return { key, label, count: members.length, members };
  });
  return { nodes: [...nodes.filter(({ key }) => !into.has(key)), ...drawn], folded, into };
}

function grouped(nodes: readonly MapNode[]): Map<string, MapNode[]> {
  const groups = new Map<string, MapNode[]>();
  for (const node of nodes) {
    const key = foldKey(node);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return groups;
}

/** What does not fit, with room left for one node for each group. Relevance = sensitivity, findings, flows. */
function leastRelevant(
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
  limit: number,
): readonly MapNode[] {
  const flows = new Map<string, number>();
  for (const { source, target, leaves } of edges) {
    const weight = leaves ? LEAVING : 1;
    flows.set(source, (flows.get(source) ?? 0) + weight);
    flows.set(target, (flows.get(target) ?? 0) + weight);
  }
  const groups = new Set(nodes.map(foldKey)).size;
  return [...nodes].sort((a, b) => compareRelevance(a, b, flows)).slice(Math.max(0, limit - groups));
}

/** One flow out of the organisation outweighs any number inside it. */
const LEAVING = 10_000;

const SEVERITIES: readonly (Severity | null)[] = [null, "info", "warning", "error"];

function compareRelevance(a: MapNode, b: MapNode, flows: ReadonlyMap<string, number>): number {
  return (
    SENSITIVITIES.indexOf(b.sensitivity) - SENSITIVITIES.indexOf(a.sensitivity) ||
    SEVERITIES.indexOf(b.findings) - SEVERITIES.indexOf(a.findings) ||
    (flows.get(b.key) ?? 0) - (flows.get(a.key) ?? 0) ||
    (a.key < b.key ? -1 : 1)
  );
}
