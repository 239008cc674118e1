/** A profile's entities and fields as model. */
import { CATEGORIES } from "../../model/category.ts";
import type { Entity } from "../../model/entity.ts";
import type { Field, FieldKind, FreeText, Protection, Validation } from "../../model/field.ts";
import { entityPath, fieldPath } from "../../model/model-path.ts";
import type { Origin } from "../../model/provenance.ts";
import { closest } from "../../source/closest.ts";
import { entriesOf, type ProfileContext } from "./profile-context.ts";
import { lineageOf } from "./profile-lineage.ts";
import type { ProfileEntity, ProfileField } from "./profile-schema-entities.ts";

export function entitiesOf(context: ProfileContext): readonly Entity[] {
  return entriesOf(context.profile.entities).map(([name, entity]) => entityOf(context, name, entity));
}

function entityOf(context: ProfileContext, name: string, entity: ProfileEntity): Entity {
  const steps = ["entities", name];
  if (entity.parent !== undefined) context.entity(entity.parent, [...steps, "parent"]);
  for (const property of ["displayName", "reconciliation"] as const) {
    for (const [index, field] of (entity[property] ?? []).entries()) {
      context.field(`${name}.${field}`, [...steps, property, index]);
    }
  }
  if (entity.scope !== undefined) context.field(`${name}.${entity.scope}`, [...steps, "scope"]);
  if (entity.openEnded !== undefined) {
    const message = `The source leaves the fields of ${name} open: ${entity.openEnded}.`;
    context.problem(
      "not-analysed",
      [...steps, "openEnded"],
      message,
      `fields of ${name} that no source lists`,
    );
  }
  return {
    path: entityPath(context.system, name),
    name,
    parent: entity.parent ?? null,
    abstract: entity.abstract ?? false,
    isLink: entity.link ?? false,
    role: entity.role ?? "other",
    categories: [],
    tracked: (entity.history ?? "none") !== "none",
    identity: {
      displayName: entity.displayName ?? [],
      reconciliation: entity.reconciliation ?? [],
      uniqueness: [],
    },
    lifecycle: { states: entity.states ?? [], obsolescence: null, archivable: false },
    scope: entity.scope ?? null,
    origin: originOf(context, entity.origin, "entities", name),
    location: context.locate(...steps),
    labels: entity.labels ?? {},
    fields: effectiveFields(context, name),
  };
}

/** Inherited fields first, as a definition would list them. */
function effectiveFields(context: ProfileContext, name: string): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const [declarer, entity] of lineageOf(context.profile.entities ?? {}, name)) {
    for (const [code, field] of entriesOf(entity.fields)) {
      const path = fieldPath(context.system, name, code);
      fields.set(code, { ...fieldOf(context, declarer, entity, code, field, declarer === name), path });
    }
  }
  return [...fields.values()];
}

function fieldOf(
  context: ProfileContext,
  declarer: string,
  entity: ProfileEntity,
  name: string,
  field: ProfileField,
  own: boolean,
): Field {
  const steps = ["entities", declarer, "fields", name];
  const kind = field.kind ?? "unknown";
  const keeps = entity.history ?? "none";
  if (own && field.target !== undefined) context.entity(field.target, [...steps, "target"]);
  if (own && field.category !== undefined) checkCategory(context, field.category, [...steps, "category"]);
  return {
    path: fieldPath(context.system, declarer, name),
    name,
    declaredIn: declarer,
    declaredType: field.type ?? kind,
    kind,
    freeText: field.freeText ?? freeTextOf(kind, field.validation?.kind),
    validation: validationOf(context, kind, field, steps),
    protection: protectionOf(field),
    history: { tracked: keeps !== "none", keeps },
    nullable: !(field.mandatory ?? false),
    writable: !(field.readOnly ?? false),
    length: field.length ?? null,
    target: field.target ?? null,
    onTargetDelete: field.onTargetDelete ?? (field.target === undefined ? null : "unknown"),
    copyOf: null,
    values: field.values ?? [],
    implicit: false,
    origin: originOf(context, field.origin ?? entity.origin, ...steps),
    location: context.locate(...steps),
    labels: field.labels ?? {},
    ...(field.description !== undefined && { description: field.description }),
    ...(field.category !== undefined && { declaredCategory: field.category }),
  };
}

/** Other vocabularies' terms (`user.contact.email`) are the classifier's to read; a plain word must be ours. */
function checkCategory(context: ProfileContext, category: string, steps: readonly string[]): void {
  if ((CATEGORIES as readonly string[]).includes(category) || /[.:]/.test(category)) return;
  const near = closest(category, CATEGORIES);
  const hint = near === null ? "." : `; did you mean "${near}"?`;
  context.problem(
    "unknown-value",
    steps,
    `"${category}" is no category of personal data${hint}`,
    "what the field is declared to hold",
  );
}

function freeTextOf(kind: FieldKind, validation: Validation["kind"] | undefined): FreeText {
  switch (kind) {
    case "string":
      return validation === undefined || validation === "none" ? "short" : "none";
    case "text":
    case "html":
      return "long";
    case "log":
      return "log";
    case "blob":
    case "image":
      return "binary";
    default:
      return "none";
  }
}

const TYPED: ReadonlySet<FieldKind> = new Set<FieldKind>([
  "number",
  "date",
  "datetime",
  "duration",
  "boolean",
  "email",
  "ip",
]);

function validationOf(
  context: ProfileContext,
  kind: FieldKind,
  field: ProfileField,
  steps: readonly string[],
): Validation {
  if (field.validation !== undefined) {
    const given = field.validation;
    const location = context.locate(...steps, "validation");
    return {
      kind: given.kind,
      pattern: given.pattern ?? null,
      holds: given.holds ?? given.kind !== "none",
      location,
    };
  }
  const inferred =
    kind === "enum"
      ? "picklist"
      : kind === "reference"
        ? "reference"
        : kind === "computed"
          ? "computed"
          : TYPED.has(kind)
            ? "type"
            : "none";
  return { kind: inferred, pattern: null, holds: inferred !== "none", location: null };
}

/** What a paper offers or recommends protects nothing until somebody shows that it is on. */
function protectionOf(field: ProfileField): Protection {
  switch (field.protection) {
    case "encrypted":
    case "hashed":
    case "clear-secret":
      return field.protection;
    default:
      return "none";
  }
}

function originOf(
  context: ProfileContext,
  by: Origin["by"] | undefined,
  ...steps: readonly string[]
): Origin {
  return { by: by ?? (context.isShipped(...steps) ? "vendor" : "customer"), module: null };
}
