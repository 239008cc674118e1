/** The personal facts of an estate: every field, store, movement, notification and use that involves people's data. */
import type { Category } from "../model/category.ts";
import type { Entity } from "../model/entity.ts";
import type { Estate } from "../model/estate.ts";
import type { Field } from "../model/field.ts";
import { entityPath, fieldPath, type ModelPath } from "../model/model-path.ts";
import type { Movement } from "../model/movement.ts";
import type { Notification } from "../model/notification.ts";
import type { Operation } from "../model/operation.ts";
import type { Store } from "../model/store.ts";
import type { System } from "../model/system.ts";
import type { Verdict, Verdicts } from "../model/verdict.ts";
import { storeCategories } from "./store-content.ts";

export type Fact =
  | { readonly kind: "field"; readonly entity: Entity; readonly field: Field; readonly verdict: Verdict }
  | { readonly kind: "store"; readonly store: Store; readonly entity: Entity | null }
  | { readonly kind: "movement"; readonly movement: Movement }
  | { readonly kind: "notification"; readonly notification: Notification }
  | { readonly kind: "operation"; readonly operation: Operation };

export interface Element {
  readonly path: ModelPath;
  readonly system: System;
  readonly fact: Fact;
  /** Categories of personal data it holds or carries, sorted. */
  readonly categories: readonly Category[];
  /** Counts for coverage: personal by verdict or content, not only a pointer or a text that may hold anything. */
  readonly counts: boolean;
}

export function collectElements(estate: Estate, verdicts: Verdicts): readonly Element[] {
  const elements = estate.systems.flatMap((system) => [
    ...fieldElements(system, verdicts),
    ...storeElements(system, verdicts),
    ...flowElements(system, verdicts),
  ]);
  return elements.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Concrete entities only: an abstract one keeps nothing, its fields stand at every heir. */
function fieldElements(system: System, verdicts: Verdicts): readonly Element[] {
  const elements: Element[] = [];
  for (const entity of system.entities) {
    if (entity.abstract) continue;
    for (const field of entity.fields) {
      const path = fieldPath(system.id, entity.name, field.name);
      const verdict = verdicts.get(path) ?? verdicts.get(field.path);
      if (verdict === undefined || verdict.personal === "no" || field.kind === "back-reference") continue;
      elements.push({
        path,
        system,
        fact: { kind: "field", entity, field, verdict },
        categories: fieldCategories(verdict),
        counts: verdict.personal === "yes",
      });
    }
  }
  return elements;
}

function fieldCategories(verdict: Verdict): readonly Category[] {
  return verdict.personal === "yes" && verdict.category !== "none" ? [verdict.category] : [];
}

function storeElements(system: System, verdicts: Verdicts): readonly Element[] {
  return system.stores.flatMap((store): Element[] => {
    const categories = storeCategories(store, system, verdicts);
    const whole = store.kind === "backup" || store.kind === "replica";
    if (categories.length === 0 && store.holds.parts.length === 0 && !whole) return [];
    // A case log is a column of the first entity it belongs to.
    const holder = store.entity ?? (store.kind === "case-log" ? (store.of[0] ?? null) : null);
    const entity = system.entities.find((each) => each.name === holder) ?? null;
    return [
      {
        path: store.path,
        system,
        fact: { kind: "store", store, entity },
        categories,
        counts: store.active.state !== "off",
      },
    ];
  });
}

function flowElements(system: System, verdicts: Verdicts): readonly Element[] {
  const of = (paths: readonly (ModelPath | null)[]): readonly Category[] => {
    const found = new Set<Category>();
    for (const path of paths) {
      const verdict = path === null ? undefined : verdicts.get(path);
      if (verdict?.personal === "yes" && verdict.category !== "none") found.add(verdict.category);
    }
    return [...found].sort();
  };
  const elements: Element[] = [];
  for (const movement of system.movements) {
    const categories = of(movement.map.map(({ to }) => to));
    const carried = movement.map.some(
      ({ to }) => to !== null && (verdicts.get(to)?.personal ?? "no") !== "no",
    );
    const people = categories.length > 0 || carried || touchesPeople(system, movement);
    if (people) {
      const counts = movement.status !== "disabled" && movement.status !== "obsolete";
      elements.push({
        path: movement.path,
        system,
        fact: { kind: "movement", movement },
        categories,
        counts,
      });
    }
  }
  for (const notification of system.notifications) {
    const categories = of(notification.placeholders.map(({ field }) => field));
    const counts = notification.status !== "disabled";
    elements.push({
      path: notification.path,
      system,
      fact: { kind: "notification", notification },
      categories,
      counts,
    });
  }
  for (const operation of system.operations) {
    const categories = of(operation.fields);
    if (categories.length === 0 && operation.parameters.length === 0) continue;
    elements.push({
      path: operation.path,
      system,
      fact: { kind: "operation", operation },
      categories,
      counts: true,
    });
  }
  return elements;
}

/** A movement that maps no single field still moves people when it ends at them, or takes the whole system. */
function touchesPeople(system: System, movement: Movement): boolean {
  return [movement.from, movement.to].some((end) => {
    if (end.kind === "system") return movement.map.length === 0 && end.ref === system.id;
    const entity = system.entities.find((each) => entityPath(system.id, each.name) === end.ref);
    return entity?.role === "subject" || entity?.role === "account";
  });
}
