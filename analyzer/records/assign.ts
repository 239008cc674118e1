/** Puts every personal fact into an activity: a declaration decides first, then the library's most specific entry. */
import { EntityIndex } from "../model/entity-index.ts";
import { entityPath, systemOf } from "../model/model-path.ts";
import type { System } from "../model/system.ts";
import type { RegisterFile } from "./declaration-schema.ts";
import type { Element } from "./elements.ts";
import { ACTIVITIES } from "./library/activities.ts";
import type { Takes } from "./library/activity.ts";

export interface Assignment {
  /** Elements by activity id, in order of their paths. */
  readonly byActivity: ReadonlyMap<string, readonly Element[]>;
  /** Elements in no activity, in order of their paths. */
  readonly unassigned: readonly Element[];
}

export function assign(elements: readonly Element[], register: RegisterFile | null): Assignment {
  const claims = declaredClaims(register);
  const indexes = new Map<string, EntityIndex>();
  const byActivity = new Map<string, Element[]>();
  const unassigned: Element[] = [];
  for (const element of elements) {
    let index = indexes.get(element.system.id);
    if (index === undefined)
      indexes.set(element.system.id, (index = new EntityIndex(element.system.entities)));
    const id = declaredFor(element, claims) ?? libraryFor(element, index);
    if (id === null) unassigned.push(element);
    else {
      const members = byActivity.get(id);
      if (members === undefined) byActivity.set(id, [element]);
      else members.push(element);
    }
  }
  return { byActivity, unassigned };
}

interface DeclaredClaim {
  readonly activity: string;
  readonly pattern: string;
}

/** Longest pattern first: `itop:Person.health_file` beats `itop:Person`. */
function declaredClaims(register: RegisterFile | null): readonly DeclaredClaim[] {
  return Object.entries(register?.activities ?? {})
    .flatMap(([activity, { elements }]) => (elements ?? []).map((pattern) => ({ activity, pattern })))
    .sort((a, b) => b.pattern.length - a.pattern.length || (a.activity < b.activity ? -1 : 1));
}

function declaredFor(element: Element, claims: readonly DeclaredClaim[]): string | null {
  return claims.find(({ pattern }) => covers(pattern, element))?.activity ?? null;
}

/** The path itself, an entity with its fields and stores, a whole system (`phones:*`), or a beginning. */
export function covers(pattern: string, element: Element): boolean {
  const { path, fact } = element;
  if (pattern.endsWith("*")) return path.startsWith(pattern.slice(0, -1));
  if (path === pattern || path.startsWith(`${pattern}.`)) return true;
  const kept =
    fact.kind === "store" && fact.entity !== null ? entityPath(systemOf(path), fact.entity.name) : null;
  return (
    kept === pattern &&
    fact.kind === "store" &&
    (fact.store.kind === "primary" || fact.store.kind === "case-log")
  );
}

function libraryFor(element: Element, index: EntityIndex): string | null {
  let best: { id: string; weight: number } | null = null;
  for (const { id, takes } of ACTIVITIES) {
    const weight = weightOf(takes, element, index);
    if (weight > 0 && (best === null || weight > best.weight)) best = { id, weight };
  }
  return best?.id ?? null;
}

/** 0 for nothing; a higher weight is a more specific reason. */
function weightOf(takes: Takes, element: Element, index: EntityIndex): number {
  const { fact, system } = element;
  if (takes.products?.test(system.product.name) === true) return 100;
  const entity = fact.kind === "field" || fact.kind === "store" ? fact.entity : null;
  if (fact.kind === "field" && takes.categories?.includes(fact.verdict.category) === true) return 90;
  if (fact.kind === "store" && isAbout(takes, fact.store.kind)) return 80;
  if (fact.kind === "movement" && takes.movements?.includes(fact.movement.kind) === true) return 80;
  if (fact.kind === "notification" && takes.notifications === true) return 80;
  if (fact.kind === "operation" && takes.operations === true) return 80;
  if (entity === null) return 0;
  const lineage = index.lineage(entity.name);
  const named = lineage.findIndex(({ name }) => takes.entities?.test(name) === true);
  // The nearer ancestor is the more specific reason.
  if (named !== -1) return 70 - Math.min(named, 9);
  if (
    takes.modules !== undefined &&
    entity.origin.module !== null &&
    takes.modules.test(entity.origin.module)
  )
    return 50;
  return takes.roles?.includes(entity.role) === true ? 40 : 0;
}

/** Tables and case logs of an entity go with the entity. */
function isAbout(takes: Takes, kind: string): boolean {
  return (
    kind !== "primary" &&
    kind !== "case-log" &&
    (takes.stores as readonly string[] | undefined)?.includes(kind) === true
  );
}

/** Whether a system has any module the library knows an activity by, though no personal fact of it was found. */
export function modulesOf(takes: Takes, system: System): readonly string[] {
  return takes.modules === undefined ? [] : system.modules.filter((name) => takes.modules?.test(name));
}
