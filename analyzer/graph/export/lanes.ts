/** The five lanes of the map with their headings, left to right. */
import type { Lane } from "../shape.ts";

export const LANES: readonly { readonly lane: Lane; readonly heading: string; readonly asks: string }[] = [
  { lane: "origin", heading: "Origins", asks: "where it comes from" },
  { lane: "movement-in", heading: "Movements in", asks: "how it gets in" },
  { lane: "keep", heading: "Entities and stores", asks: "where it stays" },
  { lane: "movement-out", heading: "Movements out", asks: "how it gets out" },
  { lane: "recipient", heading: "Recipients", asks: "who gets it" },
];
