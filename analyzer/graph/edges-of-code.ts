/** Edges of program code that copies values from field to field within a system, or only looks records up. */
import { localPart, type ModelPath } from "../model/model-path.ts";
import type { FieldMapping, Movement } from "../model/movement.ts";
import type { Draft } from "./draft.ts";
import { entityNode } from "./nodes-of-model.ts";
import type { Atlas, Place } from "./places.ts";
import { movementWord } from "./words.ts";

/** Whether a movement says which field becomes which: then both ends are fields of the model. */
export function copiesFields({ basis, from, to }: Movement): boolean {
  return basis === "code" && from.kind === "entity" && to.kind === "entity";
}

export function addCodeCopies(draft: Draft, atlas: Atlas, movement: Movement, key: string): void {
  for (const mapping of movement.map) {
    if (mapping.to === null) continue;
    if (mapping.from === null) addLookup(draft, atlas, movement, key, mapping.to, mapping);
    else addCopy(draft, atlas, movement, key, mapping.from, mapping.to, mapping);
  }
  if (movement.map.length > 0) return;
  const name = nameOf(movement);
  const { location } = movement.proof;
  for (const entity of atlas.of(movement.from.ref)?.concrete(localPart(movement.from.ref)) ?? []) {
    const places = atlas.of(movement.from.ref);
    if (places === undefined || places.personalFields(entity).length === 0) continue;
    const source = entityNode(draft, places, entity);
    const says = `${name} reads ${entity.name}`;
    draft.edge({ kind: "reads", source, target: key, fields: [], evidence: "code", says, location });
  }
}

function addLookup(
  draft: Draft,
  atlas: Atlas,
  movement: Movement,
  key: string,
  path: ModelPath,
  { proof }: FieldMapping,
): void {
  for (const place of personal(atlas, path)) {
    draft.edge({
      kind: "reads",
      source: nodeOf(draft, atlas, place),
      target: key,
      fields: [place.key],
      evidence: "code",
      says: `${nameOf(movement)} finds ${place.entity.name} by ${place.field.name}`,
      location: proof.location,
    });
  }
}

function addCopy(
  draft: Draft,
  atlas: Atlas,
  movement: Movement,
  key: string,
  from: ModelPath,
  to: ModelPath,
  { proof }: FieldMapping,
): void {
  const sources = personal(atlas, from);
  if (sources.length === 0) return;
  const fields = sources.map((source) => source.key).sort();
  const shared = { evidence: "code", location: proof.location } as const;
  for (const source of sources) {
    const says = `${nameOf(movement)} takes ${localPart(source.key)}`;
    const node = nodeOf(draft, atlas, source);
    draft.edge({ ...shared, kind: "copies", source: node, target: key, fields: [source.key], says });
  }
  for (const target of atlas.resolve(to)) {
    const says = `${nameOf(movement)} puts ${fields.map(localPart).join(", ")} into ${localPart(target.key)}`;
    draft.edge({
      ...shared,
      kind: "writes",
      source: key,
      target: nodeOf(draft, atlas, target),
      fields,
      says,
    });
  }
}

function personal(atlas: Atlas, path: ModelPath): readonly Place[] {
  return atlas.resolve(path).filter(({ key }) => atlas.isPersonal(key));
}

/** The field itself, or its entity where the field is none of the map. */
function nodeOf(draft: Draft, atlas: Atlas, place: Place): string {
  if (draft.has(place.key)) return place.key;
  const places = atlas.of(place.key);
  return places === undefined ? place.key : entityNode(draft, places, place.entity);
}

function nameOf({ kind, name }: Movement): string {
  return `${movementWord(kind)} ${name}`;
}
