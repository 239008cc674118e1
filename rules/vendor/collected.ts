/** What a system collects about how people communicate, move and use their devices, unless it is shown to be off. */
import type { RuleContext } from "../kit/define-rule.ts";
import type { Category, Entity, Field, ModelPath, Store, System } from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";
import { wordsOfName } from "../kit/words-of-name.ts";
import { activitiesOf } from "../records/declared-activity.ts";

export interface Collected {
  readonly field: Field;
  readonly entity: Entity;
  readonly category: Category;
  /** Something shows that it runs, rather than nothing that it does not. */
  readonly certain: boolean;
}

/** Firmly classified fields of people's records, without those that a setting, a store or a movement shows to be off. */
export function collectedBy(context: RuleContext, system: System): readonly Collected[] {
  const monitored = fieldsOfMonitoring(system);
  return system.entities.flatMap((entity) =>
    entity.fields.flatMap((field): readonly Collected[] => {
      const verdict = context.verdict(field);
      const declaredHere = field.declaredIn === entity.name && field.kind !== "copy";
      if (!declaredHere || standingOf(verdict) !== "yes" || !isAboutPerson(context, system, entity))
        return [];
      const state = stateOf(system, entity, field, monitored.get(field.path));
      if (state === "off") return [];
      return [{ field, entity, category: verdict.category, certain: state === "on" }];
    }),
  );
}

/** Whether a person's decision stands in the record: an impact assessment and a basis where the data belong. */
export function isDecided({ register }: RuleContext, collected: readonly Collected[]): boolean {
  if (register === null) return false;
  const deciding = activitiesOf(register).filter(
    ({ record: { cells } }) => cells.dpia.state === "declared" && cells["legal-basis"].state === "declared",
  );
  const covered = new Set(deciding.flatMap(({ record }) => record.elements));
  return collected.every(({ field }) => covered.has(field.path));
}

/** The vendor's own words on what is monitored, for the evidence. */
export function monitoringClaims({ claims }: System): System["claims"] {
  return claims.filter(({ topic }) => topic === "monitoring");
}

export function wordsOf({ entity, field }: Pick<Collected, "entity" | "field">): ReadonlySet<string> {
  return new Set([...wordsOfName(entity.name), ...wordsOfName(field.name)]);
}

type State = "on" | "off" | "unknown";

function fieldsOfMonitoring(system: System): ReadonlyMap<ModelPath, readonly State[]> {
  const states = new Map<ModelPath, State[]>();
  for (const { kind, status, map } of system.movements) {
    if (kind !== "monitoring") continue;
    const state = status === "production" ? "on" : status === "unknown" ? "unknown" : "off";
    for (const { to } of map) if (to !== null) states.set(to, [...(states.get(to) ?? []), state]);
  }
  return states;
}

function stateOf(system: System, entity: Entity, field: Field, movements: readonly State[] = []): State {
  const stores = system.stores
    .filter(({ of, holds }) => of.includes(entity.name) || holds.fields.includes(field.path))
    .map((store) => stateOfStore(system, store));
  const states = [...movements, ...stores];
  if (stores.length > 0 && stores.every((state) => state === "off")) return "off";
  if (movements.length > 0 && movements.every((state) => state === "off")) return "off";
  return states.includes("on") || states.length === 0 ? "on" : "unknown";
}

function stateOfStore({ settings }: System, { active }: Store): State {
  const setting = settings.find(({ path }) => path === active.setting);
  if (setting?.value === false) return "off";
  return setting?.value === true ? "on" : active.state;
}

/** The record is a person's, or refers to one; where a place or a machine is says nothing about people. */
function isAboutPerson(context: RuleContext, system: System, entity: Entity): boolean {
  if (["site", "organisation", "catalogue", "configuration-item"].includes(entity.role)) return false;
  const path = context.subjectPath(system, entity);
  if (path !== null && path.hops <= 1) return true;
  return entity.fields.some((field) => context.verdict(field).personal === "person-link");
}
