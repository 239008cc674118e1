/** The five lanes of the map, and the columns within them. */
import type { MapNode } from "../../server/contract.ts";

export type Lane = MapNode["lane"];

export const LANES: readonly { readonly lane: Lane; readonly heading: string; readonly asks: string }[] = [
  { lane: "origin", heading: "Origins", asks: "where it comes from" },
  { lane: "movement-in", heading: "Movements in", asks: "how it gets in" },
  { lane: "keep", heading: "Entities and stores", asks: "where it stays" },
  { lane: "movement-out", heading: "Movements out", asks: "how it gets out" },
  { lane: "recipient", heading: "Recipients", asks: "who gets it" },
];

/** The middle lane has three columns, so that what is kept stands beside what it is kept from. */
export const COLUMNS = [
  "origin",
  "movement-in",
  "entity",
  "field",
  "store",
  "movement-out",
  "recipient",
] as const;
export type Column = (typeof COLUMNS)[number];

export function columnOf({ lane, kind, sort }: Pick<MapNode, "lane" | "kind" | "sort">): Column {
  if (lane !== "keep") return lane;
  const what = kind === "fold" ? sort : kind;
  return what === "field" || what === "store" ? what : "entity";
}

export function laneOf(column: Column): Lane {
  return column === "entity" || column === "field" || column === "store" ? "keep" : column;
}
