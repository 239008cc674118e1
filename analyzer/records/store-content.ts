/** Which categories of personal data a store keeps, by its fields and by the parts its product writes there. */
import type { Category } from "../model/category.ts";
import type { Store, StorePart } from "../model/store.ts";
import type { System } from "../model/system.ts";
import type { Verdicts } from "../model/verdict.ts";

const PARTS: Readonly<Record<StorePart, Category | null>> = {
  addresses: "email",
  bodies: "communication-content",
  names: "name",
  credentials: "credential",
  // May hold anything: no category of its own.
  payloads: null,
  "old-values": null,
  trace: null,
  binary: null,
};

const KINDS: Readonly<Partial<Record<Store["kind"], Category>>> = {
  "login-log": "authentication-log",
  "notification-log": "communication-metadata",
  mailbox: "communication-content",
  "raw-mail": "communication-content",
};

/** Sorted; a history also keeps the categories of the entities it follows. */
export function storeCategories(store: Store, system: System, verdicts: Verdicts): readonly Category[] {
  const found = new Set<Category>();
  const note = (path: string): void => {
    const verdict = verdicts.get(path);
    if (verdict?.personal === "yes" && verdict.category !== "none") found.add(verdict.category);
  };
  for (const path of store.holds.fields) note(path);
  // Records of a class are judged field by field; only copies and logs are judged by their parts.
  for (const part of store.kind === "primary" ? [] : store.holds.parts) {
    const category = PARTS[part];
    if (category !== null && !(part === "credentials" && store.holds.fields.length > 0)) found.add(category);
  }
  const byKind = KINDS[store.kind];
  if (byKind !== undefined) found.add(byKind);
  if (store.kind === "history" && store.holds.parts.includes("old-values")) {
    for (const name of store.of) {
      const entity = system.entities.find((each) => each.name === name);
      for (const field of entity?.fields ?? []) if (field.history.keeps !== "none") note(field.path);
    }
  }
  return [...found].sort();
}
