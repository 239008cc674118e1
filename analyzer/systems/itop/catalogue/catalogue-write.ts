/** Writes a catalogue from the classes of a real iTop: facts in compact, sorted rows. */
import { CATALOGUE_FORMAT, CLASS_FLAGS, FIELD_FLAGS, type ClassRow, type FieldRow } from "./catalogue.ts";
import type { CatalogueRights } from "./catalogue-rights.ts";
import type { ClassSource, FieldSource } from "../model/class-source.ts";

export interface CatalogueInput {
  /** `3.1`. */
  readonly version: string;
  /** `3.1.2`. */
  readonly release: string;
  readonly xml: readonly ClassSource[];
  readonly php: readonly ClassSource[];
  readonly rights: CatalogueRights;
  /** Module that holds a definition. */
  moduleOf(source: ClassSource): string;
}

/** JSON with one line per class, so that a change of version reads well in a diff. */
export function writeCatalogue(input: CatalogueInput): string {
  const rows = [
    ...input.xml.map((source) => classRow(source, "", input.moduleOf(source))),
    ...input.php.map((source) => classRow(source, CLASS_FLAGS.php, input.moduleOf(source))),
  ].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const head = { format: CATALOGUE_FORMAT, version: input.version, release: input.release };
  const lines = rows.map((row) => JSON.stringify(row));
  const rights = `"rights":{"groups":${rowLines(input.rights.groups)},"profiles":${rowLines(input.rights.profiles)}}`;
  return `${JSON.stringify(head).slice(0, -1)},"classes":[\n${lines.join(",\n")}\n],\n${rights}}\n`;
}

function rowLines(rows: readonly unknown[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
}

function classRow(source: ClassSource, origin: string, module: string): ClassRow {
  const flags =
    origin +
    (source.abstract ? CLASS_FLAGS.abstract : "") +
    (source.isLink ? CLASS_FLAGS.link : "") +
    (source.obsolescence === null ? "" : CLASS_FLAGS.obsolete) +
    (source.archivable ? CLASS_FLAGS.archive : "");
  return [
    source.name,
    source.parent,
    flags,
    source.categories.join(","),
    source.naming,
    source.reconciliation,
    source.stateField ?? "",
    module,
    source.fields.map(fieldRow),
  ];
}

function fieldRow(field: FieldSource): FieldRow {
  const row = [
    field.name,
    field.type.replace(/^attribute/i, ""),
    flagsOf(field),
    field.through ?? field.item ?? field.target ?? "",
    field.shows ?? "",
    field.pattern?.text ?? "",
  ];
  while (row.at(-1) === "") row.pop();
  return row;
}

const DELETE_FLAGS = {
  manual: FIELD_FLAGS.deleteManual,
  auto: FIELD_FLAGS.deleteAuto,
  "move-up": FIELD_FLAGS.deleteMoveUp,
  none: FIELD_FLAGS.deleteNone,
} as const;

function flagsOf(field: FieldSource): string {
  const flag = (when: boolean, letter: string): string => (when ? letter : "");
  return (
    flag(field.nullable === true, FIELD_FLAGS.nullable) +
    flag(field.nullable === false, FIELD_FLAGS.mandatory) +
    flag(field.tracking === "none", FIELD_FLAGS.untracked) +
    flag(field.tracking === "on", FIELD_FLAGS.tracked) +
    flag(field.html, FIELD_FLAGS.html) +
    flag(field.fixed, FIELD_FLAGS.fixed) +
    (field.onTargetDelete === null ? "" : DELETE_FLAGS[field.onTargetDelete])
  );
}
