/** Input that could not be read in full: never silent, never a throw. */
import type { Location } from "./location.ts";

export type ProblemKind =
  /** Broken syntax; the rest of the file may still have been read. */
  | "malformed"
  /** The file or record ends too early; read as far as it goes. */
  | "truncated"
  /** The file system refuses to open it. */
  | "unreadable"
  /** Binary content where text was expected. */
  | "binary"
  /** Bytes that are not the declared or expected encoding; replaced characters were read instead. */
  | "encoding"
  /** A named limit was reached; the message gives its configuration key. */
  | "limit"
  /** A file no adapter knows although it looks like input. */
  | "unknown-format"
  /** A type, flag or value the reader does not know; kept as unknown. */
  | "unknown-value"
  /** A placeholder of a definition that nothing gives a value to. */
  | "placeholder"
  /** iTop's compiler would refuse or mis-merge this. */
  | "merge"
  /** A module is left out, with its reason. */
  | "module-dropped"
  /** Two definitions of one thing; which one counts is said. */
  | "duplicate"
  /** Rows of a log that another file holds too. */
  | "repeated"
  /** A name that refers to nothing. */
  | "unresolved"
  /** An export lacks facts that its shape cannot carry. */
  | "incomplete-export"
  /** The built-in catalogue of the standard model stands in for sources that were not given. */
  | "catalogue"
  /** Program code that moves data, and the method does not tell which or where to. */
  | "code"
  /** Something present but outside the analysis, such as PHP code that declares what is not known. */
  | "not-analysed";

/** One thing that was not read as it stands. Lowers the printed coverage unless `kind` is informative. */
export interface Problem {
  readonly kind: ProblemKind;
  /** A sentence in plain words; never contains a value from a log or an export. */
  readonly message: string;
  readonly location: Location;
  /** What the analysis lacks because of it, in words; absent when nothing is lost. */
  readonly lost?: string;
}
