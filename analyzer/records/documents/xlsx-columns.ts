/** The sheets that look at one kind of column across all activities, one line per row. */
import type { Column } from "../register.ts";
import type { ActivitySheet, Entry, RegisterDocument } from "./model.ts";
import { stateOf } from "./wording.ts";
import { headerRow, plain, type Sheet, type SheetCell } from "./xlsx-shape.ts";

export function inventorySheet(document: RegisterDocument): Sheet {
  return byLine(document, "Data inventory", ["data-subjects", "data-categories", "free-text", "sources"]);
}

export function recipientSheet(document: RegisterDocument): Sheet {
  return byLine(document, "Recipients", [
    "internal-recipients",
    "external-recipients",
    "processors",
    "third-countries",
    "transfer-mechanism",
  ]);
}

export function retentionSheet(document: RegisterDocument): Sheet {
  return byLine(document, "Retention", ["retention", "retention-evidence"]);
}

export function measureSheet(document: RegisterDocument): Sheet {
  return byLine(document, "Measures", ["measures", "location", "software"]);
}

function byLine({ activities, numberOf }: RegisterDocument, name: string, columns: readonly Column[]): Sheet {
  const rows = activities.flatMap((sheet) =>
    sheet.entries
      .filter(({ column }) => columns.includes(column))
      .flatMap((entry) => linesOf(entry).map((line) => rowOf(sheet, entry, line, numberOf))),
  );
  return {
    name,
    widths: [11, 28, 22, 72, 15, 26],
    rows: [headerRow("Record", "Activity", "Item", "Content", "State", "Evidence"), ...rows],
    header: true,
    landscape: true,
    pagesWide: 1,
    protect: true,
  };
}

function linesOf({ cell }: Entry): readonly string[] {
  const note = cell.note === null ? [] : [cell.note];
  if (cell.state === "conflict") return [...cell.value, ...note];
  return cell.value.length > 0 ? cell.value : [cell.note ?? ""];
}

/** Evidence of the whole cell; numbers lead to the sheet Evidence. */
const NUMBERS = 12;

function rowOf(
  { record, name }: ActivitySheet,
  { label, kind, cell }: Entry,
  line: string,
  numberOf: RegisterDocument["numberOf"],
): readonly SheetCell[] {
  const { word, mark } = stateOf(cell.state, kind);
  const style = cell.state === "not-applicable" ? "plain" : cell.state;
  const numbers = cell.evidence
    .slice(0, NUMBERS)
    .map(numberOf)
    .sort((a, b) => a - b);
  const more = cell.evidence.length > NUMBERS ? ` and ${cell.evidence.length - NUMBERS} more` : "";
  return [
    plain(record.id, "label"),
    plain(name),
    plain(label),
    plain(line),
    plain(`${mark} ${word}`, style),
    plain(numbers.length === 0 ? "" : `No. ${numbers.join(", ")}${more}`),
  ];
}
