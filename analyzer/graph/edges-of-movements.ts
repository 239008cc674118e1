/** Edges of declared movements: synchronization, import, mail intake, webhook, export, replication, backup. */
import { localPart, systemOf, type ModelPath } from "../model/model-path.ts";
import type { FieldMapping, Movement, MovementEnd } from "../model/movement.ts";
import type { System } from "../model/system.ts";
import type { Draft } from "./draft.ts";
import { addCodeCopies, copiesFields } from "./edges-of-code.ts";
import { entityNode } from "./nodes-of-model.ts";
import { storeNode, takesIn } from "./nodes-of-stores.ts";
import { partyByPath } from "./parties.ts";
import type { Atlas, Places } from "./places.ts";
import type { EdgeEvidence, EdgeKind, Lane } from "./shape.ts";
import { movementWord } from "./words.ts";

export type Direction = "in" | "out" | "inside";

export function directionOf(movement: Movement, system: System): Direction {
  const inside = (end: MovementEnd): boolean =>
    end.kind === "system" ? end.ref === system.id : end.kind !== "party" && systemOf(end.ref) === system.id;
  if (!inside(movement.from)) return "in";
  return inside(movement.to) ? "inside" : "out";
}

/** How values enter a movement that takes them out of the system. */
export function takingKind(kind: string): EdgeKind {
  if (kind === "webhook" || kind === "code") return "sends";
  return kind === "api" ? "reads" : "exports";
}

const LANES: Readonly<Record<Direction, Lane>> = { in: "movement-in", out: "movement-out", inside: "keep" };

/** Code may never run, so that it says less than a definition. */
const EVIDENCE: Readonly<Record<Movement["basis"], EdgeEvidence>> = {
  definition: "declared",
  claim: "claimed",
  code: "code",
};

export function addMovements(draft: Draft, atlas: Atlas, places: Places): void {
  for (const movement of places.system.movements) addMovement(draft, atlas, places, movement);
}

function addMovement(draft: Draft, atlas: Atlas, places: Places, movement: Movement): void {
  const { system } = places;
  const direction = directionOf(movement, system);
  const off = movement.status === "disabled" || movement.status === "obsolete";
  const key = draft.node(movement.path, {
    kind: "movement",
    sort: movement.kind,
    label: movement.name,
    system: system.id,
    parent: system.id,
    lane: LANES[direction],
    personal: "no",
    sensitivity: "ordinary",
    categories: [],
    audience: null,
    location: movement.proof.location,
    ...(off && { status: "off" }),
  });
  if (off) return;
  if (copiesFields(movement)) return addCodeCopies(draft, atlas, movement, key);
  const name = `${movementWord(movement.kind)} ${movement.name}`;
  const evidence = EVIDENCE[movement.basis];
  const { location } = movement.proof;
  const fields = movement.mapOpen === null ? targetPaths(atlas, movement.map) : [];
  const from = endNodes(draft, atlas, places, movement.from).filter((end) => takesIn(draft, end));
  const to = endNodes(draft, atlas, places, movement.to).filter((end) => takesIn(draft, end));
  const shared = { fields, evidence, location };

  if (direction === "in") {
    for (const source of from) {
      const says = `${name} takes data from ${labelOf(draft, source)}`;
      draft.edge({ ...shared, kind: "imports", source, target: key, says });
    }
    addMapping(draft, atlas, movement, key, to, "writes", `${name} writes`);
  } else {
    const kind = direction === "inside" ? "copies" : takingKind(movement.kind);
    addMapping(draft, atlas, movement, key, from, kind, `${name} takes`);
    for (const target of to) {
      const leaves = draft.nodes.get(target)?.audience === "external";
      const says = `${name} gives data to ${labelOf(draft, target)}`;
      draft.edge({
        ...shared,
        kind: direction === "inside" ? "keeps" : "discloses",
        source: key,
        target,
        leaves,
        says,
      });
    }
  }
  if (movement.staging !== null && takesIn(draft, movement.staging)) {
    const says = `${name} keeps every row in ${labelOf(draft, movement.staging)}`;
    draft.edge({ ...shared, kind: "stages", source: key, target: movement.staging, says });
  }
}

/** One edge for each mapped field on the map; what has no node of its own travels on the edge of the entity or store. */
function addMapping(
  draft: Draft,
  atlas: Atlas,
  movement: Movement,
  key: string,
  ends: readonly string[],
  kind: EdgeKind,
  says: string,
): void {
  const evidence = EVIDENCE[movement.basis];
  const into = kind === "writes";
  const link = (
    node: string,
    fields: readonly ModelPath[],
    what: string,
    mapping: FieldMapping | null,
  ): void => {
    const matchOnly = into && mapping !== null && !mapping.update;
    const says2 = matchOnly
      ? `${movementWord(movement.kind)} ${movement.name} finds the record by ${what}`
      : `${says} ${what}`;
    const [source, target] = into ? [key, node] : [node, key];
    const location = mapping?.proof.location ?? movement.proof.location;
    draft.edge({
      kind: matchOnly ? "matches" : kind,
      source,
      target,
      fields,
      evidence,
      says: says2,
      location,
    });
  };
  const rest = new Set<ModelPath>();
  let drawn = 0;
  for (const mapping of movement.map) {
    if (mapping.to === null || (!mapping.update && !mapping.match)) continue;
    for (const place of atlas.resolve(mapping.to)) {
      if (draft.has(place.key)) {
        drawn += 1;
        link(place.key, [place.key], localPart(place.key), mapping);
      } else rest.add(place.key);
    }
  }
  const people = [...rest].filter((path) => atlas.isPersonal(path)).sort();
  const named = people.length > 0 || drawn > 0 ? people : [...rest].sort();
  const open = movement.mapOpen !== null || (drawn === 0 && named.length === 0);
  if (!open && named.length === 0) return;
  for (const end of ends) {
    const own = open
      ? []
      : named.filter((path) => draft.nodes.get(end)?.kind !== "entity" || path.startsWith(`${end}.`));
    if (open || own.length > 0) link(end, own, labelOf(draft, end), null);
  }
}

/** The personal fields of a mapping; all fields when none is personal, for an empty list means "not told". */
function targetPaths(atlas: Atlas, map: readonly FieldMapping[]): readonly ModelPath[] {
  const all = new Set<ModelPath>();
  for (const { to, update, match } of map) {
    if (to !== null && (update || match)) for (const place of atlas.resolve(to)) all.add(place.key);
  }
  const personal = [...all].filter((path) => atlas.isPersonal(path));
  return (personal.length > 0 ? personal : [...all]).sort();
}

/** The nodes an end stands for; an end that nothing defines is kept as an unknown party. */
export function endNodes(draft: Draft, atlas: Atlas, places: Places, end: MovementEnd): readonly string[] {
  const home = atlas.of(end.ref) ?? places;
  switch (end.kind) {
    case "party":
      return [partyByPath(draft, home.system, end.ref)];
    case "system":
      return draft.has(end.ref) ? [end.ref] : [partyByPath(draft, places.system, end.ref)];
    case "entity": {
      const entities = home.concrete(localPart(end.ref));
      if (entities.length === 0) return [partyByPath(draft, home.system, end.ref)];
      return entities.map((entity) => entityNode(draft, home, entity));
    }
    case "store": {
      const store = home.system.stores.find((each) => each.path === end.ref);
      return [store === undefined ? partyByPath(draft, home.system, end.ref) : storeNode(draft, home, store)];
    }
    default:
      return end.kind satisfies never;
  }
}

export function labelOf(draft: Draft, key: string): string {
  return draft.nodes.get(key)?.label ?? localPart(key);
}
