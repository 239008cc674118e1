/** A finding as data: rule, variant, typed arguments, element, evidence. Text is made once, by one formatter. */
import type { Location } from "../../analyzer/model/location.ts";
import type { ModelPath, SystemId } from "../../analyzer/model/model-path.ts";

export type Severity = "error" | "warning" | "info";
export type Preset = "minimal" | "recommended" | "strict";
export type Family =
  "storage" | "retention" | "flow" | "access" | "rights" | "records" | "config" | "vendor" | "model";
export type Tier = "law" | "authority guidance" | "vendor practice" | "product practice";
export type Args = Readonly<Record<string, string | number | readonly string[]>>;

export interface FlowStep {
  readonly kind:
    "source" | "movement" | "field" | "relation" | "placeholder" | "operation" | "recipient" | "store";
  readonly path: ModelPath;
  readonly label: string;
  readonly location: Location | null;
}

export interface Evidence {
  readonly kind: "definition" | "setting" | "log-range" | "quote" | "declaration" | "computed";
  /** In words; never a value of an individual. */
  readonly text: string;
  readonly location: Location | null;
}

/** What a rule reports; the runner adds severity, text, fingerprint and suppression. */
export interface Report {
  readonly system: SystemId;
  readonly path: ModelPath;
  readonly location: Location | null;
  /** Variant; a rule without variants uses `found`. */
  readonly messageId?: string;
  readonly args: Args;
  readonly evidence?: readonly Evidence[];
  readonly flow?: readonly FlowStep[];
  readonly related?: readonly {
    readonly role: string;
    readonly path: ModelPath | null;
    readonly location: Location | null;
  }[];
  readonly certainty?: "proved" | "at-least" | "not-verifiable";
  /** The rule's articles narrowed to those this variant rests on; all of them when absent. */
  readonly articles?: readonly string[];
  /** Steps the preset severity moves by: `1` one higher, `-1` one lower. */
  readonly raise?: number;
  /** Stable id of the second element when the path alone does not identify the finding. */
  readonly discriminator?: string;
}

export interface Suppression {
  readonly by: "comment" | "exception" | "baseline";
  readonly reason: string | null;
  readonly until: string | null;
  readonly approver: string | null;
}

export interface Finding {
  readonly rule: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly system: SystemId;
  readonly path: ModelPath;
  readonly location: Location | null;
  readonly args: Args;
  /** Rendered once from the rule's message table: what, why, what to do. */
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly evidence: readonly Evidence[];
  readonly flow: readonly FlowStep[];
  readonly related: NonNullable<Report["related"]>;
  readonly certainty: "proved" | "at-least" | "not-verifiable";
  readonly articles: readonly string[];
  readonly basis: Tier;
  /** Stable id of the second element; empty when the path alone identifies the finding. */
  readonly discriminator: string;
  /** 32 hex digits, line-independent; `#2` is appended to the second of two equal ones. */
  readonly fingerprint: string;
  readonly suppressed: Suppression | null;
}
