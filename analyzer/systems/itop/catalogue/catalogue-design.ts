/** Renders the catalogue as a data model, so that a delta can be merged over it. */
import type { XmlElement, XmlNode } from "../../../source/xml.ts";
import { CATALOGUE_LOCATION } from "./catalogue-location.ts";
import { rightsDesign } from "./catalogue-rights.ts";
import type { CatalogueModel } from "./catalogue.ts";
import type { ClassSource, FieldSource } from "../model/class-source.ts";

/** Design version each release of iTop runs with where the two differ. */
const DESIGN_VERSIONS: Readonly<Record<string, string>> = { "2.7": "1.7" };

/** An `itop_design` root with the XML classes of the catalogue: flat, without `presentation` and `methods`. */
export function catalogueDesign(catalogue: CatalogueModel): XmlElement {
  return element("itop_design", { version: DESIGN_VERSIONS[catalogue.version] ?? catalogue.version }, [
    element("classes", {}, catalogue.xml.map(classElement)),
    rightsDesign(catalogue.rights),
  ]);
}

function classElement(source: ClassSource): XmlElement {
  const properties = element("properties", {}, [
    leaf("category", source.categories.join(",")),
    leaf("abstract", String(source.abstract)),
    ...(source.isLink ? [leaf("is_link", "1")] : []),
    element("naming", {}, [ids("attributes", "attribute", source.naming)]),
    element("reconciliation", {}, [ids("attributes", "attribute", source.reconciliation)]),
    ...(source.stateField === null
      ? []
      : [element("fields_semantic", {}, [leaf("state_attribute", source.stateField)])]),
    ...(source.obsolescence === null
      ? []
      : [element("obsolescence", {}, [leaf("condition", source.obsolescence)])]),
    ...(source.archivable ? [element("archive", {}, [leaf("enabled", "true")])] : []),
  ]);
  const fields = element("fields", {}, source.fields.map(fieldElement));
  return element("class", { id: source.name, _created_in: source.trace ?? "" }, [
    leaf("parent", source.parent),
    properties,
    fields,
  ]);
}

const DELETE_CONSTANTS = {
  manual: "DEL_MANUAL",
  auto: "DEL_AUTO",
  "move-up": "DEL_MOVEUP",
  none: "DEL_NONE",
} as const;

function fieldElement(field: FieldSource): XmlElement {
  const linkSet = field.type.startsWith("AttributeLinkedSet");
  const given: readonly (readonly [string, string | null])[] = [
    [linkSet ? "linked_class" : "target_class", field.target],
    ["extkey_attcode", field.through],
    ["target_attcode", field.shows],
    ["item_code", field.item],
    ["is_null_allowed", field.nullable === null ? null : String(field.nullable)],
    ["on_target_delete", field.onTargetDelete === null ? null : DELETE_CONSTANTS[field.onTargetDelete]],
    ["tracking_level", field.tracking === null ? null : field.tracking === "none" ? "none" : "all"],
    ["validation_pattern", field.pattern?.text ?? null],
    ["format", field.html ? "html" : null],
    ["enabled_mode", field.fixed ? "fixed" : null],
    ["min_up_mode", field.fixed ? "fixed" : null],
  ];
  return element(
    "field",
    { id: field.name, "xsi:type": field.type },
    given.flatMap(([name, text]) => (text === null ? [] : [leaf(name, text)])),
  );
}

function ids(container: string, name: string, values: readonly string[]): XmlElement {
  return element(
    container,
    {},
    values.map((id) => element(name, { id }, [])),
  );
}

function leaf(name: string, text: string): XmlElement {
  return element(name, {}, [{ text, cdata: false, location: CATALOGUE_LOCATION }]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlNode[],
): XmlElement {
  return { name, attributes, children, location: CATALOGUE_LOCATION };
}
