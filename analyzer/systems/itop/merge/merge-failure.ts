/** What iTop's compiler refuses, with its error numbers, and how a report words it. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";

/** Numbers of iTop's `MFException`; `null` stands for a crash of iTop itself. */
export const MERGE_ERRORS = {
  0: "Exception",
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

export type MergeErrorCode = keyof typeof MERGE_ERRORS;

export interface MergeFailure {
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
  const what =
    failure.code === null ? "crashes" : `reports error ${failure.code} (${MERGE_ERRORS[failure.code]})`;
  const says = `iTop ${what}: ${failure.element} ${failure.reason}.`;
  const stops = ` iTop would stop here and refuse module ${failure.module || "of the customisation"}; the analysis goes on without this element.`;
  return {
    kind: "merge",
    message: firstOfDocument ? says + stops : says,
    location: failure.location,
    lost: failure.element,
  };
}
