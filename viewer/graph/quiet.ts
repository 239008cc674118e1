/** Tells apart the lines that hold for nearly everything, such as "kept in the change history", from those one looks for. */
import type { MapEdge } from "../../server/contract.ts";

/** More lines of one kind than this at one node say "everything", not "this one". */
export const HUB = 16;

/**
 * Keys of edges that are drawn pale until one points at an end of them: those of a hub, and mere copies of a name in a
 * reference. They do not decide the layout either.
 */
export function quietEdges(edges: readonly MapEdge[]): ReadonlySet<string> {
  const fans = new Map<string, number>();
  for (const edge of edges) {
    for (const fan of fansOf(edge)) fans.set(fan, (fans.get(fan) ?? 0) + 1);
  }
  const quiet = edges.filter(
    (edge) =>
      !edge.leaves && (edge.kind === "shows" || fansOf(edge).some((fan) => (fans.get(fan) ?? 0) > HUB)),
  );
  return new Set(quiet.map(({ key }) => key));
}

function fansOf({ kind, source, target }: MapEdge): readonly string[] {
  return kind.split(", ").flatMap((each) => [`${each}\n>\n${target}`, `${each}\n<\n${source}`]);
}
