/** Sets what was found beside what was declared: agreement, conflict, or a question; never a silent override. */
import { COLUMN } from "./columns.ts";
import { conflictOf } from "./conflicts.ts";
import { declaredCell } from "./declared-cell.ts";
import { ordered } from "./digest.ts";
import { hint } from "./hints.ts";
import { QUESTIONS } from "./library/questions.ts";
import type { Found, RecordFacts } from "./record-facts.ts";
import type { Cell, Column } from "./register.ts";

const WHICH = "Which of the two holds? Correct the declaration or the system.";

export function mergeCell(facts: RecordFacts, column: Column, found: Found): Cell {
  const evidence = ordered(found.lines.flatMap((line) => line.evidence));
  const base = {
    value: [],
    evidence,
    declaredBy: null,
    declaredOn: null,
    question: null,
    note: null,
  } as const;
  const declared = declaredCell(facts.declared, column, facts.declarations?.register.parties ?? {});
  const location = facts.declarations?.places[`activities.${facts.id}.${column}`];
  if (declared !== null) {
    const conflict = conflictOf(facts, column, found);
    return {
      ...base,
      value: declared.lines,
      state: conflict === null ? "declared" : "conflict",
      declaredBy: declared.by,
      declaredOn: declared.on,
      question: joined(conflict === null ? null : WHICH, found.unsettled ?? null),
      // A proposed name is the library's, not a system's.
      note: conflict ?? (column === "name" ? null : besides(declared.lines, found)),
      ...(location !== undefined && { location }),
    };
  }
  const reason = facts.declared?.notApplicable?.[column] ?? followsFromDeclaration(facts, column);
  if (reason !== null && found.lines.length === 0) return { ...base, state: "not-applicable", note: reason };
  if (reason !== null) {
    const note = `Declared as not applicable: ${reason} Found: ${found.lines.map(({ text }) => text).join("; ")}.`;
    return { ...base, state: "conflict", note, question: WHICH };
  }
  if (found.lines.length === 0 || COLUMN[column].kind === "declared") {
    return { ...base, state: "missing", question: openQuestion(facts, column, found) };
  }
  const confirm = COLUMN[column].kind === "candidate" ? openQuestion(facts, column, found) : found.question;
  return { ...base, state: "inferred", value: found.lines.map(({ text }) => text), question: confirm };
}

function joined(...sentences: readonly (string | null)[]): string | null {
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length === 0 ? null : said.join(" ");
}

/** A declaration that no transfer takes place settles the question of its basis. */
function followsFromDeclaration({ declared }: RecordFacts, column: Column): string | null {
  if (column !== "transfer-mechanism" || declared?.["third-countries"]?.state !== "none identified")
    return null;
  return "No transfer was identified after examination, as declared.";
}

function openQuestion(facts: RecordFacts, column: Column, found: Found): string {
  return joined(found.question ?? QUESTIONS[column], hint(facts, column)) ?? "";
}

/** Found lines the declaration does not name in the same words; shown beside it so that nothing is hidden. */
function besides(declared: readonly string[], found: Found): string | null {
  const lines = found.lines.map(({ text }) => text).filter((text) => !declared.includes(text));
  return lines.length === 0 ? null : `The systems show: ${lines.join("; ")}.`;
}
