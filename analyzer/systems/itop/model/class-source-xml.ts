/** Reads the classes of a merged data model. */
import type { Problem } from "../../../model/problem.ts";
import type { Location } from "../../../model/location.ts";
import { at, child, childrenNamed, isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import { CATALOGUE_FILE } from "../catalogue/catalogue-location.ts";
import {
  commaList,
  deleteMode,
  fieldSource,
  trackingLevel,
  type ClassSource,
  type FieldSource,
  type UniquenessRule,
} from "./class-source.ts";

/** Parents that iTop creates itself; the model may list them without content. */
const PRE_CREATED: ReadonlySet<string> = new Set(["DBObject", "CMDBObject", "cmdbAbstractObject"]);

/**
 * Every class below `/itop_design/classes`, nested ones (iTop up to 3.1.1) included.
 * `meta/classes` only describes PHP classes to the Designer and defines nothing.
 */
export function xmlClasses(root: XmlElement): {
  readonly classes: readonly ClassSource[];
  readonly problems: readonly Problem[];
} {
  const classes = new Map<string, ClassSource>();
  const problems: Problem[] = [];
  const visit = (container: XmlElement, nestedIn: string | null): void => {
    for (const element of childrenNamed(container, "class")) {
      const name = element.attributes["id"] ?? "";
      if (name !== "" && !PRE_CREATED.has(name)) {
        if (classes.has(name)) problems.push(duplicateClass(name, element));
        else classes.set(name, readClass(element, name, nestedIn));
      }
      visit(element, name === "" ? nestedIn : name);
    }
  };
  const container = child(root, "classes");
  if (container !== undefined) visit(container, null);
  return { classes: [...classes.values()], problems };
}

function readClass(element: XmlElement, name: string, nestedIn: string | null): ClassSource {
  const properties = child(element, "properties");
  const trace = element.attributes["_created_in"] ?? null;
  const states = at(element, "lifecycle", "states");
  return {
    name,
    // The real PHP parent wins: ActionNewsroom says cmdbAbstractObject and extends ActionNotification.
    parent:
      textOf(at(element, "php_parent", "name")) ||
      textOf(child(element, "parent")) ||
      (nestedIn ?? "cmdbAbstractObject"),
    ...(textOf(at(element, "php_parent", "name")) === "" || textOf(child(element, "parent")) === ""
      ? {}
      : { modelParent: textOf(child(element, "parent")) }),
    abstract: textOf(at(properties, "abstract")) === "true",
    isLink: textOf(at(properties, "is_link")) === "1" || textOf(at(properties, "is_link")) === "true",
    categories: commaList(textOf(at(properties, "category"))),
    naming: ids(at(properties, "naming", "attributes"), "attribute"),
    reconciliation: ids(at(properties, "reconciliation", "attributes"), "attribute"),
    uniqueness: uniquenessOf(at(properties, "uniqueness_rules")),
    states: ids(states, "state"),
    stateField:
      textOf(at(properties, "fields_semantic", "state_attribute")) ||
      textOf(at(element, "lifecycle", "attribute")) ||
      null,
    obsolescence: textOf(at(properties, "obsolescence", "condition")) || null,
    archivable: textOf(at(properties, "archive", "enabled")) === "true",
    fields: readFields(element, trace),
    location: placeOf(element),
    trace,
  };
}

/** Of a field defined twice, as published extensions have it, the first one counts; the merge reports it. */
function readFields(owner: XmlElement, trace: string | null): readonly FieldSource[] {
  const fields = new Map<string, FieldSource>();
  const container = child(owner, "fields");
  for (const field of container === undefined ? [] : childrenNamed(container, "field")) {
    const name = field.attributes["id"] ?? "";
    if (name === "" || fields.has(name)) continue;
    // A module named at the class says nothing of a field that another file brought.
    const sameFile = field.location.file === owner.location.file;
    fields.set(name, readField(field, name, sameFile ? trace : null));
  }
  return [...fields.values()];
}

function readField(element: XmlElement, name: string, trace: string | null): FieldSource {
  const text = (tag: string): string => textOf(child(element, tag));
  const pattern = child(element, "validation_pattern");
  const nullable = text("is_null_allowed");
  return fieldSource({
    name,
    type: element.attributes["xsi:type"] ?? element.attributes["type"] ?? "",
    nullable: nullable === "" ? null : nullable === "true",
    target: text("target_class") || text("linked_class") || null,
    through: text("extkey_attcode") || null,
    shows: text("target_attcode") || null,
    pattern: textOf(pattern) === "" ? null : { text: textOf(pattern), location: placeOf(pattern) },
    tracking: trackingLevel(text("tracking_level")),
    onTargetDelete: deleteMode(text("on_target_delete")),
    values: valuesOf(child(element, "values")),
    html: text("format").toLowerCase() === "html",
    digits: numberOf(text("digits")),
    decimals: numberOf(text("decimals")),
    fixed: text("enabled_mode") === "fixed" && text("min_up_mode") === "fixed",
    item: text("item_code") || null,
    location: placeOf(element),
    trace: element.attributes["_altered_in"] ?? trace,
  });
}

/** Codes of an enumeration: `<code>` from 3.0, the element's own text before, the id where neither is given. */
function valuesOf(values: XmlElement | undefined): readonly string[] {
  if (values === undefined) return [];
  return childrenNamed(values, "value")
    .map((value) => textOf(child(value, "code")) || textOf(value) || (value.attributes["id"] ?? ""))
    .filter((code) => code !== "");
}

function uniquenessOf(rules: XmlElement | undefined): ReadonlyMap<string, UniquenessRule> {
  const found = new Map<string, UniquenessRule>();
  for (const rule of rules === undefined ? [] : childrenNamed(rules, "rule")) {
    const attributes = child(rule, "attributes");
    found.set(rule.attributes["id"] ?? "", {
      attributes: attributes === undefined ? null : ids(attributes, "attribute"),
      disabled: textOf(child(rule, "disabled")) === "true",
    });
  }
  return found;
}

function ids(container: XmlElement | undefined, name: string): readonly string[] {
  if (container === undefined) return [];
  return container.children
    .filter((node): node is XmlElement => isElement(node) && node.name === name)
    .map((node) => node.attributes["id"] ?? "")
    .filter((id) => id !== "");
}

function numberOf(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

/** Elements of the built-in catalogue stand in no file. */
function placeOf(element: XmlElement | undefined): Location | null {
  return element === undefined || element.location.file === CATALOGUE_FILE ? null : element.location;
}

function duplicateClass(name: string, element: XmlElement): Problem {
  return {
    kind: "duplicate",
    message: `The class ${name} is defined twice; the first definition counts.`,
    location: element.location,
  };
}
