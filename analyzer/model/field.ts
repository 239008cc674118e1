/** One attribute of an entity: kind, validation, protection, labels, origin and location. */
import type { Location } from "./location.ts";
import type { ModelPath } from "./model-path.ts";
import type { Labels, Origin } from "./provenance.ts";

/** System-neutral kinds; the vendor's own type name is kept in `declaredType`. */
export type FieldKind =
  | "string"
  | "text"
  | "html"
  | "log"
  | "blob"
  | "image"
  | "enum"
  | "tagset"
  | "number"
  | "date"
  | "datetime"
  | "duration"
  | "boolean"
  | "email"
  | "phone"
  | "url"
  | "ip"
  | "reference"
  | "back-reference"
  | "copy"
  | "computed"
  | "hash"
  | "encrypted"
  | "clear-secret"
  | "query"
  | "opaque"
  | "unknown";

/** How much uncontrolled content fits into the field. */
export type FreeText = "none" | "short" | "long" | "log" | "binary";

export interface Validation {
  readonly kind: "none" | "type" | "pattern" | "picklist" | "mask" | "reference" | "computed";
  /** The effective pattern, anchored as the product anchors it. */
  readonly pattern: string | null;
  /** Whether the check can reject anything; a pattern such as `.*` cannot. */
  readonly holds: boolean;
  readonly location: Location | null;
}

export type Protection = "none" | "encrypted" | "hashed" | "clear-secret";

/** What change history keeps of a field when it changes. */
export interface FieldHistory {
  readonly tracked: boolean;
  readonly keeps: "none" | "previous" | "old+new" | "marker";
}

export type OnTargetDelete = "reset" | "cascade" | "ask" | "move-up" | "none" | "unknown";

/** A reference copy: not stored, but shown and exported with the record. */
export interface CopyOf {
  /** Name of the reference field the copy goes through. */
  readonly through: string;
  /** Path of the field whose value is shown, `null` when it cannot be resolved. */
  readonly field: ModelPath | null;
}

export interface Field {
  readonly path: ModelPath;
  readonly name: string;
  /** Name of the entity that declares the field; differs from the owner for inherited fields. */
  readonly declaredIn: string;
  /** The product's own type name, as read. */
  readonly declaredType: string;
  readonly kind: FieldKind;
  readonly freeText: FreeText;
  readonly validation: Validation;
  readonly protection: Protection;
  readonly history: FieldHistory;
  readonly nullable: boolean;
  readonly writable: boolean;
  /** Longest value in characters; `null` when unknown or unlimited. */
  readonly length: number | null;
  /** Name of the entity a reference or back-reference points to. */
  readonly target: string | null;
  readonly onTargetDelete: OnTargetDelete | null;
  readonly copyOf: CopyOf | null;
  /** Codes of an enumeration. */
  readonly values: readonly string[];
  /** Added by the product's run time, not by a definition. */
  readonly implicit: boolean;
  readonly origin: Origin;
  readonly location: Location | null;
  readonly labels: Labels;
  /** Vendor annotation, description or help text where the format has one. */
  readonly description?: string;
  /** A category the vendor or the customer's own format declares for the field. */
  readonly declaredCategory?: string;
}
