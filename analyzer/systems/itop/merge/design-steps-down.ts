/** What each older design version cannot say, as rewritings of the tree that report what they take away. */
import { at, child, isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import type { DesignVersion } from "./design-version.ts";
import { movedFlag } from "./moved-flag.ts";
import { addAt, rewriteAt } from "./rewrite-tree.ts";

/** One thing an older version cannot say. */
export interface DesignLoss {
  readonly element: XmlElement;
  /** What happens to it, after its name: `is removed`. */
  readonly what: string;
}

type Report = (loss: DesignLoss) => void;
type StepDown = (root: XmlElement, report: Report) => XmlElement;

const FIELD = ["classes", "class*", "fields", "field"];
const CLASS = ["classes", "class*"];
const PROPERTIES = [...CLASS, "properties"];

/** By the version a step leaves; versions that are not listed lose nothing. */
export const DESIGN_STEPS_DOWN: Readonly<Partial<Record<DesignVersion, readonly StepDown[]>>> = {
  "3.2": ["main_favicon", "portal_favicon", "login_favicon"].map((name) => drop("branding", name)),
  "3.1": [
    drop("events"),
    drop("event_listeners"),
    drop(...CLASS, "event_listeners"),
    (root, report) =>
      rewriteAt(root, FIELD, (field) =>
        /^AttributeLinkedSet(Indirect)?$/.test(typeOf(field)) ? drop("display_style")(field, report) : field,
      ),
    drop(...CLASS, "presentation", "custom_presentations"),
    drop("meta", "presentation", "custom_presentations"),
    drop(...FIELD, "sort_type"),
    drop(...FIELD, "values", "value", "rank"),
  ],
  "3.0": [
    dropWhere(["menus", "menu"], "MenuGroup", "style"),
    drop("branding", "main_logo_compact"),
    drop("branding", "themes", "theme", "precompiled_stylesheet"),
    semanticsIntoLifecycle,
    codeIntoValues,
    drop(...FIELD, "default_style"),
    untypedImports,
    iconOutOfStyle,
  ],
  "1.7": [
    dropWhere(["menus", "menu"], "WebPageMenuNode", "in_new_window"),
    drop("branding", "themes"),
    dropFields("AttributeEnumSet"),
  ],
  "1.6": [dropFields("AttributeTagSet"), drop(...PROPERTIES, "uniqueness_rules")],
  "1.4": [
    forcedFieldsDefined,
    drop(...CLASS, "lifecycle", "states", "state", "transitions", "transition", "flags"),
  ],
  "1.3": [
    drop("module_designs", "module_design"),
    dropFields("AttributeMetaEnum"),
    dropFields("AttributeCustomFields"),
    dropFields("AttributeImage"),
    ifExistsMustExist,
  ],
  "1.2": [
    objectKeysAsIntegers,
    dropFields("AttributeRedundancySettings"),
    drop(...CLASS, "relations"),
    drop("portal"),
    drop("portals"),
    drop("module_parameters"),
    drop("snippets"),
  ],
  "1.1": [
    (root) =>
      idIntoChild(root, [...CLASS, "lifecycle", "states", "state", "transitions", "transition"], "stimulus"),
    (root) => idIntoChild(root, [...FIELD, "thresholds", "threshold"], "percent"),
    actionsTyped,
    enumValuesUnnamed,
  ],
};

function drop(...path: readonly string[]): StepDown {
  return (root, report) =>
    rewriteAt(root, path, (element) => {
      report({ element, what: "is removed" });
      return null;
    });
}

function dropFields(type: string): StepDown {
  return (root, report) =>
    rewriteAt(root, FIELD, (element) => {
      if (typeOf(element) !== type) return element;
      report({ element, what: `is removed, because ${type} does not exist` });
      return null;
    });
}

function dropWhere(path: readonly string[], type: string, name: string): StepDown {
  return (root, report) =>
    rewriteAt(root, path, (each) => (typeOf(each) === type ? drop(name)(each, report) : each));
}

/** 1.7 knows the state attribute in the life cycle, and no other meaning of a field. */
function semanticsIntoLifecycle(root: XmlElement, report: Report): XmlElement {
  return rewriteAt(root, CLASS, (klass) => {
    const semantics = at(klass, "properties", "fields_semantic");
    if (semantics === undefined) return klass;
    const without = rewriteAt(klass, ["properties", "fields_semantic"], () => null);
    const lifecycle = child(klass, "lifecycle");
    const state = child(semantics, "state_attribute");
    for (const element of semantics.children.filter(isElement))
      if (element !== state || lifecycle === undefined) report({ element, what: "is removed" });
    if (state === undefined || lifecycle === undefined) return without;
    const flag = movedFlag([state, semantics, child(klass, "properties"), klass], [lifecycle, klass]);
    if (flag === null) return without;
    const attributes: XmlElement["attributes"] = flag === "" ? {} : { _delta: flag };
    return addAt(without, ["lifecycle"], { ...state, name: "attribute", attributes });
  });
}

function codeIntoValues(root: XmlElement, report: Report): XmlElement {
  return rewriteAt(root, [...FIELD, "values", "value"], (value) => {
    const code = child(value, "code");
    if (code === undefined) return value;
    const style = child(value, "style");
    if (style !== undefined) report({ element: style, what: "is removed" });
    const others = value.children.filter((each) => each !== code && each !== style);
    return { ...value, children: [...others, ...code.children] };
  });
}

function untypedImports(root: XmlElement): XmlElement {
  return rewriteAt(root, ["branding", "themes", "theme", "imports", "import"], (node) => {
    const { "xsi:type": _, ...attributes } = node.attributes;
    return { ...node, attributes };
  });
}

function iconOutOfStyle(root: XmlElement, report: Report): XmlElement {
  return rewriteAt(root, PROPERTIES, (properties) => {
    const style = child(properties, "style");
    if (style === undefined) return properties;
    const icon = child(style, "icon");
    for (const element of style.children.filter(isElement))
      if (element !== icon) report({ element, what: "is removed" });
    const without = rewriteAt(properties, ["style"], () => null);
    return icon === undefined ? without : addAt(without, [], icon);
  });
}

function forcedFieldsDefined(root: XmlElement, report: Report): XmlElement {
  return rewriteAt(root, FIELD, (element) => {
    if (element.attributes["_delta"] !== "force") return element;
    report({ element, what: "is defined instead of forced" });
    return { ...element, attributes: { ...element.attributes, _delta: "define" } };
  });
}

function ifExistsMustExist(element: XmlElement, report: Report): XmlElement {
  const children = element.children.map((node) => (isElement(node) ? ifExistsMustExist(node, report) : node));
  if (element.attributes["_delta"] !== "if_exists") return { ...element, children };
  report({ element, what: "must exist instead of being passed over" });
  return { ...element, children, attributes: { ...element.attributes, _delta: "must_exist" } };
}

function objectKeysAsIntegers(root: XmlElement, report: Report): XmlElement {
  return rewriteAt(root, FIELD, (element) => {
    if (typeOf(element) !== "AttributeObjectKey") return element;
    report({ element, what: "becomes an integer" });
    return { ...element, attributes: { ...element.attributes, "xsi:type": "AttributeInteger" } };
  });
}

function idIntoChild(root: XmlElement, path: readonly string[], name: string): XmlElement {
  return rewriteAt(root, path, (element) => {
    const { id, ...attributes } = element.attributes;
    if (id === undefined) return element;
    const { location } = element;
    const named: XmlElement = {
      name,
      attributes: {},
      children: [{ text: id, cdata: false, location }],
      location,
    };
    return { ...element, attributes, children: [...element.children, named] };
  });
}

function actionsTyped(root: XmlElement): XmlElement {
  return rewriteAt(
    root,
    ["user_rights", "profiles", "profile", "groups", "group", "actions", "action"],
    (node) => {
      const { id = "", ...attributes } = node.attributes;
      if (id.startsWith("action:")) {
        return { ...node, attributes: { ...attributes, "xsi:type": id.slice("action:".length) } };
      }
      const stimulus = id.replace(/^stimulus:/, "");
      return { ...node, attributes: { ...attributes, "xsi:type": "stimulus", id: stimulus } };
    },
  );
}

/** 1.0 knows values by their text alone. */
function enumValuesUnnamed(root: XmlElement, report: Report): XmlElement {
  return rewriteAt(root, FIELD, (field) =>
    typeOf(field) === "AttributeEnum"
      ? rewriteAt(field, ["values", "value"], (element) => {
          const { id, ...attributes } = element.attributes;
          if (id === undefined) return element;
          if (id !== textOf(element)) report({ element, what: "loses its id" });
          return { ...element, attributes };
        })
      : field,
  );
}

function typeOf(element: XmlElement): string {
  return element.attributes["xsi:type"] ?? "";
}
