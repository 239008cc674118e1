/** Turns effective fields into fields of the model. */
import type {
  CopyOf,
  Field,
  FieldHistory,
  FieldKind,
  FreeText,
  OnTargetDelete,
} from "../../../model/field.ts";
import { fieldPath, type SystemId } from "../../../model/model-path.ts";
import type { Labels, Origin } from "../../../model/provenance.ts";
import type { ClassNode } from "./class-tree.ts";
import type { EffectiveField, EffectiveFields } from "./effective-fields.ts";
import type { FieldTypes } from "./field-types.ts";
import { joinLabels, type Dictionary } from "./labels.ts";
import { validationOf, type SettingLookup } from "./validation.ts";

/** Where a definition comes from: `trace` is the module a compiled model names (`""` = the customisation). */
export type OriginLookup = (file: string | null, trace: string | null) => Origin;

export interface FieldContext {
  readonly system: SystemId;
  readonly fields: EffectiveFields;
  readonly types: FieldTypes;
  readonly dictionary: Dictionary;
  readonly setting: SettingLookup;
  readonly originOf: OriginLookup;
  /** Names of a class and its parents, nearest first. */
  lineage(name: string): readonly string[];
}

/** Default levels of link sets without a level of their own (3.1.2: none for 1:n, all for n:n). */
const LINK_SET_SETTINGS: Readonly<Record<string, { readonly name: string; readonly tracked: boolean }>> = {
  AttributeLinkedSet: { name: "tracking_level_linked_set_default", tracked: false },
  AttributeLinkedSetIndirect: { name: "tracking_level_linked_set_indirect_default", tracked: true },
};

export function fieldsOf(node: ClassNode, context: FieldContext): readonly Field[] {
  const owner = node.source.name;
  return [...context.fields.of(owner).values()].map((field) => toField(node, owner, field, context));
}

function toField(node: ClassNode, owner: string, field: EffectiveField, context: FieldContext): Field {
  const { source, type, declaredIn, implicit } = field;
  const validation = validationOf(source, type, context.types, context.setting);
  const description = implicit
    ? null
    : context.dictionary.fieldDescription(context.lineage(owner), source.name);
  return {
    path: fieldPath(context.system, owner, source.name),
    name: source.name,
    declaredIn,
    declaredType: source.type,
    kind: kindOf(field),
    freeText: freeTextOf(field, validation.kind === "pattern" && validation.holds),
    validation,
    protection: type.protection,
    history: historyOf(node, field, context.setting),
    nullable: nullableOf(owner, field, context.fields),
    writable: type.writable && !source.fixed,
    length: type.length,
    target: targetOf(owner, field, context),
    onTargetDelete: type.kind === "reference" && field.target !== null ? onTargetDelete(field) : null,
    copyOf: copyOf(owner, field, context),
    values: source.values,
    implicit,
    origin: context.originOf(source.location?.file ?? null, source.trace),
    location: source.location,
    labels: labelsOf(owner, field, context),
    ...(description === null ? {} : { description }),
  };
}

function kindOf({ source, type }: EffectiveField): FieldKind {
  return type.kind === "text" && source.html ? "html" : type.kind;
}

/** A line of text that must match a pattern is not free any more. */
function freeTextOf({ type }: EffectiveField, constrained: boolean): FreeText {
  return type.freeText === "short" && constrained ? "none" : type.freeText;
}

function historyOf(node: ClassNode, { source, type }: EffectiveField, setting: SettingLookup): FieldHistory {
  const tracked = node.tracked && type.keeps !== "none" && isTracked(source.tracking, type.name, setting);
  return { tracked, keeps: tracked ? type.keeps : "none" };
}

function isTracked(level: "none" | "on" | null, type: string, setting: SettingLookup): boolean {
  if (level !== null) return level === "on";
  const linkSet = LINK_SET_SETTINGS[type];
  if (linkSet === undefined) return true;
  const value = setting(linkSet.name)?.value;
  // The parameter's own default is 1, yet a fresh installation (observed on 3.1.2) runs with none.
  return typeof value === "number" ? value > 0 : linkSet.tracked;
}

function nullableOf(owner: string, field: EffectiveField, fields: EffectiveFields): boolean {
  const shown = fields.shown(owner, field);
  if (shown === null) return true;
  const { source, type } = shown.field;
  // The flags a stop watch keeps per threshold always have a value.
  if (type.name === "AttributeSubItem") return !/_(passed|triggered)$/.test(source.item ?? "");
  if (type.nullable === "declared") return source.nullable ?? false;
  return type.nullable === "always";
}

/** For an external field that shows a key: the class that key points to. */
function targetOf(owner: string, field: EffectiveField, { fields }: FieldContext): string | null {
  if (field.type.kind !== "copy") return field.target;
  return fields.shown(owner, field)?.field.target ?? null;
}

function onTargetDelete({ source }: EffectiveField): OnTargetDelete {
  switch (source.onTargetDelete) {
    case "manual":
      return "ask";
    case "auto":
      // Referring rows go when the key is mandatory, otherwise the key is emptied.
      return source.nullable === true ? "reset" : "cascade";
    case "move-up":
      return "move-up";
    case "none":
      return "none";
    case null:
      return "unknown";
    default:
      return source.onTargetDelete satisfies never;
  }
}

function copyOf(owner: string, field: EffectiveField, { fields, system }: FieldContext): CopyOf | null {
  const { through } = field.source;
  if (field.type.kind !== "copy" || through === null) return null;
  const shown = fields.shown(owner, field);
  return {
    through,
    field: shown === null ? null : fieldPath(system, shown.owner, shown.field.source.name),
  };
}

function labelsOf(owner: string, field: EffectiveField, context: FieldContext): Labels {
  const own = context.dictionary.fieldLabels(context.lineage(owner), field.source.name);
  if (Object.keys(own).length > 0 || field.type.kind !== "copy") return own;
  const key = context.fields.of(owner).get(field.source.through ?? "");
  const next = context.fields.next(owner, field);
  if (key === undefined || next === null) return own;
  const keyLabels = context.dictionary.fieldLabels(context.lineage(owner), key.source.name);
  if (next.field.type.name === "AttributeFriendlyName") return keyLabels;
  return joinLabels(
    keyLabels,
    context.dictionary.fieldLabels(context.lineage(next.owner), next.field.source.name),
  );
}
