/** A profile's stores as model, with what it says about how long they keep their rows. */
import type { Provenance } from "../../model/provenance.ts";
import type { Retention } from "../../model/retention.ts";
import type { Store } from "../../model/store.ts";
import { entriesOf, type ProfileContext } from "./profile-context.ts";
import type { ProfileStore } from "./profile-schema-flows.ts";

export function storesOf(context: ProfileContext): readonly Store[] {
  return entriesOf(context.profile.stores).map(([id, store]) => storeOf(context, id, store));
}

function storeOf(context: ProfileContext, id: string, store: ProfileStore): Store {
  const steps = ["stores", id];
  const proof = context.proof(steps, store);
  if (store.kind === undefined)
    context.problem("unknown-value", steps, `The store "${id}" has no kind.`, "which rules judge it");
  const of = (store.of ?? []).map((name, index) => context.entity(name, [...steps, "of", index]));
  const entity = store.entity === undefined ? null : context.entity(store.entity, [...steps, "entity"]);
  return {
    path: context.path("store", id),
    name: store.name ?? id,
    kind: store.kind ?? "file-log",
    entity,
    of,
    holds: { parts: store.parts ?? [], fields: context.fields(store.fields, [...steps, "fields"]) },
    active: {
      state: store.active ?? "unknown",
      setting:
        store.setting === undefined ? null : context.element("setting", store.setting, [...steps, "setting"]),
      proof,
    },
    retention: retentionOf(context, id, store, proof),
    purge: {
      exists: store.purge?.exists ?? "unknown",
      enabled: store.purge?.enabled ?? "unknown",
      scheduled: store.purge?.scheduled ?? "unknown",
      covers: store.purge?.covers ?? "all",
    },
    subjectKey: store.subjectKey ?? "none",
    derivedFrom: (store.derivedFrom ?? []).map((name, index) =>
      context.storeOrEntity(name, [...steps, "derivedFrom", index]),
    ),
    erasedWithSubject: store.erasedWithSubject ?? "unknown",
    observed: null,
    proof,
  };
}

/** A document's period is a default or a contract's term; only the customer's own file declares one. */
function retentionOf(context: ProfileContext, id: string, store: ProfileStore, proof: Provenance): Retention {
  const given = store.retention;
  if (given === undefined) return { kind: "unknown", source: "unknown", proof };
  const steps = ["stores", id, "retention"];
  const stated = {
    source: given.as ?? (context.isShipped(...steps) ? "default" : "declared"),
    proof: context.proof(steps, given),
  } as const;
  if (given.days !== undefined) return { ...stated, kind: "days", days: given.days };
  if (given.criterion !== undefined) return { ...stated, kind: "criterion", criterion: given.criterion };
  if (given.forEver === true) return { ...stated, kind: "none" };
  return { ...stated, kind: "unknown" };
}
