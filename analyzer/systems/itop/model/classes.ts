/** The effective data model of one iTop: every class with every field it has at run time. */
import type { Entity, Identity } from "../../../model/entity.ts";
import { entityPath, type SystemId } from "../../../model/model-path.ts";
import type { Problem } from "../../../model/problem.ts";
import type { XmlElement } from "../../../source/xml.ts";
import { catalogueDesign } from "../catalogue/catalogue-design.ts";
import type { CatalogueModel } from "../catalogue/catalogue.ts";
import { phpClassSources } from "./class-source-php.ts";
import { xmlClasses } from "./class-source-xml.ts";
import type { ClassSource } from "./class-source.ts";
import { classTree, type ClassNode } from "./class-tree.ts";
import { EffectiveFields } from "./effective-fields.ts";
import { FieldTypes, typeParents } from "./field-types.ts";
import { fieldsOf, type FieldContext, type OriginLookup } from "./fields.ts";
import type { DictionaryData, PhpClassData } from "../fragments.ts";
import { archiveRoot, obsolescenceOf } from "./implicit.ts";
import { Dictionary } from "./labels.ts";
import { NO_PHP_HEADS, type PhpHeads } from "./php-heads.ts";
import { roleOf } from "./roles.ts";
import { tagSetClasses } from "./tagset-classes.ts";
import type { SettingLookup } from "./validation.ts";

export interface ModelInput {
  readonly system: SystemId;
  /** The merged `itop_design`, possibly merged over `catalogueDesign`; `null` when no model XML was given. */
  readonly root: XmlElement | null;
  readonly phpClasses: readonly PhpClassData[];
  /** Stands in for sources that were not given; `null` when they were. */
  readonly catalogue: CatalogueModel | null;
  readonly dictionaries: readonly DictionaryData[];
  readonly setting: SettingLookup;
  readonly originOf: OriginLookup;
  /** PHP classes behind model classes and attribute types, as far as code was read. */
  readonly php?: PhpHeads;
}

export interface EffectiveModel {
  /** Sorted by name. */
  readonly entities: readonly Entity[];
  readonly problems: readonly Problem[];
}

export function buildEntities(input: ModelInput): EffectiveModel {
  const php = input.php ?? NO_PHP_HEADS;
  const root = input.root ?? (input.catalogue === null ? null : catalogueDesign(input.catalogue));
  const xml = root === null ? { classes: [], problems: [] } : xmlClasses(root);
  const declared = declaredClasses(xml.classes, input);
  const tree = classTree([...declared, ...tagSetClasses(declared)], php.parents);
  const types = new FieldTypes(typeParents(root, php.parents), php.checked);
  const fields = new EffectiveFields(tree.nodes, types);
  const context: FieldContext = {
    system: input.system,
    fields,
    types,
    dictionary: new Dictionary(input.dictionaries, root),
    setting: input.setting,
    originOf: input.originOf,
    lineage: (name) => lineageOf(tree.nodes.get(name)).map((node) => node.source.name),
  };
  const entities = [...tree.nodes.values()].map((node) => toEntity(node, tree.nodes, context));
  entities.sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    entities,
    problems: [
      ...xml.problems,
      ...tree.problems,
      ...fields.problems.map((problem) => optionalByDesign(problem, input.originOf)),
      ...types.problems,
    ],
  };
}

/** The vendor's own modules refer to each other's classes whether they are installed or not; nobody need mend that. */
function optionalByDesign(problem: Problem, originOf: OriginLookup): Problem {
  const isVendor = originOf(problem.location.file, null).by === "vendor";
  return problem.kind === "unresolved" && isVendor ? { ...problem, kind: "not-analysed" } : problem;
}

/** XML first, as its definitions are the newest; PHP next; the catalogue only for what neither says. */
function declaredClasses(xml: readonly ClassSource[], input: ModelInput): readonly ClassSource[] {
  const classes = new Map<string, ClassSource>();
  const add = (source: ClassSource): void => {
    if (!classes.has(source.name)) classes.set(source.name, source);
  };
  xml.forEach(add);
  phpClassSources(input.phpClasses).forEach(add);
  input.catalogue?.php.forEach(add);
  return [...classes.values()];
}

function toEntity(node: ClassNode, nodes: ReadonlyMap<string, ClassNode>, context: FieldContext): Entity {
  const { source } = node;
  return {
    path: entityPath(context.system, source.name),
    name: source.name,
    parent: node.parent?.source.name ?? null,
    abstract: source.abstract,
    isLink: source.isLink,
    role: roleOf(node, context.fields, nodes),
    categories: source.categories,
    tracked: node.tracked,
    identity: identityOf(node),
    lifecycle: {
      states: statesOf(node, context),
      obsolescence: obsolescenceOf(node),
      archivable: archiveRoot(node) !== null,
    },
    scope: scopeOf(node, context),
    origin: context.originOf(source.location?.file ?? null, source.trace),
    location: source.location,
    labels: context.dictionary.classLabels(source.name),
    fields: fieldsOf(node, context),
  };
}

/** Uniqueness rules are inherited; a child may only switch one off or on. */
function identityOf(node: ClassNode): Identity {
  const rules = new Map<string, { attributes: readonly string[]; disabled: boolean }>();
  for (const { source } of [...lineageOf(node)].reverse()) {
    for (const [id, rule] of source.uniqueness) {
      const attributes = rule.attributes ?? rules.get(id)?.attributes ?? [];
      rules.set(id, { attributes, disabled: rule.disabled });
    }
  }
  return {
    displayName: node.source.naming,
    reconciliation: node.source.reconciliation,
    uniqueness: [...rules.values()]
      .filter((rule) => !rule.disabled && rule.attributes.length > 0)
      .map((rule) => rule.attributes),
  };
}

/** States of the life cycle; without one, the values of the field that means the state. */
function statesOf(node: ClassNode, { fields }: FieldContext): readonly string[] {
  const lineage = lineageOf(node);
  const cycle = lineage.find(({ source }) => source.states.length > 0);
  if (cycle !== undefined) return cycle.source.states;
  const stateField = lineage.find(({ source }) => source.stateField !== null)?.source.stateField ?? null;
  return stateField === null ? [] : (fields.of(node.source.name).get(stateField)?.source.values ?? []);
}

/** iTop limits an organisation's rows by their own id, attachments by the item's, all others by `org_id`. */
function scopeOf(node: ClassNode, { fields }: FieldContext): string | null {
  if (lineageOf(node).some(({ source }) => source.name === "Organization")) return "id";
  const own = fields.of(node.source.name);
  return ["org_id", "item_org_id"].find((name) => own.has(name)) ?? null;
}

function lineageOf(node: ClassNode | undefined): readonly ClassNode[] {
  const line: ClassNode[] = [];
  for (let at = node ?? null; at !== null; at = at.parent) line.push(at);
  return line;
}
