/** What one class declares, in one shape whether XML, PHP or the catalogue says it. */
import type { Location } from "../../../model/location.ts";

export interface ClassSource {
  readonly name: string;
  /** Parent that counts at run time; may be a PHP class that is no class of the model. */
  readonly parent: string;
  /** Parent the model XML names where a PHP class stands before it; used when that class was not read. */
  readonly modelParent?: string;
  readonly abstract: boolean;
  readonly isLink: boolean;
  readonly categories: readonly string[];
  readonly naming: readonly string[];
  readonly reconciliation: readonly string[];
  /** Rules by id; `null` attributes only switch an inherited rule on or off. */
  readonly uniqueness: ReadonlyMap<string, UniquenessRule>;
  /** States of the life cycle in order. */
  readonly states: readonly string[];
  readonly stateField: string | null;
  /** Condition as written; `null` when the class declares none. */
  readonly obsolescence: string | null;
  readonly archivable: boolean;
  readonly fields: readonly FieldSource[];
  readonly location: Location | null;
  /** Module a compiled model names for the class; `null` in sources, `""` = the customisation. */
  readonly trace: string | null;
}

export interface UniquenessRule {
  readonly attributes: readonly string[] | null;
  readonly disabled: boolean;
}

/** A field as declared; what a type does not use stays `null`. */
export interface FieldSource {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean | null;
  /** Class an external key or a link set points to. */
  readonly target: string | null;
  /** External field: key it goes through and field of the target it shows. Sub-item: the stop watch. */
  readonly through: string | null;
  readonly shows: string | null;
  readonly pattern: { readonly text: string; readonly location: Location | null } | null;
  /** `none`, or any level that keeps history; `null` = the type's default. */
  readonly tracking: "none" | "on" | null;
  readonly onTargetDelete: "manual" | "auto" | "move-up" | "none" | null;
  readonly values: readonly string[];
  readonly html: boolean;
  readonly digits: number | null;
  readonly decimals: number | null;
  /** Nobody may change it (redundancy settings fixed by the model). */
  readonly fixed: boolean;
  /** Part of a stop watch a sub-item shows. */
  readonly item: string | null;
  readonly location: Location | null;
  readonly trace: string | null;
}

const BARE: Omit<FieldSource, "name" | "type"> = {
  nullable: null,
  target: null,
  through: null,
  shows: null,
  pattern: null,
  tracking: null,
  onTargetDelete: null,
  values: [],
  html: false,
  digits: null,
  decimals: null,
  fixed: false,
  item: null,
  location: null,
  trace: null,
};

/** A field that says only its name, type and what is given. */
export function fieldSource(given: Partial<FieldSource> & Pick<FieldSource, "name" | "type">): FieldSource {
  return { ...BARE, ...given };
}

const DELETE_MODES: Readonly<Record<string, FieldSource["onTargetDelete"]>> = {
  DEL_MANUAL: "manual",
  "1": "manual",
  DEL_AUTO: "auto",
  "2": "auto",
  // Announced by the vendor as a silent variant, never implemented: behaves as DEL_AUTO.
  DEL_SILENT: "auto",
  DEL_MOVEUP: "move-up",
  "3": "move-up",
  DEL_NONE: "none",
  "4": "none",
};

export function deleteMode(text: string): FieldSource["onTargetDelete"] {
  return DELETE_MODES[text] ?? null;
}

/** `none` and the PHP constants for it, against every level that keeps something; empty = the default. */
export function trackingLevel(text: string): FieldSource["tracking"] {
  if (text === "") return null;
  return text === "none" || text === "0" || text.endsWith("_TRACKING_NONE") ? "none" : "on";
}

/** Splits iTop's comma lists, which may carry blanks. */
export function commaList(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
