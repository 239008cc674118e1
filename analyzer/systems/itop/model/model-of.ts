/** From the fragments of one iTop to its effective model: modules in order, merged, over sources or the catalogue. */
import { EntityIndex } from "../../../model/entity-index.ts";
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Fragment, Resources, SystemOptions } from "../../adapter.ts";
import type { XmlElement } from "../../../source/xml.ts";
import { catalogueProblem, type CatalogueModel } from "../catalogue/catalogue.ts";
import { loadCatalogue, standardModules, standardNames } from "../catalogue/catalogue-load.ts";
import { buildEntities } from "./classes.ts";
import { addedByCode } from "./code-in-model.ts";
import { phpHeads, snippetHeads } from "./php-heads.ts";
import type { OriginLookup } from "./fields.ts";
import { dataOf, type ItopFragment, type ModuleData } from "../fragments.ts";
import { mergeModel } from "../merge/merge.ts";
import { compiledOnly, newestCompiled, orderedDocuments } from "../modules/document-order.ts";
import { ofOneEnvironment } from "../modules/environments.ts";
import { extensionProblems } from "../modules/extensions.ts";
import { installedBy } from "../modules/installed.ts";
import { isLoaded, moduleOfFile } from "../modules/module-of-file.ts";
import type { SelectionOptions } from "../modules/selection.ts";
import { originLookup } from "../modules/provenance-of.ts";
import { moduleDefaults } from "../settings/module-defaults.ts";
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
  /** Who brought the definitions or the code of a file. */
  readonly originOf: OriginLookup;
  readonly problems: readonly Problem[];
}

const UNKNOWN_PLACE: Location = { file: "art30.yaml", line: 1, column: 1, endLine: 1, endColumn: 1 };

export async function itopModel(
  given: readonly Fragment[],
  options: SystemOptions,
  resources: Resources,
): Promise<ItopModel> {
  const { fragments, problems: environments } = ofOneEnvironment(given);
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
      ? orderedDocuments(documents, modules, base, selectionOf(fragments, options))
      : compiledOnly(compiled, documents, modules);
  const merged = mergeModel(ordered.documents, {
    targetVersion: version.product ?? version.forCatalogue,
    assumed: version.product === null,
  });
  const settings = settingsOf(
    dataOf(fragments, "config"),
    version.product ?? version.forCatalogue,
    options.id,
    moduleDefaults(ordered.order, merged.root),
  );
  const originOf = originLookup(modules, standard);
  const holder = moduleOfFile(modules);
  const loaded = new Set(ordered.order);
  const isRun = ({ location }: { readonly location: Location }): boolean =>
    (compiled !== null && loaded.size === 0) || isLoaded(location.file, holder, loaded);
  const built = buildEntities({
    system: options.id,
    root: merged.root,
    phpClasses: dataOf(fragments, "php-class").filter(isRun),
    php: phpHeads([...dataOf(fragments, "php-head").filter(isRun), ...snippetHeads(merged.root)]),
    catalogue,
    dictionaries: dataOf(fragments, "dictionary"),
    setting: settings.lookup,
    originOf,
  });
  const standIn = catalogue === null ? [] : [catalogueProblem(catalogue, firstPlace(fragments))];
  return {
    version,
    settings,
    root: merged.root,
    index: new EntityIndex(built.entities),
    modules: ordered.order,
    catalogue,
    originOf,
    problems: [
      ...environments,
      ...standIn,
      ...extensionProblems(dataOf(fragments, "extension"), modules, version.product),
      ...ordered.problems,
      ...merged.problems.filter((problem) => base === null || !isBeyondCatalogue(problem)),
      ...built.problems,
      ...addedByCode(merged.root),
      ...settings.problems,
    ],
  };
}

function selectionOf(
  fragments: readonly Fragment[],
  { excludeModules, modules, choices }: SystemOptions,
): SelectionOptions {
  // Extensions come with answers for the set-up of their tests.
  const holder = moduleOfFile(dataOf(fragments, "module"));
  const installations = dataOf(fragments, "installation").filter(
    ({ location }) => holder(location.file) === undefined,
  );
  return {
    excludeModules,
    ...(modules === undefined ? {} : { modules }),
    ...(choices === undefined ? {} : { choices }),
    steps: installations.flatMap(({ steps }) => steps),
    installed: installedBy(dataOf(fragments, "export"), installations),
  };
}

/** Sections the catalogue leaves out; a delta that fails there says nothing about what iTop would do. */
const BEYOND_CATALOGUE =
  /^(menus|module_designs|branding|portals|constants|module_parameters|events|snippets)\b|\/(presentation|methods|lifecycle|event_listeners|properties)\b/;

function isBeyondCatalogue({ kind, lost }: Problem): boolean {
  return kind === "merge" && BEYOND_CATALOGUE.test(lost ?? "");
}

function firstPlace(fragments: readonly Fragment[]): Location {
  const file = fragments[0]?.file;
  return file === undefined ? UNKNOWN_PLACE : { ...UNKNOWN_PLACE, file };
}
