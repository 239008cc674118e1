/** Nodes of a system, its entities with personal data and their fields. */
import type { Entity } from "../model/entity.ts";
import { entityPath } from "../model/model-path.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Draft } from "./draft.ts";
import type { Place, Places } from "./places.ts";

export function addModelNodes(draft: Draft, places: Places): void {
  const { system } = places;
  draft.node(system.id, {
    kind: "system",
    sort: system.adapter,
    label:
      system.product.version === null
        ? system.id
        : `${system.id} (${system.product.name} ${system.product.version})`,
    system: system.id,
    parent: null,
    lane: "keep",
    personal: "no",
    sensitivity: "ordinary",
    categories: [],
    audience: null,
    location: system.product.proof.location,
  });
  for (const entity of system.entities) {
    if (!places.concrete(entity.name).includes(entity)) continue;
    const onMap = entity.fields
      .map((field) => places.place(entity, field))
      .filter((place): place is Place => place !== undefined && places.onMap(place));
    if (onMap.length === 0) continue;
    const key = entityNode(draft, places, entity);
    for (const place of onMap) addFieldNode(draft, places, key, place);
  }
}

/** The entity's node, made when something flows through an entity without personal data of its own. */
export function entityNode(draft: Draft, places: Places, entity: Entity): string {
  const { system } = places;
  const key = entityPath(system.id, entity.name);
  if (draft.has(key)) return key;
  const aliases = places.aliases(entity);
  const store = system.stores.find((each) => each.entity === entity.name && each.kind !== "primary");
  const cargo = draft.cargo(places.personalFields(entity));
  return draft.node(key, {
    kind: "entity",
    sort: entity.role,
    label: entity.name,
    system: system.id,
    parent: store?.path ?? system.id,
    lane: "keep",
    personal: places.personalFields(entity).length === 0 ? "no" : cargo.personal,
    sensitivity: cargo.sensitivity,
    categories: cargo.categories,
    audience: null,
    location: entity.location,
    module: entity.origin.module,
    ...(aliases.length > 0 && { aliases }),
  });
}

function addFieldNode(draft: Draft, places: Places, parent: string, place: Place): void {
  const verdict = places.verdict(place) as Verdict;
  const aliases = places.aliases(place.entity, place.field);
  draft.node(place.key, {
    kind: "field",
    sort: place.field.kind,
    label: place.field.name,
    system: places.system.id,
    parent,
    lane: "keep",
    personal: verdict.personal,
    sensitivity: verdict.sensitivity,
    categories: verdict.category === "none" ? [] : [verdict.category],
    audience: null,
    location: place.field.location,
    ...(aliases.length > 0 && { aliases }),
  });
}
