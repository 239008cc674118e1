/** The register arranged for readers: one model that every document is written from. */
import { COLUMN, type ColumnKind } from "../columns.ts";
import { evidenceDigest } from "../digest.ts";
import {
  COLUMNS,
  type ActivityRecord,
  type Cell,
  type CellEvidence,
  type Column,
  type Register,
} from "../register.ts";
import { DISCLAIMER } from "./wording.ts";

export interface DocumentOptions {
  /** ISO date the register stands for. */
  readonly asOf: string;
  readonly generator: { readonly name: string; readonly version: string };
}

export interface Entry {
  readonly column: Column;
  readonly label: string;
  readonly article: string;
  readonly kind: ColumnKind;
  readonly cell: Cell;
}

export interface ActivitySheet {
  readonly record: ActivityRecord;
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Everything that is open, each once, with the label of its column. */
  readonly questions: readonly { readonly about: string; readonly text: string }[];
  readonly conflicts: number;
  readonly missing: number;
}

export interface NumberedEvidence extends CellEvidence {
  readonly number: number;
}

export interface RegisterDocument {
  readonly title: string;
  readonly organisation: string;
  /** Approved only when every record is, on the evidence that stands here. */
  readonly status: "DRAFT" | "APPROVED";
  readonly asOf: string;
  readonly cover: readonly (readonly [label: string, value: string])[];
  readonly activities: readonly ActivitySheet[];
  /** All evidence, numbered in order. */
  readonly evidence: readonly NumberedEvidence[];
  readonly numberOf: (item: CellEvidence) => number;
  readonly gaps: Register["gaps"];
  readonly disclaimer: readonly string[];
}

export const NOT_DECLARED = "to be declared";

export function documentOf(register: Register, { asOf, generator }: DocumentOptions): RegisterDocument {
  const { records, controller, completeness, coverage } = register;
  const evidence = numbered(records);
  const numbers = new Map(evidence.map((item) => [keyOf(item), item.number]));
  const active = records.filter(({ status }) => status !== "retired");
  const approved =
    active.length > 0 &&
    active.every(({ status, approval }) => status === "approved" && approval !== "outdated");
  const officer = register.parties.find(({ role }) => role === "data-protection-officer");
  const organisation = controller?.name ?? `Controller ${NOT_DECLARED}`;
  return {
    title: "Records of processing activities",
    organisation,
    status: approved ? "APPROVED" : "DRAFT",
    asOf,
    cover: [
      ["Controller", controller === null ? NOT_DECLARED : contactOf(controller)],
      ["Data protection officer", officer === undefined ? NOT_DECLARED : contactOf(officer)],
      ["Register of", registerKind(records)],
      ["Systems", [...new Set(records.flatMap(({ systems }) => systems))].sort().join(", ") || "none"],
      ["As of", asOf],
      ["Status", approved ? "APPROVED" : "DRAFT"],
      ["Activities", String(records.length)],
      ["Article 30 items filled or justified", `${completeness.filled} of ${completeness.of}`],
      ["Personal facts that belong to an activity", `${coverage.assigned} of ${coverage.of}`],
      ["Digest of the evidence", evidenceDigest(evidence)],
      ["Written by", `${generator.name} ${generator.version}`],
    ],
    activities: records.map(sheetOf),
    evidence,
    numberOf: (item) => numbers.get(keyOf(item)) ?? 0,
    gaps: register.gaps,
    disclaimer: DISCLAIMER,
  };
}

function sheetOf(record: ActivityRecord): ActivitySheet {
  const entries = COLUMNS.map((column) => {
    const { label, article, kind } = COLUMN[column];
    return { column, label, article, kind, cell: record.cells[column] };
  });
  const asked = entries.flatMap(({ label, cell }) =>
    cell.question === null ? [] : [{ about: label, text: cell.question }],
  );
  const whole = (record.questions ?? []).map((text) => ({ about: "Activity", text }));
  const count = (state: Cell["state"]): number => entries.filter(({ cell }) => cell.state === state).length;
  return {
    record,
    name: record.cells.name.value[0] ?? record.id,
    entries,
    questions: [...whole, ...asked],
    conflicts: count("conflict"),
    missing: count("missing"),
  };
}

function numbered(records: readonly ActivityRecord[]): readonly NumberedEvidence[] {
  const items = new Map<string, CellEvidence>();
  for (const { cells } of records) {
    for (const column of COLUMNS) for (const item of cells[column].evidence) items.set(keyOf(item), item);
  }
  return [...items]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item], index) => ({ ...item, number: index + 1 }));
}

function keyOf({ path, file, line, digest }: CellEvidence): string {
  return [path ?? "", file ?? "", String(line ?? 0).padStart(9, "0"), digest].join("\n");
}

function registerKind(records: readonly ActivityRecord[]): string {
  const roles = new Set(records.map(({ role }) => role));
  if (roles.size === 2) return "Controller (Art. 30(1)) and processor (Art. 30(2))";
  return roles.has("processor") ? "Processor (Art. 30(2))" : "Controller (Art. 30(1))";
}

function contactOf({ name, contact }: { readonly name: string; readonly contact: string | null }): string {
  return contact === null ? `${name} (contact details ${NOT_DECLARED})` : `${name}, ${contact}`;
}

/** `itop/datamodel.xml:12`, a model path, or nothing. */
export function placeOf({ file, line, path }: CellEvidence): string {
  if (file !== null) return line === null ? file : `${file}:${line}`;
  return path ?? "";
}
