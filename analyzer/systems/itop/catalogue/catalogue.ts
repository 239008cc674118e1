/** The built-in facts of iTop's standard model, for analyses that were given no sources of it. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import { NO_RIGHTS, type CatalogueRights } from "./catalogue-rights.ts";
import { fieldSource, type ClassSource, type FieldSource } from "../model/class-source.ts";

export const CATALOGUE_FORMAT = "art30.itop-catalogue/1";

/** The catalogue says that there is a condition, not how it reads. */
export const CATALOGUE_CONDITION = "condition of the standard model";

/** `[name, type without "Attribute", flags, target or key, shown field, pattern]`, cut after the last one given. */
export type FieldRow = readonly string[];

/** `[name, parent, flags, categories, display name, reconciliation, state field, module, fields]`. */
export type ClassRow = readonly [
  string,
  string,
  string,
  string,
  readonly string[],
  readonly string[],
  string,
  string,
  readonly FieldRow[],
];

export interface CatalogueModel {
  /** `3.1`. */
  readonly version: string;
  /** Release it was read from: `3.1.2`. */
  readonly release: string;
  /** Classes of the model XML. */
  readonly xml: readonly ClassSource[];
  /** Classes declared in PHP code. */
  readonly php: readonly ClassSource[];
  /** The standard profiles. */
  readonly rights: CatalogueRights;
}

/** Letters in the flags of a class row and of a field row. */
export const CLASS_FLAGS = { abstract: "a", link: "l", obsolete: "o", archive: "r", php: "p" } as const;
export const FIELD_FLAGS = {
  nullable: "n",
  mandatory: "m",
  untracked: "u",
  tracked: "t",
  html: "h",
  fixed: "f",
  deleteManual: "1",
  deleteAuto: "2",
  deleteMoveUp: "3",
  deleteNone: "4",
} as const;

/** Reads `systems/itop/catalogue/<version>.json`; a text of another format is a fault of the installation. */
export function readCatalogue(json: string): CatalogueModel {
  const data = JSON.parse(json) as {
    readonly format?: unknown;
    readonly version: string;
    readonly release: string;
    readonly classes: readonly ClassRow[];
    readonly rights?: CatalogueRights;
  };
  if (data.format !== CATALOGUE_FORMAT) throw new Error(`not a catalogue of format ${CATALOGUE_FORMAT}`);
  const isPhp = (row: ClassRow): boolean => row[2].includes(CLASS_FLAGS.php);
  return {
    version: data.version,
    release: data.release,
    xml: data.classes.filter((row) => !isPhp(row)).map(readClass),
    php: data.classes.filter(isPhp).map(readClass),
    rights: data.rights ?? NO_RIGHTS,
  };
}

function readClass(row: ClassRow): ClassSource {
  const [name, parent, flags, categories, naming, reconciliation, stateField, module, fields] = row;
  return {
    name,
    parent,
    abstract: flags.includes(CLASS_FLAGS.abstract),
    isLink: flags.includes(CLASS_FLAGS.link),
    categories: categories === "" ? [] : categories.split(","),
    naming,
    reconciliation,
    uniqueness: new Map(),
    states: [],
    stateField: stateField || null,
    obsolescence: flags.includes(CLASS_FLAGS.obsolete) ? CATALOGUE_CONDITION : null,
    archivable: flags.includes(CLASS_FLAGS.archive),
    fields: fields.map((field) => readField(field, module)),
    location: null,
    trace: module,
  };
}

function readField(row: FieldRow, module: string): FieldSource {
  const [name = "", type = "", flags = "", first = "", shows = "", pattern = ""] = row;
  const isCopy = type === "ExternalField";
  const isItem = type === "SubItem";
  return fieldSource({
    name,
    type: `Attribute${type}`,
    nullable: either(flags, FIELD_FLAGS.nullable, true, FIELD_FLAGS.mandatory, false),
    target: first === "" || isCopy || isItem ? null : first,
    through: isCopy ? first : null,
    item: isItem ? first : null,
    shows: shows || null,
    pattern: pattern === "" ? null : { text: pattern, location: null },
    tracking: either(flags, FIELD_FLAGS.untracked, "none", FIELD_FLAGS.tracked, "on"),
    onTargetDelete: deleteModeOf(flags),
    html: flags.includes(FIELD_FLAGS.html),
    fixed: flags.includes(FIELD_FLAGS.fixed),
    trace: module,
  });
}

function either<A, B>(flags: string, first: string, a: A, second: string, b: B): A | B | null {
  return flags.includes(first) ? a : flags.includes(second) ? b : null;
}

function deleteModeOf(flags: string): FieldSource["onTargetDelete"] {
  if (flags.includes(FIELD_FLAGS.deleteManual)) return "manual";
  if (flags.includes(FIELD_FLAGS.deleteAuto)) return "auto";
  if (flags.includes(FIELD_FLAGS.deleteMoveUp)) return "move-up";
  return flags.includes(FIELD_FLAGS.deleteNone) ? "none" : null;
}

/** Says that the catalogue stands in; `location` is where the system was declared or its first file. */
export function catalogueProblem(catalogue: CatalogueModel, location: Location): Problem {
  return {
    kind: "catalogue",
    message: `The built-in catalogue of iTop ${catalogue.version} stands in for the standard model, whose sources were not given.`,
    location,
    lost: "places in files, labels, values and texts of standard classes, and changes made to them elsewhere",
  };
}
