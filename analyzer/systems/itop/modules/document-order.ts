/** Puts the data model files of one iTop in the order they are merged in, over the catalogue where sources are missing. */
import type { Problem } from "../../../model/problem.ts";
import { child, childrenNamed } from "../../../source/xml.ts";
import { catalogueDesign } from "../catalogue/catalogue-design.ts";
import type { StandardModule } from "../catalogue/catalogue-load.ts";
import { CATALOGUE_FILE, CATALOGUE_LOCATION } from "../catalogue/catalogue-location.ts";
import type { CatalogueModel } from "../catalogue/catalogue.ts";
import type { DatamodelData, ItopFragment, ModuleData } from "../fragments.ts";
import type { DeltaDocument } from "../merge/flat.ts";
import { dictionaryDocument } from "./dictionary-document.ts";
import { loadOrder, type LoadOrderOptions } from "./load-order.ts";
import { moduleOfFile } from "./module-of-file.ts";

/** The standard model where its sources were not given: its design, and its modules for dependencies. */
export interface StandIn {
  readonly catalogue: CatalogueModel;
  readonly modules: readonly StandardModule[];
}

export interface Ordered {
  readonly documents: readonly DeltaDocument[];
  readonly order: readonly ModuleData[];
  readonly problems: readonly Problem[];
}

/** Core, application, modules in dependency order, customisation last; files without a module just before it. */
export function orderedDocuments(
  documents: readonly ItopFragment<"datamodel">[],
  modules: readonly ModuleData[],
  base: StandIn | null,
  options: LoadOrderOptions,
): Ordered {
  const available = base === null ? modules : [...modules, ...base.modules.map(standInModule)];
  const { order, problems } = loadOrder(available, options);
  const taken = new Set<ItopFragment<"datamodel">>();
  const result: DeltaDocument[] = [dictionaryDocument("1.7", CATALOGUE_LOCATION)];
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
  const holder = moduleOfFile(modules);
  const left = documents.filter(
    (each) => !taken.has(each) && each.data.role === "module" && !dropped.has(each.data.folder),
  );
  const loose = left.filter(({ file }) => holder(file) === undefined);
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
      ...left.filter((each) => !loose.includes(each)).map(belowModule),
    ],
  };
}

/** Stages of the compiler that the compiled model lists among its modules. */
const STAGES = new Set(["dictionaries", "core", "application", "datamodel-delta"]);

/** A compiled model is the result of the whole stack; module files beside it are already in it. */
export function compiledOnly(
  compiled: ItopFragment<"datamodel">,
  documents: readonly ItopFragment<"datamodel">[],
  modules: readonly ModuleData[],
): Ordered {
  const loaded = child(compiled.data.root, "loaded_modules");
  const names =
    loaded === undefined
      ? []
      : childrenNamed(loaded, "module").map(({ attributes }) => attributes["id"] ?? "");
  const beside = documents.filter((each) => each !== compiled);
  return {
    documents: [{ root: compiled.data.root, module: "", designVersion: compiled.data.designVersion }],
    order: names
      .filter((name) => name !== "" && !STAGES.has(name))
      .map(
        (name) =>
          modules.find((each) => each.name === name) ?? {
            ...standInModule({ name, version: "" }),
            location: compiled.data.root.location,
          },
      ),
    problems: beside.map(({ data }) => ({
      kind: "not-analysed" as const,
      message: `The compiled model ${compiled.file} already holds the result; this file is not merged again.`,
      location: data.root.location,
    })),
  };
}

/** `datamodel-production-with-delta.xml` before `datamodel-production.xml`. */
export function newestCompiled(
  documents: readonly ItopFragment<"datamodel">[],
): ItopFragment<"datamodel"> | null {
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

/** Test data and samples of an extension look like models, and define classes that no installation has. */
function belowModule({ data }: { readonly data: DatamodelData }): Problem {
  return {
    kind: "not-analysed",
    message: "This file lies in a folder below its module, where iTop reads no data model; it is left out.",
    location: data.root.location,
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
