/** What changed between two design versions, as rewritings of the tree; versions that are not listed changed nothing. */
import { at, child, isElement, textOf, type XmlElement, type XmlNode } from "../../../source/xml.ts";
import type { DesignVersion } from "./design-version.ts";
import { rewriteAt } from "./rewrite-tree.ts";

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
    if (type === undefined) return node;
    const id = type === "stimulus" ? `stimulus:${rest["id"] ?? ""}` : `action:${type}`;
    return { ...node, attributes: { ...rest, id } };
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
  const branding = rewriteAt(root, ["branding"], defineChildren);
  return rewriteAt(branding, ["module_designs", "module_design"], (design) =>
    design.attributes["id"] === "itop-portal"
      ? rewriteAt(design, ["forms", "form", "properties"], defineChildren)
      : design,
  );
};

function defineChildren(node: XmlElement): XmlElement {
  const { _delta, ...attributes } = node.attributes;
  if (_delta !== "define") return node;
  const children = node.children.map((part) =>
    isElement(part) ? { ...part, attributes: { ...part.attributes, _delta: "define" } } : part,
  );
  return { ...node, attributes, children };
}

/** 1.7: the old portal and its constants are gone. */
const withoutLegacyPortal: Step = (root) => {
  const constants = rewriteAt(root, ["constants", "constant"], (node) =>
    node.attributes["id"]?.startsWith("PORTAL_") === true ? null : node,
  );
  return rewriteAt(constants, ["portals", "portal"], (node) =>
    node.attributes["id"] === "legacy_portal" ? null : node,
  );
};

const withoutDisplayTemplate: Step = (root) =>
  rewriteAt(root, [...PROPERTIES, "display_template"], () => null);

/** 3.0: `lifecycle/attribute` became `properties/fields_semantic/state_attribute`. */
const stateAttribute: Step = (root) =>
  ["classes", "meta"].reduce(
    (tree, section) =>
      rewriteAt(
        tree,
        section === "meta" ? ["meta", "classes", "class*"] : ["classes", "class*"],
        moveStateAttribute,
      ),
    root,
  );

function moveStateAttribute(klass: XmlElement): XmlElement {
  const attribute = at(klass, "lifecycle", "attribute");
  if (attribute === undefined) return klass;
  const without = rewriteAt(klass, ["lifecycle", "attribute"], () => null);
  return addAt(without, ["properties", "fields_semantic"], { ...attribute, name: "state_attribute" });
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

/** Appends a node below a path, creating what is missing of it where the node stands. */
function addAt(parent: XmlElement, path: readonly string[], node: XmlElement): XmlElement {
  const [name, ...rest] = path;
  if (name === undefined) return { ...parent, children: [...parent.children, node] };
  const existing = child(parent, name);
  const start: XmlElement = existing ?? { name, attributes: {}, children: [], location: node.location };
  const extended = addAt(start, rest, node);
  const children: readonly XmlNode[] =
    existing === undefined
      ? [...parent.children, extended]
      : parent.children.map((each) => (each === existing ? extended : each));
  return { ...parent, children };
}
