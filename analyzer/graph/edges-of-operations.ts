/** Edges of observed interface calls: one movement for each account, direction and family of entities. */
import type { Entity } from "../model/entity.ts";
import { elementPath, localPart, type ModelPath } from "../model/model-path.ts";
import type { Movement } from "../model/movement.ts";
import type { Operation, Verb } from "../model/operation.ts";
import type { Draft } from "./draft.ts";
import { directionOf, endNodes, labelOf, takingKind } from "./edges-of-movements.ts";
import { entityNode } from "./nodes-of-model.ts";
import { takesIn } from "./nodes-of-stores.ts";
import { accountName, accountParty } from "./parties.ts";
import type { Atlas, Places } from "./places.ts";
import type { EdgeKind } from "./shape.ts";

type Way = "in" | "out";

/** Deleting and listing move no values. */
const WAYS: Readonly<Record<Verb, Way | null>> = {
  read: "out",
  related: "out",
  create: "in",
  update: "in",
  stimulus: "in",
  "check-credentials": "in",
  delete: null,
  list: null,
  other: null,
};

export function addOperations(draft: Draft, atlas: Atlas, places: Places): void {
  for (const operation of places.system.operations) {
    const way = WAYS[operation.verb];
    if (way === null) continue;
    const families = familiesOf(places, operation);
    for (const [family, entities] of families) addUse(draft, atlas, places, operation, way, family, entities);
  }
}

/** Entities by the topmost ancestor that has fields: Person and Team are read as Contact. */
function familiesOf(places: Places, operation: Operation): ReadonlyMap<string, readonly Entity[]> {
  const families = new Map<string, Set<Entity>>();
  for (const name of operation.entities) {
    const rooted = places.index.lineage(name).filter((entity) => entity.fields.length > 0);
    const family = rooted.at(-1)?.name ?? name;
    const members = families.get(family) ?? new Set<Entity>();
    for (const entity of places.concrete(name)) members.add(entity);
    families.set(family, members);
  }
  if (families.size === 0)
    families.set(operation.verb === "check-credentials" ? "credentials" : "unknown entity", new Set());
  return new Map([...families].map(([family, members]) => [family, [...members]]));
}

function addUse(
  draft: Draft,
  atlas: Atlas,
  places: Places,
  operation: Operation,
  way: Way,
  family: string,
  entities: readonly Entity[],
): void {
  const { system } = places;
  const declared = declaredUse(draft, atlas, places, operation.account, way, entities);
  const who = operation.account === null ? "unknown caller" : accountName(operation.account);
  const key = declared?.path ?? useNode(draft, places, way, who, family, operation);
  const verb = way === "out" ? "reads" : "writes";
  const says = (what: string): string => `${who} ${verb} ${what} through the interface`;
  const kind: EdgeKind =
    way === "in" ? "writes" : declared === undefined ? "reads" : takingKind(declared.kind);
  const shared = { evidence: "observed", location: operation.location } as const;
  const moved = new Set<ModelPath>();
  let untold = entities.length === 0;

  const link = (node: string, fields: readonly ModelPath[], what: string): void => {
    const [source, target] = way === "in" ? [key, node] : [node, key];
    for (const field of fields) moved.add(field);
    if (fields.length === 0) untold = true;
    draft.edge({ ...shared, kind, source, target, fields, says: says(what) });
  };
  for (const entity of entities) {
    const seen = fieldsSeen(places, operation, entity);
    if (operation.selection === "named" && seen.length > 0) {
      for (const path of seen) if (draft.has(path)) link(path, [path], localPart(path));
      const pointers = seen.filter((path) => !draft.has(path) && atlas.isPersonal(path));
      if (pointers.length > 0) link(entityNode(draft, places, entity), pointers, entity.name);
    } else if (operation.selection === "all" || operation.selection === "all-with-subclasses") {
      const all = places.personalFields(entity);
      if (all.length > 0) link(entityNode(draft, places, entity), all, `every field of ${entity.name}`);
    } else {
      link(entityNode(draft, places, entity), [], `unknown fields of ${entity.name}`);
    }
  }
  const fields = untold ? [] : [...moved].sort();
  if (!untold && fields.length === 0) return;
  const parties =
    declared === undefined
      ? [accountParty(draft, system, operation.account)]
      : endNodes(draft, atlas, places, way === "in" ? declared.from : declared.to);
  for (const party of parties) {
    const [source, target] = way === "in" ? [party, key] : [key, party];
    const leaves = way === "out" && draft.nodes.get(party)?.audience === "external";
    const edgeKind = way === "in" ? "imports" : "discloses";
    draft.edge({
      ...shared,
      kind: edgeKind,
      source,
      target,
      fields,
      leaves,
      says: says(labelOf(draft, key)),
    });
  }
  for (const store of system.stores) {
    if (store.kind !== "api-log" || !takesIn(draft, store.path)) continue;
    const logged = `${store.name} keeps the calls of ${who} with their content`;
    draft.edge({ ...shared, kind: "logs", source: key, target: store.path, fields, says: logged });
  }
}

/** The declared movement that the call carries out: same account, same direction, an entity it touches. */
function declaredUse(
  draft: Draft,
  atlas: Atlas,
  places: Places,
  account: ModelPath | null,
  way: Way,
  entities: readonly Entity[],
): Movement | undefined {
  if (account === null) return undefined;
  return places.system.movements.find((movement) => {
    if (movement.account !== account || draft.nodes.get(movement.path)?.status === "off") return false;
    if (directionOf(movement, places.system) !== way) return false;
    const ends = endNodes(draft, atlas, places, way === "in" ? movement.to : movement.from);
    return entities.some((entity) => ends.some((end) => localPart(end) === entity.name));
  });
}

function useNode(
  draft: Draft,
  places: Places,
  way: Way,
  who: string,
  family: string,
  operation: Operation,
): string {
  const { system } = places;
  const sort = way === "out" ? "rest-read" : "rest-write";
  return draft.node(elementPath(system.id, "movement", `${sort} of ${family} by ${who}`), {
    kind: "movement",
    sort,
    label: `${family} by ${who}`,
    system: system.id,
    parent: system.id,
    lane: way === "out" ? "movement-out" : "movement-in",
    personal: "no",
    sensitivity: "ordinary",
    categories: [],
    audience: null,
    location: operation.location,
  });
}

function fieldsSeen(places: Places, operation: Operation, entity: Entity): readonly ModelPath[] {
  const keys = new Set<ModelPath>();
  for (const path of operation.fields) {
    for (const place of places.resolve(path)) if (place.entity === entity) keys.add(place.key);
  }
  return [...keys].sort();
}
