/** What ends a person's record without anybody thinking of it. */
import { entityPath, localPart, type Entity, type System } from "../kit/facts.ts";
import type { RuleContext } from "../kit/define-rule.ts";
import { lifetimeOf } from "./lifetime.ts";

/** Words for the end; `null` when there is none. */
export function effectiveEnd(context: RuleContext, system: System, entity: Entity): string | null {
  return byProcedure(system, entity) ?? bySource(context, system, entity) ?? byPurge(system, entity);
}

function byProcedure(system: System, { path }: Entity): string | null {
  const procedure = system.erasure.find(
    ({ installed, automatic, delayDays, reaches }) =>
      installed !== "no" &&
      automatic &&
      (delayDays ?? 0) >= 0 &&
      (reaches === "unknown" || reaches.some((each) => each === path || each.startsWith(`${path}.`))),
  );
  return procedure?.name ?? null;
}

/** A source that deletes in the entity, or in one it inherits from. */
function bySource(context: RuleContext, system: System, entity: Entity): string | null {
  const source = system.movements.find(
    ({ to, status, deletion }) =>
      status === "production" &&
      (deletion?.policy === "delete" || deletion?.policy === "update-then-delete") &&
      deletion.canFire === "yes" &&
      to.kind === "entity" &&
      isAt(context, system, entity, to.ref),
  );
  return source?.name ?? null;
}

function isAt(context: RuleContext, system: System, entity: Entity, ref: string): boolean {
  if (ref === entityPath(system.id, entity.name) || localPart(ref) === entity.name) return true;
  const parent = entity.parent === null ? undefined : context.entity(system, entity.parent);
  return parent !== undefined && isAt(context, system, parent, ref);
}

function byPurge(system: System, entity: Entity): string | null {
  const store = system.stores.find(({ kind, entity: name }) => kind === "primary" && name === entity.name);
  if (store === undefined) return null;
  const lifetime = lifetimeOf(store);
  return lifetime !== null && Number.isFinite(lifetime) ? store.name : null;
}
