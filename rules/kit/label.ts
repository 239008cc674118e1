/** What people call an element: its label in the system, else its code. */
import type { Labels } from "../../analyzer/model/provenance.ts";

/** The English label, else the first by language code, else the name. */
export function labelOf(element: { readonly name: string; readonly labels: Labels }): string {
  const language = "en" in element.labels ? "en" : Object.keys(element.labels).sort()[0];
  const label = language === undefined ? "" : (element.labels[language] ?? "").trim();
  return label === "" ? element.name : label;
}
