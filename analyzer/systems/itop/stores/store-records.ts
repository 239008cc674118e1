/** Primary stores: the tables of classes about people, and the case logs that belong to them. */
import type { Entity, EntityRole } from "../../../model/entity.ts";
import type { Field } from "../../../model/field.ts";
import type { Store, StorePart } from "../../../model/store.ts";
import { store, type StoreContext } from "./store-context.ts";

/** Roles whose rows are about people; other classes keep theirs in fields, which the model lists anyway. */
const KEPT_ROLES: ReadonlySet<EntityRole> = new Set([
  "subject",
  "account",
  "ticket",
  "person-link",
  "organisation",
  "site",
]);

const DERIVED_KINDS: ReadonlySet<Field["kind"]> = new Set(["copy", "computed", "back-reference", "log"]);

export function recordStores(context: StoreContext): readonly Store[] {
  return context.entities
    .filter((entity) => !entity.abstract && KEPT_ROLES.has(entity.role))
    .map((entity) => primary(context, entity));
}

function primary(context: StoreContext, entity: Entity): Store {
  const stored = entity.fields.filter((field) => !field.implicit && !DERIVED_KINDS.has(field.kind));
  return store(context, {
    name: entity.name,
    kind: "primary",
    entity: entity.name,
    of: [entity.name],
    holds: { parts: partsOf(stored), fields: stored.map((field) => field.path) },
    retention: {
      kind: "none",
      source: "default",
      proof: context.says(
        entity.lifecycle.obsolescence === null
          ? `${context.product} never removes business objects by itself`
          : `${context.product} only hides obsolete objects (${entity.lifecycle.obsolescence})`,
      ),
    },
    subjectKey: entity.role === "subject" ? "id" : "reference",
    erasedWithSubject: erased(context, entity),
  });
}

function partsOf(fields: readonly Field[]): readonly StorePart[] {
  const parts: StorePart[] = [];
  if (fields.some((field) => field.kind === "email")) parts.push("addresses");
  if (fields.some((field) => field.freeText === "long")) parts.push("bodies");
  if (fields.some((field) => field.freeText === "binary")) parts.push("binary");
  if (fields.some((field) => field.protection !== "none")) parts.push("credentials");
  return parts;
}

/** Rows go with the person when a mandatory key to the person deletes automatically. */
function erased(context: StoreContext, entity: Entity): Store["erasedWithSubject"] {
  if (entity.role === "subject") return "yes";
  const keys = entity.fields.filter(
    (field) => field.kind === "reference" && isSubject(context, field.target),
  );
  return keys.some((field) => field.onTargetDelete === "cascade") ? "yes" : "no";
}

function isSubject(context: StoreContext, target: string | null): boolean {
  return target !== null && context.index.entity(target)?.role === "subject";
}

/** One per class and case-log field, at the class that declares it. */
export function caseLogStores(context: StoreContext): readonly Store[] {
  return context.entities.flatMap((entity) =>
    entity.fields
      .filter((field) => field.kind === "log" && field.declaredIn === entity.name)
      .map((field) =>
        store(context, {
          name: `${entity.name}.${field.name}`,
          kind: "case-log",
          // The log is a column of the class, not its rows.
          entity: null,
          of: context.index.withDescendants(entity.name).map((each) => each.name),
          holds: { parts: ["names", "bodies"], fields: [field.path] },
          // The index keeps author names as text: they survive renaming and deleting the person.
          subjectKey: "name",
          derivedFrom: [],
          erasedWithSubject: "no",
          ...(field.location === null ? {} : { proof: { location: field.location, basis: null } }),
        }),
      ),
  );
}
