/** iTop's change history: headers with the author, former values, and what a deletion leaves behind. */
import type { Store } from "../../../model/store.ts";
import { store, type StoreContext } from "./store-context.ts";

const VALUE_FIELDS = ["oldvalue", "newvalue", "prevdata", "prevstring", "prev_pwd", "lastentry"] as const;

export function historyStores(context: StoreContext): readonly Store[] {
  const tracked = context.entities.filter((entity) => entity.tracked && !entity.abstract);
  const stores: Store[] = [];
  if (context.index.entity("CMDBChangeOp") !== undefined) {
    const operations = context.index.withDescendants("CMDBChangeOpSetAttribute");
    stores.push(
      store(context, {
        name: "Change history",
        kind: "history",
        entity: "CMDBChangeOp",
        of: tracked.map((entity) => entity.name).sort(),
        holds: {
          parts: ["old-values", "credentials"],
          fields: operations.flatMap((entity) =>
            entity.fields
              .filter((field) => field.declaredIn === entity.name && isValueField(field.name))
              .map((field) => field.path),
          ),
        },
        subjectKey: "id",
        // Deleting an object removes its own operations; those of other objects keep its values and name.
        erasedWithSubject: "partial",
      }),
    );
  }
  if (context.index.entity("CMDBChange") !== undefined) {
    stores.push(
      store(context, {
        name: "Change authors",
        kind: "history",
        entity: "CMDBChange",
        holds: { parts: ["names"], fields: context.fields("CMDBChange", ["userinfo", "user_id"]) },
        // The author is copied as text; through REST it is the caller's own comment.
        subjectKey: "name",
        erasedWithSubject: "no",
      }),
    );
  }
  if (context.index.entity("CMDBChangeOpDelete") !== undefined) {
    stores.push(
      store(context, {
        name: "Deletion traces",
        kind: "history",
        entity: "CMDBChangeOpDelete",
        of: tracked.map((entity) => entity.name).sort(),
        holds: { parts: ["names"], fields: context.fields("CMDBChangeOpDelete", ["fname"]) },
        subjectKey: "name",
        erasedWithSubject: "no",
      }),
    );
  }
  return stores;
}

function isValueField(name: string): boolean {
  return (VALUE_FIELDS as readonly string[]).includes(name);
}
