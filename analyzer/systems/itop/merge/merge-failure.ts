/** What iTop's compiler refuses, with its error numbers, and how a report words it. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";

/** Numbers of iTop's `MFException`. */
export const MERGE_ERRORS = {
  1: "COULD_NOT_BE_ADDED",
  2: "COULD_NOT_BE_DELETED",
  3: "COULD_NOT_BE_MODIFIED_NOT_FOUND",
  4: "COULD_NOT_BE_MODIFIED_ALREADY_DELETED",
  5: "INVALID_DELTA",
  6: "ALREADY_DELETED",
  7: "NOT_FOUND",
  8: "PARENT_NOT_FOUND",
  9: "AMBIGUOUS_LEAF",
} as const;

/** 0 is PHP's plain `Exception`, which versions up to 3.1.1 throw for a failed `must_exist`. */
export type MergeErrorCode = 0 | keyof typeof MERGE_ERRORS;

export interface MergeFailure {
  /** `null` stands for a crash of iTop itself. */
  readonly code: MergeErrorCode | null;
  /** Index of the document iTop would stop at. */
  readonly document: number;
  readonly module: string;
  /** Place of the element in its document, such as `classes/class[Person]/fields/field[email]`. */
  readonly element: string;
  readonly reason: string;
  readonly location: Location;
}

/** Only the first failure of a document is what iTop would report: it stops there. */
export function mergeProblem(failure: MergeFailure, firstOfDocument: boolean): Problem {
  const says = `iTop ${reactionTo(failure.code)}: ${failure.element} ${failure.reason}.`;
  const what = failure.module === "" ? "the file" : `module ${failure.module}`;
  const stops = ` iTop would not compile this: it stops here and refuses ${what}; the analysis goes on without this element.`;
  return {
    kind: "merge",
    message: firstOfDocument ? says + stops : says,
    location: failure.location,
    lost: failure.element,
  };
}

function reactionTo(code: MergeErrorCode | null): string {
  switch (code) {
    case null:
      return "crashes";
    case 0:
      return "reports an error without number";
    default:
      return `reports error ${code} (${MERGE_ERRORS[code]})`;
  }
}
