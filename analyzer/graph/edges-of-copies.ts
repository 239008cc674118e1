/** Edges of copies that nobody orders: change history, and names shown wherever a record refers to a person. */
import type { Entity } from "../model/entity.ts";
import { elementPath, localPart, type ModelPath } from "../model/model-path.ts";
import type { Draft } from "./draft.ts";
import { entityNode } from "./nodes-of-model.ts";
import { takesIn } from "./nodes-of-stores.ts";
import type { Place, Places } from "./places.ts";

export function addCopies(draft: Draft, places: Places): void {
  for (const entity of places.system.entities) {
    if (!places.concrete(entity.name).includes(entity)) continue;
    addHistory(draft, places, entity);
    for (const field of entity.fields) {
      const place = places.place(entity, field);
      if (place !== undefined && draft.has(place.key)) addReferenceCopy(draft, places, place);
    }
  }
}

function addHistory(draft: Draft, places: Places, entity: Entity): void {
  const { system } = places;
  if (!entity.tracked) return;
  const kept = entity.fields
    .filter(({ history }) => history.tracked && history.keeps !== "none" && history.keeps !== "marker")
    .map((field) => places.place(entity, field)?.key)
    .filter((key): key is ModelPath => key !== undefined && draft.has(key))
    .sort();
  if (kept.length === 0) return;
  const stores = system.stores.filter(
    (store) =>
      store.kind === "history" &&
      takesIn(draft, store.path) &&
      (store.of.length === 0 ||
        places.index.lineage(entity.name).some((each) => store.of.includes(each.name))),
  );
  for (const store of stores) {
    const key = insideNode(draft, places, "history", `history of ${entity.name}`, entity.name, entity);
    const shared = {
      kind: "keeps",
      fields: kept,
      evidence: "declared",
      location: store.proof.location,
    } as const;
    const says = `${store.name} keeps earlier values of ${entity.name}`;
    draft.edge({ ...shared, source: entityNode(draft, places, entity), target: key, says });
    draft.edge({ ...shared, source: key, target: store.path, says });
  }
}

function addReferenceCopy(draft: Draft, places: Places, copy: Place): void {
  for (const shown of places.shows(copy)) {
    if (!draft.has(shown.key)) continue;
    const person = shown.entity;
    const key = insideNode(draft, places, "reference-copy", `copies of ${person.name}`, person.name, person);
    const sources = [...new Set([shown.key, ...partsOf(draft, places, shown)])].sort();
    for (const source of sources) {
      draft.edge({
        kind: "copies",
        source,
        target: key,
        fields: [source],
        evidence: "declared",
        says: `${localPart(source)} is shown wherever a record refers to ${person.name}`,
        location: draft.nodes.get(source)?.location ?? null,
      });
    }
    draft.edge({
      kind: "shows",
      source: key,
      target: copy.key,
      fields: sources,
      evidence: "declared",
      says: `${localPart(copy.key)} shows ${localPart(shown.key)}`,
      location: copy.field.location,
    });
  }
}

/** A computed display name is made of the entity's naming fields. */
function partsOf(draft: Draft, places: Places, shown: Place): readonly ModelPath[] {
  if (shown.field.kind !== "computed") return [];
  return shown.entity.identity.displayName
    .map((name) => places.index.field(shown.entity.name, name))
    .map((field) => (field === undefined ? undefined : places.place(shown.entity, field)?.key))
    .filter((key): key is ModelPath => key !== undefined && draft.has(key));
}

function insideNode(
  draft: Draft,
  places: Places,
  sort: string,
  name: string,
  label: string,
  { location }: Entity,
): string {
  return draft.node(elementPath(places.system.id, "movement", name), {
    kind: "movement",
    sort,
    label,
    system: places.system.id,
    parent: places.system.id,
    lane: "keep",
    personal: "no",
    sensitivity: "ordinary",
    categories: [],
    audience: null,
    location,
  });
}
