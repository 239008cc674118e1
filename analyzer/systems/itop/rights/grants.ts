/** Effective grants of a profile on classes, computed as the code iTop generates from `user_rights` computes them. */
import type { Grant, GrantOperation, StimulusGrant } from "../../../model/access.ts";
import type { Entity } from "../../../model/entity.ts";
import type { EntityIndex } from "../../../model/entity-index.ts";

export const OPERATIONS: readonly GrantOperation[] = [
  "read",
  "write",
  "delete",
  "bulk-read",
  "bulk-write",
  "bulk-delete",
];

export interface Said {
  readonly effect: Grant["effect"];
  /** Group the grant was given to. */
  readonly group: string;
}

/** What a profile's definition says, per class (`*` = every business class) and operation; a deny replaces an allow. */
export class ProfileGrants {
  readonly #said = new Map<string, Map<GrantOperation, Said>>();
  readonly #stimuli = new Map<string, StimulusGrant>();

  add(className: string, operation: GrantOperation, said: Said): void {
    let operations = this.#said.get(className);
    if (operations === undefined) this.#said.set(className, (operations = new Map()));
    if (operations.get(operation)?.effect !== "deny") operations.set(operation, said);
  }

  get(className: string, operation: GrantOperation): Said | undefined {
    return this.#said.get(className)?.get(operation);
  }

  get isEmpty(): boolean {
    return this.#said.size === 0;
  }

  addStimulus(className: string, stimulus: string, { effect, group }: Said): void {
    const key = `${className}\n${stimulus}`;
    if (this.#stimuli.get(key)?.effect === "deny") return;
    const through = className === "*" ? "* (every business class)" : `group ${group}`;
    this.#stimuli.set(key, { entity: className, stimulus, effect, through });
  }

  /**
   * As they are defined: iTop asks for the grant of the very class, then for `*`; a subclass does not inherit it,
   * although the code iTop generates prepares for that.
   */
  get stimuli(): readonly StimulusGrant[] {
    return [...this.#stimuli].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, grant]) => grant);
  }
}

type Outcome = Pick<Grant, "effect" | "through">;

/**
 * Grants for allow and deny, sorted by entity; undefined rights are absent. With `legacy` (`user_rights_legacy`) the
 * first step that defines the right decides, otherwise the first deny does and any allow before it counts.
 */
export function effectiveGrants(
  profile: ProfileGrants,
  index: EntityIndex,
  legacy: boolean,
): readonly Grant[] {
  if (profile.isEmpty) return [];
  const grants: Grant[] = [];
  for (const name of [...index.names].sort()) {
    const entity = index.entity(name) as Entity;
    if (!isGoverned(entity)) continue;
    for (const operation of OPERATIONS) {
      const outcome = grantOn(profile, index, entity, operation, legacy, []);
      if (outcome !== null) grants.push({ entity: name, operation, ...outcome });
    }
  }
  return grants;
}

/** Profiles govern only classes of these categories; iTop looks for the words anywhere in the category text. */
function isGoverned(entity: Entity): boolean {
  return hasCategory(entity, "bizmodel") || hasCategory(entity, "grant_by_profile");
}

function grantOn(
  profile: ProfileGrants,
  index: EntityIndex,
  entity: Entity,
  operation: GrantOperation,
  legacy: boolean,
  visited: readonly string[],
): Outcome | null {
  let allowed: Outcome | null = null;
  for (const outcome of steps(profile, index, entity, operation, legacy, visited)) {
    if (legacy || outcome.effect === "deny") return outcome;
    allowed ??= outcome;
  }
  return allowed;
}

/** Defined steps in iTop's order: the class, its parents, the targets of a link, `*`. */
function* steps(
  profile: ProfileGrants,
  index: EntityIndex,
  entity: Entity,
  operation: GrantOperation,
  legacy: boolean,
  visited: readonly string[],
): Generator<Outcome> {
  for (const each of index.lineage(entity.name)) {
    const said = profile.get(each.name, operation);
    if (said === undefined) continue;
    const inherited = each.name === entity.name ? "" : ` on ${each.name}`;
    yield { effect: said.effect, through: `group ${said.group}${inherited}` };
  }
  const link = visited.includes(entity.name)
    ? null
    : linkGrant(profile, index, entity, operation, legacy, [...visited, entity.name]);
  if (link !== null) yield link;
  const everywhere = hasCategory(entity, "bizmodel") ? profile.get("*", operation) : undefined;
  if (everywhere !== undefined) yield { effect: everywhere.effect, through: "* (every business class)" };
}

/** One allowed target allows; otherwise the last target alone decides between deny and undefined, as in iTop's loop. */
function linkGrant(
  profile: ProfileGrants,
  index: EntityIndex,
  entity: Entity,
  operation: GrantOperation,
  legacy: boolean,
  visited: readonly string[],
): Outcome | null {
  let last: Outcome | null = null;
  for (const target of linkTargets(entity)) {
    const remote = index.entity(target);
    const outcome = remote && grantOn(profile, index, remote, operation, legacy, visited);
    last = outcome ? { effect: outcome.effect, through: `link to ${target}: ${outcome.through}` } : null;
    if (last?.effect === "allow") return last;
  }
  return last;
}

/** Keys whose deletion mode is DEL_AUTO, DEL_SILENT or DEL_NONE; DEL_MANUAL keys do not pass rights on. */
function linkTargets(entity: Entity): readonly string[] {
  if (!entity.isLink) return [];
  return entity.fields
    .filter((field) => field.kind === "reference" && field.declaredIn === entity.name && !field.implicit)
    .filter(({ onTargetDelete: mode }) => mode === "reset" || mode === "cascade" || mode === "none")
    .flatMap((field) => (field.target === null ? [] : [field.target]));
}

function hasCategory(entity: Entity, word: string): boolean {
  return entity.categories.some((category) => category.includes(word));
}
