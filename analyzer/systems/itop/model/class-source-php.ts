/** Reads the classes that PHP code declares, which no model file lists. */
import { entry, type PhpValue } from "../../../source/php-value.ts";
import {
  commaList,
  deleteMode,
  fieldSource,
  trackingLevel,
  type ClassSource,
  type FieldSource,
  type UniquenessRule,
} from "./class-source.ts";
import type { PhpAttributeData, PhpClassData } from "../fragments.ts";

/**
 * Files of an iTop that declare classes and are never loaded: rights add-ons kept as alternatives to the one
 * the setup configures, and an input-output task that nothing includes (same in 2.7.11 to 3.2.0).
 */
const NEVER_LOADED =
  /(^|\/)(addons\/userrights\/userrights(matrix|null|projection|profile\.db)\.class\.inc\.php|application\/iotask\.class\.inc\.php)$/;

/**
 * Fields added only if another class is loaded already, which it never is at that moment: no instance has them
 * (EventLoginUsage asks for Contact, which the business modules bring later).
 */
const NEVER_ADDED: ReadonlySet<string> = new Set([
  "EventLoginUsage.contact_name",
  "EventLoginUsage.contact_email",
]);

/** Declared classes in the order given; of two declarations of one class the first counts. */
export function phpClassSources(classes: readonly PhpClassData[]): readonly ClassSource[] {
  const sources = new Map<string, ClassSource>();
  for (const each of classes) {
    if (NEVER_LOADED.test(each.location.file) || sources.has(each.name)) continue;
    sources.set(each.name, readClass(each));
  }
  return [...sources.values()];
}

function readClass(given: PhpClassData): ClassSource {
  const param = (name: string): PhpValue | undefined => entry(given.params, name);
  return {
    name: given.name,
    parent: given.parent,
    abstract: given.isAbstract,
    isLink: scalar(param("is_link")) === true,
    categories: commaList(text(param("category"))),
    naming: strings(param("name_attcode")),
    reconciliation: strings(param("reconc_keys")),
    uniqueness: uniquenessOf(param("uniqueness_rules")),
    states: [],
    stateField: text(param("state_attcode")) || null,
    obsolescence: text(param("obsolescence_expression")) || null,
    archivable: scalar(param("archive")) === true,
    fields: readFields(given),
    location: given.location,
    trace: null,
  };
}

function readFields({ name, attributes }: PhpClassData): readonly FieldSource[] {
  const fields = new Map<string, FieldSource>();
  for (const each of attributes) {
    if (fields.has(each.name) || NEVER_ADDED.has(`${name}.${each.name}`)) continue;
    fields.set(each.name, readField(each));
  }
  return [...fields.values()];
}

function readField(given: PhpAttributeData): FieldSource {
  const param = (name: string): PhpValue | undefined => entry(given.params, name);
  const nullable = scalar(param("is_null_allowed"));
  const pattern = param("validation_pattern");
  return fieldSource({
    name: given.name,
    type: given.type,
    nullable: typeof nullable === "boolean" ? nullable : null,
    target: text(param("targetclass")) || text(param("linked_class")) || null,
    through: text(param("extkey_attcode")) || null,
    shows: text(param("target_attcode")) || null,
    pattern: text(pattern) === "" ? null : { text: text(pattern), location: pattern?.location ?? null },
    tracking: trackingLevel(text(param("tracking_level"))),
    onTargetDelete: deleteMode(text(param("on_target_delete"))),
    values: valueSet(param("allowed_values") ?? null) ?? valueSet(param("possible_values") ?? null) ?? [],
    html: text(param("format")) === "html",
    digits: number(param("digits")),
    decimals: number(param("decimals")),
    fixed: text(param("enabled_mode")) === "fixed" && text(param("min_up_mode")) === "fixed",
    item: text(param("item_code")) || null,
    location: given.location,
  });
}

/** `new ValueSetEnum('yes,no')`, or with an array that may map codes to labels; other sets compute their values. */
function valueSet(value: PhpValue | null): readonly string[] | null {
  if (value?.kind !== "new" || !value.class.startsWith("ValueSetEnum")) return null;
  const first = value.args[0];
  if (first?.kind === "scalar") return commaList(String(first.value ?? ""));
  if (first?.kind !== "array") return [];
  const isList = first.entries.every((each, index) => each.key === index);
  return first.entries.map((each) => (isList ? text(each.value) : String(each.key)));
}

function uniquenessOf(rules: PhpValue | undefined): ReadonlyMap<string, UniquenessRule> {
  const found = new Map<string, UniquenessRule>();
  for (const { key, value } of rules?.kind === "array" ? rules.entries : []) {
    const attributes = entry(value, "attributes");
    found.set(String(key), {
      attributes: attributes === undefined ? null : strings(attributes),
      disabled: scalar(entry(value, "disabled")) === true,
    });
  }
  return found;
}

function scalar(value: PhpValue | undefined): string | number | boolean | null {
  return value?.kind === "scalar" ? value.value : null;
}

/** A scalar as text, or the text of a constant such as `DEL_AUTO`. */
function text(value: PhpValue | undefined): string {
  if (value === undefined) return "";
  if (value.kind === "expression") return value.text;
  return value.kind === "scalar" && value.value !== null ? String(value.value) : "";
}

function number(value: PhpValue | undefined): number | null {
  return /^\d{1,4}$/.test(text(value)) ? Number(text(value)) : null;
}

function strings(value: PhpValue | undefined): readonly string[] {
  const values = value?.kind === "array" ? value.entries.map((each) => text(each.value)) : [text(value)];
  return values.filter((each) => each !== "");
}
