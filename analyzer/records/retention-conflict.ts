/** Compares declared time limits with what the stores of an activity do in effect. */
import type { Category } from "../model/category.ts";
import { isCategory, TAXONOMY } from "../classify/taxonomy.ts";
import type { DeclaredActivity } from "./declaration-schema.ts";
import type { Element } from "./elements.ts";
import type { RecordFacts } from "./record-facts.ts";

type Limit = NonNullable<NonNullable<DeclaredActivity["retention"]>["items"]>[number];

/** Longest a unit can be, so that a rounded month is no contradiction. */
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 31, y: 366 };

/** Days of `24 months` or `P24M`; `null` for anything else. */
export function daysOf(duration: string): number | null {
  const parts = /^P?(\d+) ?([a-z])/i.exec(duration);
  const unit = DAYS[parts?.[2]?.toLowerCase() ?? ""];
  return parts === null || unit === undefined ? null : Number(parts[1]) * unit;
}

/** `null` when no store keeps a category for longer than was declared for it. */
export function retentionConflict({ declared, elements }: RecordFacts): string | null {
  const limits = declared?.retention?.items ?? [];
  const clashes = limits.flatMap((limit) => {
    const days = limit.duration === undefined ? null : daysOf(limit.duration);
    // What people erase by hand leaves no timer to find.
    if (days === null || limit.enforcement === "manual") return [];
    const longer = elements.flatMap((element) => keptLonger(element, limit, limits, days));
    if (longer.length === 0) return [];
    return [
      `Declared for ${limit.category === "all" ? "all categories" : limit.category}: ${limit.duration ?? ""}. The systems: ${longer.join("; ")}.`,
    ];
  });
  return clashes.length === 0 ? null : clashes.join(" ");
}

function keptLonger(
  { fact, categories }: Element,
  limit: Limit,
  limits: readonly Limit[],
  days: number,
): readonly string[] {
  if (fact.kind !== "store" || fact.store.active.state === "off") return [];
  if (!categories.some((category) => governs(limit, category, limits))) return [];
  const { name, retention, purge } = fact.store;
  if (retention.kind === "none") return [`${name} shows no end`];
  if (retention.kind !== "days") return [];
  if (purge.enabled === "no") return [`${name} has a period of ${retention.days} days, but the purge is off`];
  return retention.days > days ? [`${name} keeps ${retention.days} days`] : [];
}

/** `all` governs what no limit of its own names. */
function governs(limit: Limit, category: Category, limits: readonly Limit[]): boolean {
  if (names(limit, category)) return true;
  return limit.category === "all" && !limits.some((other) => names(other, category));
}

function names({ category: declared }: Limit, category: Category): boolean {
  const known = isCategory(declared) ? declared : null;
  return known === category || declared.toLowerCase() === TAXONOMY[category].label.toLowerCase();
}

/** Categories of an activity for which no limit was declared, in order. */
export function withoutLimit(
  declared: DeclaredActivity,
  categories: readonly Category[],
): readonly Category[] {
  const limits = declared.retention?.items ?? [];
  if (limits.length === 0) return [];
  return categories.filter((category) => !limits.some((limit) => governs(limit, category, limits)));
}
