/** What the classifier says of a field, and why. */
import type { Category } from "./category.ts";

export type Personal = "yes" | "may-contain" | "person-link" | "no";

/** One observation that speaks for or against; `weight` is signed, in log-odds-like steps stated by the signal. */
export interface VerdictEvidence {
  /** Signal that observed it: type, code, label, context, standard-field, annotation. */
  readonly signal: string;
  readonly says: string;
  readonly weight: number;
  /** The words it rests on: a field code, a label. Never a value of a person. */
  readonly quote: string | null;
}

/** A person's confirmation or rejection, kept in the workspace. */
export interface Decision {
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}

export interface Verdict {
  readonly personal: Personal;
  readonly category: Category;
  /** DPV concept, such as `dpv-pd:EmailAddress`. */
  readonly dpv: string | null;
  readonly special: "art9" | "art10" | null;
  readonly sensitivity: Sensitivity;
  /** Whose data: the record's own subject or a third party such as an emergency contact. */
  readonly subject: "holder" | "third-party" | "unknown";
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly VerdictEvidence[];
  readonly decision: Decision | null;
}

export type Sensitivity = "ordinary" | "sensitive" | "art9" | "art10" | "secret";

/** Verdicts by field path. Every field of every entity has one. */
export type Verdicts = ReadonlyMap<string, Verdict>;
