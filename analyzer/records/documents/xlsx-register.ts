/** The sheet Register: one row per activity, one column per item; declared cells can be edited, found ones are locked. */
import type { Column } from "../register.ts";
import { placeOf, type Entry, type RegisterDocument } from "./model.ts";
import { STATE, stateOf } from "./wording.ts";
import { plain, type Sheet, type SheetCell } from "./xlsx-shape.ts";

const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  name: 28,
  purpose: 36,
  "data-categories": 38,
  "free-text": 48,
  "retention-evidence": 62,
  measures: 58,
};
const WIDTH = 28;
const PAGES_WIDE = 4;

/** Usual answers of cells that have some. */
const CHOICES: Readonly<Partial<Record<Column, readonly string[]>>> = {
  "legal-basis": ["a", "b", "c", "d", "e", "f"].map((letter) => `Art. 6(1)(${letter})`),
  "third-countries": ["Not examined", "None identified after examination", "Identified"],
  dpia: ["Decision: required", "Decision: not required", "Decision: under way", "Decision: done"],
};

/** What a cell that waits for a declaration says; it is no content. */
export const OPEN = `${STATE.missing.mark} ${STATE.missing.means}`;

export function registerSheet({ activities }: RegisterDocument): Sheet {
  const entries = activities[0]?.entries ?? [];
  const header = ["Record", "Role", "Status", ...entries.map(({ label, article }) => `${label}\n${article}`)];
  return {
    name: "Register",
    widths: [11, 12, 12, ...entries.map(({ column }) => WIDTHS[column] ?? WIDTH)],
    rows: [
      header.map((label) => plain(label, "header")),
      ...activities.map(({ record, entries: cells }) => [
        plain(record.id, "label"),
        choice(record.role, ["controller", "processor"]),
        choice(record.status, ["draft", "in review", "approved", "retired"]),
        ...cells.map(cellOf),
      ]),
    ],
    header: true,
    landscape: true,
    // One page wide would be too small to read; the first column repeats on each.
    pagesWide: PAGES_WIDE,
    protect: true,
  };
}

function choice(text: string, choices: readonly string[]): SheetCell {
  return { text, style: "declared", unlocked: true, choices };
}

function cellOf(entry: Entry): SheetCell {
  const { column, kind, cell } = entry;
  const unlocked = kind !== "inferred";
  const choices = CHOICES[column];
  const content = cell.value.join("\n");
  const style = cell.state === "not-applicable" ? "plain" : cell.state;
  return {
    text:
      cell.state === "missing"
        ? OPEN
        : content === ""
          ? `${STATE[cell.state].mark} ${STATE[cell.state].word}`
          : content,
    style,
    unlocked,
    note: noteOf(entry),
    ...(choices !== undefined && { choices }),
  };
}

/** Evidence named in a note; the rest stands on the sheet of evidence. */
const IN_NOTE = 8;

function noteOf({ kind, cell }: Entry): string {
  const { state, declaredBy, declaredOn, note, question, evidence } = cell;
  const { word, mark } = stateOf(state, kind);
  const signed = [declaredBy, declaredOn].filter((part) => part !== null).join(", ");
  const lines = [`${mark} ${word}${signed === "" ? "" : `: ${signed}`}`];
  if (note !== null) lines.push(note);
  if (question !== null) lines.push(question);
  for (const item of evidence.slice(0, IN_NOTE)) lines.push(`${placeOf(item)}: ${item.quote}`);
  if (evidence.length > IN_NOTE) lines.push(`and ${evidence.length - IN_NOTE} more on the sheet Evidence`);
  return lines.join("\n");
}
