/** Which nodes and edges stay bright while one looks at something; the rest fades. */
import type { MapEdge, MapNode, Trace } from "../../server/contract.ts";
import { localPart, nameOf, pathOf } from "./words.ts";

export interface Bright {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

interface Shown {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** A node with what it holds and is tied to; a movement is passed through, so that both ends of a way are seen. */
export function surroundingsOf(key: string, { nodes, edges }: Shown): Bright {
  const movements = new Set(nodes.filter(({ kind }) => kind === "movement").map((node) => node.key));
  const bright = { nodes: new Set([key]), edges: new Set<string>() };
  const follow = (from: string, onward: boolean): void => {
    for (const edge of edges) {
      const [near, far] = onward ? [edge.source, edge.target] : [edge.target, edge.source];
      if (near !== from || bright.edges.has(edge.key)) continue;
      bright.edges.add(edge.key);
      bright.nodes.add(far);
      if (movements.has(far)) follow(far, onward);
    }
  };
  const held = nodes.filter(({ parent }) => parent === key).map((node) => node.key);
  for (const each of held) bright.nodes.add(each);
  for (const each of [key, ...held]) {
    follow(each, true);
    follow(each, false);
  }
  return bright;
}

export function edgeEnds(edge: MapEdge): Bright {
  return { nodes: new Set([edge.source, edge.target]), edges: new Set([edge.key]) };
}

export function matchesOf(search: string, nodes: readonly MapNode[]): readonly MapNode[] {
  const words = search
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return nodes.filter((node) => {
    const text =
      `${nameOf(node)} ${localPart(node.key)} ${node.kind} ${node.sort} ${node.categories.join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What of the ways is on the map; a line is bright when it joins two steps that follow each other. */
export function traceOnMap(ways: Trace["ways"], shown: Shown): Bright {
  const there = new Set(shown.nodes.map(({ key }) => pathOf(key)));
  const nodes = new Set<string>();
  const pairs = new Set<string>();
  const named = new Set<string>();
  for (const { steps } of ways) {
    let before: string | null = null;
    for (const { shown: seenBy, edge } of steps) {
      const here = seenBy === null ? null : pathOf(seenBy);
      if (edge !== null) named.add(edge);
      // Just opened or closed, the picture may be older than the trace.
      if (here === null || !there.has(here)) continue;
      nodes.add(here);
      if (before !== null && before !== here) pairs.add(pairOf(before, here));
      before = here;
    }
  }
  const edges = new Set(
    shown.edges
      .filter(
        ({ key, source, target }) => named.has(key) || pairs.has(pairOf(pathOf(source), pathOf(target))),
      )
      .map(({ key }) => key),
  );
  const keys = shown.nodes
    .map(({ key }) => key)
    .filter((key) => nodes.has(key) || isGivingEnd(key, nodes, edges, shown));
  const holders = shown.nodes
    .filter(({ key, kind }) => kind === "field" && nodes.has(key))
    .flatMap(({ parent }) => parent ?? []);
  return { nodes: new Set([...keys, ...holders]), edges };
}

/** The second standing of a party is bright only when a bright line starts there. */
function isGivingEnd(
  key: string,
  nodes: ReadonlySet<string>,
  edges: ReadonlySet<string>,
  shown: Shown,
): boolean {
  if (pathOf(key) === key || !nodes.has(pathOf(key))) return false;
  return shown.edges.some((edge) => edge.source === key && edges.has(edge.key));
}

function pairOf(source: string, target: string): string {
  return `${source}\n${target}`;
}
