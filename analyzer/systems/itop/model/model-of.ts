/** From the fragments of one iTop to its effective model: modules in order, merged, over sources or the catalogue. */
import { EntityIndex } from "../../../model/entity-index.ts";
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Fragment, Resources, SystemOptions } from "../../adapter.ts";
import type { XmlElement } from "../../../source/xml.ts";
import { catalogueDesign } from "../catalogue/catalogue-design.ts";
import { CATALOGUE_FILE, CATALOGUE_LOCATION, catalogueProblem, type CatalogueModel } from "../catalogue/catalogue.ts";
import { loadCatalogue, standardModules, standardNames, type StandardModule } from "../catalogue/catalogue-load.ts";
import { buildEntities } from "./classes.ts";
import { dataOf, type DatamodelData, type ItopFragment, type ModuleData } from "../fragments.ts";
import { loadOrder } from "../modules/load-order.ts";
import type { DeltaDocument } from "../merge/flat.ts";
import { mergeModel } from "../merge/merge.ts";
import { originLookup } from "../modules/provenance-of.ts";
import { settingsOf, type Settings } from "../settings/settings.ts";
import { versionOf, type VersionFound } from "../modules/version-of.ts";

export interface ItopModel {
  readonly version: VersionFound;
  readonly settings: Settings;
  /** The merged `itop_design`. */
  readonly root: XmlElement;
  readonly index: EntityIndex;
  /** Modules in load order, stand-ins of the catalogue left out. */
  readonly modules: readonly ModuleData[];
  /** The catalogue that stands in, `null` when the sources were there. */
  readonly catalogue: CatalogueModel | null;
  readonly problems: readonly Problem[];
}

const NOWHERE: Location = { file: "art30.yaml", line: 1, column: 1, endLine: 1, endColumn: 1 };

export async function itopModel(
  fragments: readonly Fragment[],
  options: SystemOptions,
  resources: Resources,
): Promise<ItopModel> {
  const modules = dataOf(fragments, "module");
  const documents = fragments.filter((each): each is ItopFragment<"datamodel"> => each.kind === "datamodel");
  const version = versionOf(options, modules, documents);
  const compiled = newestCompiled(documents);
  const shipped = await standardModules(resources);
  const standard = standardNames(shipped);
  const hasSources = compiled !== null || modules.some(({ name }) => standard.has(name));
  const hasCore = dataOf(fragments, "php-class").some(({ name }) => name === "CMDBObject" || name === "User");
  const catalogue = hasSources && hasCore ? null : await loadCatalogue(version.forCatalogue, resources);
  const base =
    hasSources || catalogue === null ? null : { catalogue, modules: shipped[catalogue.version] ?? [] };

  const ordered =
    compiled === null
      ? orderedDocuments(documents, modules, base, options)
      : compiledOnly(compiled, documents);
  const merged = mergeModel(ordered.documents, { targetVersion: version.product ?? version.forCatalogue });
  const settings = settingsOf(
    dataOf(fragments, "config"),
    version.product ?? version.forCatalogue,
    options.id,
  );
  const built = buildEntities({
    system: options.id,
    root: merged.root,
    phpClasses: dataOf(fragments, "php-class"),
    catalogue,
    dictionaries: dataOf(fragments, "dictionary"),
    setting: settings.lookup,
    originOf: originLookup(modules, standard),
  });
  const standIn = catalogue === null ? [] : [catalogueProblem(catalogue, firstPlace(fragments))];
  return {
    version,
    settings,
    root: merged.root,
    index: new EntityIndex(built.entities),
    modules: ordered.order,
    catalogue,
    problems: [...standIn, ...ordered.problems, ...merged.problems, ...built.problems, ...settings.problems],
  };
}

/** The standard model where its sources were not given: its design, and its modules for dependencies. */
interface StandIn {
  readonly catalogue: CatalogueModel;
  readonly modules: readonly StandardModule[];
}

interface Ordered {
  readonly documents: readonly DeltaDocument[];
  readonly order: readonly ModuleData[];
  readonly problems: readonly Problem[];
}

/** Core, application, modules in dependency order, customisation last; files without a module just before it. */
function orderedDocuments(
  documents: readonly ItopFragment<"datamodel">[],
  modules: readonly ModuleData[],
  base: StandIn | null,
  options: SystemOptions,
): Ordered {
  const available = base === null ? modules : [...modules, ...base.modules.map(standInModule)];
  const { order, problems } = loadOrder(available, options);
  const taken = new Set<ItopFragment<"datamodel">>();
  const result: DeltaDocument[] = [];
  const take = (chosen: readonly ItopFragment<"datamodel">[], module: string): void => {
    for (const each of chosen) {
      taken.add(each);
      result.push({ root: each.data.root, module, designVersion: each.data.designVersion });
    }
  };
  if (base !== null) {
    const designVersion = base.catalogue.version === "2.7" ? "1.7" : base.catalogue.version;
    result.push({ root: catalogueDesign(base.catalogue), module: "catalogue", designVersion });
  }
  for (const role of ["core", "application"] as const)
    take(
      documents.filter(({ data }) => data.role === role),
      role,
    );
  const ofFolder = (folder: string) =>
    documents.filter(({ data }) => data.role === "module" && data.folder === folder);
  for (const module of order) take(ofFolder(module.folder), module.name);
  const dropped = new Set(modules.filter((module) => !order.includes(module)).map(({ folder }) => folder));
  const loose = documents.filter(
    (each) => !taken.has(each) && each.data.role === "module" && !dropped.has(each.data.folder),
  );
  take(loose, "");
  take(
    documents.filter(({ data }) => data.role === "customisation"),
    "",
  );
  return {
    documents: result,
    order: order.filter((module) => modules.includes(module)),
    problems: [
      // Of the stand-ins both alternatives are there, and one of each pair drops out without loss.
      ...problems.filter(({ location }) => location.file !== CATALOGUE_FILE),
      ...(modules.length === 0 ? [] : loose.map(withoutModule)),
    ],
  };
}

/** A compiled model is the result of the whole stack; module files beside it are already in it. */
function compiledOnly(
  compiled: ItopFragment<"datamodel">,
  documents: readonly ItopFragment<"datamodel">[],
): Ordered {
  const beside = documents.filter((each) => each !== compiled);
  return {
    documents: [{ root: compiled.data.root, module: "", designVersion: compiled.data.designVersion }],
    order: [],
    problems: beside.map(({ data }) => ({
      kind: "not-analysed" as const,
      message: `The compiled model ${compiled.file} already holds the result; this file is not merged again.`,
      location: data.root.location,
    })),
  };
}

/** `datamodel-production-with-delta.xml` before `datamodel-production.xml`. */
function newestCompiled(documents: readonly ItopFragment<"datamodel">[]): ItopFragment<"datamodel"> | null {
  const compiled = documents.filter(({ data }) => data.role === "compiled");
  return compiled.find(({ file }) => /-with-delta\.xml$/i.test(file)) ?? compiled[0] ?? null;
}

function standInModule({ name, version }: StandardModule): ModuleData {
  return {
    name,
    version,
    folder: `catalogue/${name}`,
    label: name,
    category: "business",
    dependencies: [],
    mandatory: false,
    visible: true,
    autoSelect: null,
    phpFiles: [],
    missingKeys: [],
    location: CATALOGUE_LOCATION,
  };
}

function withoutModule({ data }: { readonly data: DatamodelData }): Problem {
  return {
    kind: "not-analysed",
    message:
      "No module.*.php lies beside this file, so iTop would not load it; it is merged after the modules.",
    location: data.root.location,
  };
}

function firstPlace(fragments: readonly Fragment[]): Location {
  const file = fragments[0]?.file;
  return file === undefined ? NOWHERE : { ...NOWHERE, file };
}
