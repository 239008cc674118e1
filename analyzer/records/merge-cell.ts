/** Sets what was found beside what was declared: agreement, conflict, or a question; never a silent override. */
import { COLUMN } from "./columns.ts";
import { conflictOf } from "./conflicts.ts";
import { declaredCell } from "./declared-cell.ts";
import { QUESTIONS } from "./library/questions.ts";
import type { Found, RecordFacts } from "./record-facts.ts";
import type { Cell, Column } from "./register.ts";
import { ordered } from "./digest.ts";

export function mergeCell(facts: RecordFacts, column: Column, found: Found): Cell {
  const evidence = ordered(found.lines.flatMap((line) => line.evidence));
  const empty = {
    value: [],
    evidence,
    declaredBy: null,
    declaredOn: null,
    question: null,
    note: null,
  } as const;
  const reason = facts.declared?.notApplicable?.[column];
  const declared = declaredCell(facts.declared, column);
  if (declared !== null) {
    const conflict = conflictOf(facts, column, found, declared.lines);
    return {
      value: declared.lines,
      state: conflict === null ? "declared" : "conflict",
      evidence,
      declaredBy: declared.by,
      declaredOn: declared.on,
      question: conflict === null ? null : "Which of the two holds? Correct the declaration or the system.",
      note: conflict,
    };
  }
  if (reason !== undefined && found.lines.length === 0)
    return { ...empty, state: "not-applicable", note: reason };
  if (reason !== undefined) {
    const note = `Declared as not applicable: ${reason}. Found: ${found.lines.map(({ text }) => text).join("; ")}.`;
    return { ...empty, state: "conflict", note, question: "Which of the two holds?" };
  }
  if (found.lines.length === 0 || COLUMN[column].kind === "declared") {
    return { ...empty, state: "missing", question: found.question ?? QUESTIONS[column] };
  }
  const question = found.question ?? (COLUMN[column].kind === "candidate" ? QUESTIONS[column] : null);
  return { ...empty, state: "inferred", value: found.lines.map(({ text }) => text), question };
}
