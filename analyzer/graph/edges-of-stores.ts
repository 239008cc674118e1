/** Edges into stores that no single movement fills: case logs, attachments, queues, logs, backups. */
import { entityPath, localPart, type ModelPath } from "../model/model-path.ts";
import type { Store } from "../model/store.ts";
import type { Draft } from "./draft.ts";
import { entityNode } from "./nodes-of-model.ts";
import { takesIn } from "./nodes-of-stores.ts";
import type { Places } from "./places.ts";

/** Kinds whose edges come from the movement that fills them. */
const FILLED_BY_MOVEMENT: readonly string[] = ["primary", "history", "sync-staging", "notification-log"];

export function addStoreEdges(draft: Draft, places: Places): void {
  for (const store of places.system.stores) {
    if (!takesIn(draft, store.path)) continue;
    if (!FILLED_BY_MOVEMENT.includes(store.kind)) addKept(draft, places, store);
    addDerived(draft, places, store);
  }
}

function addKept(draft: Draft, places: Places, store: Store): void {
  const held = new Set<ModelPath>();
  for (const path of store.holds.fields) for (const place of places.resolve(path)) held.add(place.key);
  const entities = new Set(store.of.flatMap((name) => places.concrete(name)));
  const shared = {
    kind: "keeps",
    target: store.path,
    evidence: "declared",
    location: store.proof.location,
  } as const;
  for (const entity of entities) {
    const prefix = `${entityPath(places.system.id, entity.name)}.`;
    const fields = [...held].filter((path) => path.startsWith(prefix)).sort();
    for (const field of fields) held.delete(field);
    const says = `${store.name} keeps content of ${entity.name}`;
    draft.edge({ ...shared, source: entityNode(draft, places, entity), fields, says });
  }
  for (const field of held) {
    if (!draft.has(field)) continue;
    draft.edge({
      ...shared,
      source: field,
      fields: [field],
      says: `${store.name} keeps ${localPart(field)}`,
    });
  }
}

/** A backup or replica that names no part holds the whole system. */
function addDerived(draft: Draft, places: Places, store: Store): void {
  const whole = store.kind === "backup" || store.kind === "replica";
  const nothingNamed = store.derivedFrom.length + store.of.length + store.holds.fields.length === 0;
  const sources = whole && nothingNamed ? [places.system.id] : store.derivedFrom;
  for (const source of sources) {
    const from =
      draft.has(source) || source === places.system.id ? [source] : entityNodes(draft, places, source);
    for (const node of from) {
      if (!takesIn(draft, node)) continue;
      draft.edge({
        kind: "copies",
        source: node,
        target: store.path,
        fields: [],
        evidence: "declared",
        says: `${store.name} is filled from ${draft.nodes.get(node)?.label ?? ""}`,
        location: store.proof.location,
      });
    }
  }
}

function entityNodes(draft: Draft, places: Places, path: ModelPath): readonly string[] {
  return places.concrete(localPart(path)).map((entity) => entityNode(draft, places, entity));
}
