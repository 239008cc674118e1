/** Says in words what a picture shows: its level, its filters, what is folded away. */
import { movementWord } from "../words.ts";
import type { MapFilters, MapView } from "../map-view.ts";
import { localPart } from "../../model/model-path.ts";

export interface Caption {
  readonly title: string;
  /** ISO date the facts hold for. */
  readonly asOf: string;
  readonly filters?: MapFilters;
}

export function captionLine(view: MapView, { asOf, filters = {} }: Caption): string {
  const parts = [`as of ${asOf}`, `level: ${view.level}`];
  const list = (word: string, items: readonly string[] | undefined): void => {
    if (items !== undefined && items.length > 0) parts.push(`${word}: ${items.join(", ")}`);
  };
  list("systems", filters.system);
  list("categories", filters.category);
  list(
    "parties",
    filters.party?.map((key) => localPart(key).replace(/^(party|role|account)\//, "")),
  );
  list("movements", filters.kind?.map(movementWord));
  parts.push(filters.includeNonPersonal === true ? "with and without personal data" : "personal data only");
  const folded = view.folded.reduce((sum, { count }) => sum + count, 0);
  if (folded > 0) parts.push(`${folded} elements folded`);
  return parts.join(" · ");
}
