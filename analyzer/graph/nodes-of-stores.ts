/** Nodes of the places that keep copies: history, logs, staging, attachments, backups. */
import type { Category } from "../model/category.ts";
import type { Store, StorePart } from "../model/store.ts";
import type { Draft } from "./draft.ts";
import type { Places } from "./places.ts";

const CATEGORY_OF_PART: Readonly<Record<StorePart, Category | null>> = {
  addresses: "email",
  bodies: "communication-content",
  payloads: "communication-content",
  "old-values": null,
  names: "name",
  trace: "usage-behaviour",
  binary: null,
  credentials: "credential",
};

/** An entity's own table needs no node beside the entity; only copies do. */
export function addStoreNodes(draft: Draft, places: Places): void {
  for (const store of places.system.stores) if (store.kind !== "primary") storeNode(draft, places, store);
}

export function storeNode(draft: Draft, places: Places, store: Store): string {
  const categories = new Set<Category>();
  for (const part of store.holds.parts) {
    const category = CATEGORY_OF_PART[part];
    if (category !== null) categories.add(category);
  }
  const credentials = store.holds.parts.includes("credentials");
  return draft.node(store.path, {
    kind: "store",
    sort: store.kind,
    label: store.name,
    system: places.system.id,
    parent: places.system.id,
    lane: "keep",
    personal: categories.size > 0 ? "yes" : store.holds.parts.length > 0 ? "may-contain" : "no",
    sensitivity: credentials ? "secret" : "ordinary",
    categories: [...categories].sort(),
    audience: null,
    location: store.proof.location,
    ...(store.active.state === "off" && { status: "off" }),
  });
}

/** Whether values can get into the store; an unknown switch counts as open. */
export function takesIn(draft: Draft, path: string): boolean {
  const node = draft.nodes.get(path);
  return node !== undefined && node.status !== "off";
}
