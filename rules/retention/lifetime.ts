/** How long the rows of a store live in effect. */
import type { Store } from "../kit/facts.ts";

/** Days; `Infinity` when nothing ends the rows; `null` when a condition or nobody knows. */
export function lifetimeOf({ retention, purge }: Store): number | null {
  switch (retention.kind) {
    case "days":
      return purge.enabled === "no" && purge.exists !== "no" ? null : retention.days;
    case "none":
      return purge.exists === "yes" ? null : Infinity;
    case "criterion":
      return null;
    case "unknown":
      return purge.exists === "no" ? Infinity : null;
    default:
      return retention satisfies never;
  }
}

/** `for 400 days`, `without end`. */
export function durationOf(days: number): string {
  return Number.isFinite(days) ? `for ${days} ${days === 1 ? "day" : "days"}` : "without end";
}

/** Age in whole days of the oldest row an export showed, at the date of judgement; `null` without rows. */
export function observedDays({ observed }: Store, asOf: string): number | null {
  if (observed === null || observed.rows === 0 || observed.from === null) return null;
  const from = Date.parse(observed.from.slice(0, 10));
  const to = Date.parse(asOf.slice(0, 10));
  return Number.isNaN(from) || Number.isNaN(to) ? null : Math.max(0, Math.round((to - from) / 86_400_000));
}
