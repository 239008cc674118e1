/** What changed between two design versions, as rewritings of the tree; versions that are not listed changed nothing. */
import { at, child, isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import type { DesignVersion } from "./design-version.ts";
import { movedFlag } from "./moved-flag.ts";
import { addAt, rewriteAt } from "./rewrite-tree.ts";

type Step = (root: XmlElement) => XmlElement;

/** By the version a step arrives at. */
export const DESIGN_STEPS: Readonly<Partial<Record<DesignVersion, Step>>> = {
  "1.1": (root) =>
    [idsOfTransitions, idsOfThresholds, idsOfActions, idsOfEnumValues].reduce(
      (tree, step) => step(tree),
      root,
    ),
  "1.7": (root) => [pushDownDefine, withoutLegacyPortal].reduce((tree, step) => step(tree), root),
  "3.0": (root) =>
    [withoutDisplayTemplate, stateAttribute, codeOfValues, iconIntoStyle, typeOfImports].reduce(
      (tree, step) => step(tree),
      root,
    ),
};

const FIELD = ["classes", "class*", "fields", "field"];
const PROPERTIES = ["classes", "class*", "properties"];
const CLASS_SECTIONS = [
  ["classes", "class*"],
  ["meta", "classes", "class*"],
];

/** 1.1: `<transition><stimulus>ev_assign</stimulus>` became `<transition id="ev_assign">`. */
const idsOfTransitions: Step = (root) =>
  rewriteAt(
    root,
    ["classes", "class*", "lifecycle", "states", "state", "transitions", "transition"],
    (node) => childIntoId(node, "stimulus"),
  );

/** 1.1: the same for the percentage of a stop watch's threshold. */
const idsOfThresholds: Step = (root) =>
  rewriteAt(root, FIELD, (field) =>
    field.attributes["xsi:type"] === "AttributeStopWatch"
      ? rewriteAt(field, ["thresholds", "threshold"], (node) => childIntoId(node, "percent"))
      : field,
  );

/** 1.1: `<action xsi:type="write">` became `<action id="action:write">`, a stimulus `<action id="stimulus:ev_assign">`. */
const idsOfActions: Step = (root) =>
  rewriteAt(root, ["user_rights", "profiles", "profile", "groups", "group", "actions", "action"], (node) => {
    const { "xsi:type": type, ...rest } = node.attributes;
    const { id = "" } = rest;
    if (id !== "" && type !== "stimulus") return node;
    return { ...node, attributes: { ...rest, id: id === "" ? `action:${type ?? ""}` : `stimulus:${id}` } };
  });

/** 1.1: an enumeration's value without id is identified by its text. */
const idsOfEnumValues: Step = (root) =>
  rewriteAt(root, FIELD, (field) =>
    field.attributes["xsi:type"] === "AttributeEnum"
      ? rewriteAt(field, ["values", "value"], (node) =>
          node.attributes["id"] === undefined
            ? { ...node, attributes: { ...node.attributes, id: textOf(node) } }
            : node,
        )
      : field,
  );

/** 1.7: the standard model has these two nodes now, so a definition of the whole became one of each part. */
const pushDownDefine: Step = (root) => {
  const branding = rewriteAt(root, ["branding"], (node) =>
    // Of the branding only logos and themes; other parts are merged from now on.
    isDefined(node)
      ? rewriteAt(defineChildren(node, /^(main|login|portal)_logo$/), ["themes", "theme"], defined)
      : node,
  );
  return rewriteAt(branding, ["module_designs", "module_design"], (design) =>
    design.attributes["id"] === "itop-portal"
      ? rewriteAt(design, ["forms", "form", "properties"], (node) =>
          isDefined(node) ? defineChildren(node, /./) : node,
        )
      : design,
  );
};

function isDefined({ attributes }: XmlElement): boolean {
  return attributes["_delta"] === "define";
}

function defined(node: XmlElement): XmlElement {
  return { ...node, attributes: { ...node.attributes, _delta: "define" } };
}

function defineChildren(node: XmlElement, names: RegExp): XmlElement {
  const { _delta: _, ...attributes } = node.attributes;
  const children = node.children.map((part) =>
    isElement(part) && names.test(part.name) ? defined(part) : part,
  );
  return { ...node, attributes, children };
}

/** Constants of the legacy portal; others whose name begins alike are somebody's own. */
const LEGACY_CONSTANT =
  /^PORTAL_(POWER_USER_PROFILE|(VALIDATE_)?SERVICE_?(SUB)?CATEGORY_QUERY|ALL_PARAMS|SET_TYPE_FROM|TYPE_TO_CLASS|TICKETS_SEARCH_(CRITERIA|FILTER_(service|caller)_id)|(INCIDENT|USERREQUEST)_(PUBLIC_LOG|USER_COMMENT|FORM_ATTRIBUTES|TYPE|(LIST|CLOSED|DETAILS)_ZLIST|DISPLAY_(POWERUSER_)?QUERY))$/;

/** 1.7: the old portal and its constants are gone. */
const withoutLegacyPortal: Step = (root) => {
  const constants = rewriteAt(root, ["constants", "constant"], (node) =>
    LEGACY_CONSTANT.test(node.attributes["id"] ?? "") ? null : node,
  );
  return rewriteAt(constants, ["portals", "portal"], (node) =>
    node.attributes["id"] === "legacy_portal" ? null : node,
  );
};

const withoutDisplayTemplate: Step = (root) =>
  CLASS_SECTIONS.reduce(
    (tree, section) => rewriteAt(tree, [...section, "properties", "display_template"], () => null),
    root,
  );

/** 3.0: `lifecycle/attribute` became `properties/fields_semantic/state_attribute`. */
const stateAttribute: Step = (root) =>
  CLASS_SECTIONS.reduce((tree, section) => rewriteAt(tree, section, moveStateAttribute), root);

function moveStateAttribute(klass: XmlElement): XmlElement {
  const attribute = at(klass, "lifecycle", "attribute");
  if (attribute === undefined) return klass;
  const without = rewriteAt(klass, ["lifecycle", "attribute"], () => null);
  const flag = movedFlag(
    [attribute, child(klass, "lifecycle"), klass],
    [at(klass, "properties", "fields_semantic"), child(klass, "properties"), klass],
  );
  if (flag === null) return without;
  const attributes: XmlElement["attributes"] = flag === "" ? {} : { _delta: flag };
  return addAt(without, ["properties", "fields_semantic"], {
    ...attribute,
    name: "state_attribute",
    attributes,
  });
}

/** 3.0: the text of every value, whatever the field's type, moved into `<code>`. */
const codeOfValues: Step = (root) =>
  rewriteAt(root, [...FIELD, "values", "value"], (value) => {
    // Deleting a value needs no text; iTop 3.0 itself stumbles over an empty one.
    if (value.children.some(isElement) || textOf(value) === "") return value;
    const code: XmlElement = {
      name: "code",
      attributes: {},
      children: value.children,
      location: value.location,
    };
    return { ...value, children: [code] };
  });

const iconIntoStyle: Step = (root) =>
  rewriteAt(root, PROPERTIES, (properties) => {
    const icon = child(properties, "icon");
    if (icon === undefined) return properties;
    return addAt(
      rewriteAt(properties, ["icon"], () => null),
      ["style"],
      icon,
    );
  });

const typeOfImports: Step = (root) =>
  rewriteAt(root, ["branding", "themes", "theme", "imports", "import"], (node) => ({
    ...node,
    attributes: { ...node.attributes, "xsi:type": "utilities" },
  }));

function childIntoId(node: XmlElement, name: string): XmlElement {
  const source = child(node, name);
  if (source === undefined) return node;
  const children = node.children.filter((each) => each !== source);
  return { ...node, attributes: { ...node.attributes, id: textOf(source) }, children };
}
