/** One fact of the side panel; what is unknown or empty is no fact. */
import type { Retention } from "../../analyzer/model/retention.ts";
import type { Element } from "../contract.ts";

export type Fact = Element["facts"][number];

/** Longest value; a list of a hundred entities is not read but searched. */
export const MAX_FACT = 600;

export function fact(name: string, value: string | number | null | undefined): readonly Fact[] {
  const text = value === null || value === undefined ? "" : String(value);
  if (text === "") return [];
  return [{ name, value: text.length > MAX_FACT ? `${text.slice(0, MAX_FACT)}…` : text }];
}

/** A fact only when it holds. */
export function flag(name: string, holds: boolean): readonly Fact[] {
  return holds ? [{ name, value: "yes" }] : [];
}

export function list(values: readonly string[]): string {
  return values.join(", ");
}

export function retentionWords(retention: Retention): string {
  switch (retention.kind) {
    case "days":
      return `${retention.days} days (${retention.source})`;
    case "criterion":
      return `${retention.criterion} (${retention.source})`;
    case "none":
      return `kept for ever (${retention.source})`;
    case "unknown":
      return "unknown";
    default:
      return retention satisfies never;
  }
}
