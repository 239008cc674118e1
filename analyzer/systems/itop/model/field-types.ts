/** What iTop's attribute types mean: kind, free text, protection, validation and what history keeps. */
import type { FieldHistory, FieldKind, FreeText, Protection, Validation } from "../../../model/field.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Location } from "../../../model/location.ts";
import { at, childrenNamed, textOf, type XmlElement } from "../../../source/xml.ts";
import { FIELD_TYPE_TABLE } from "./field-type-table.ts";

export interface FieldType {
  /** PHP class name in its own spelling. */
  readonly name: string;
  /** PHP class it extends; `null` for the root. */
  readonly parent: string | null;
  readonly kind: FieldKind;
  readonly freeText: FreeText;
  readonly protection: Protection;
  /** Check that holds without a declared pattern. */
  readonly check: Validation["kind"];
  /** Hard-coded pattern, or the default of the parameter that gives it, anchored. */
  readonly pattern: string | null;
  /** Configuration parameter that gives the pattern; its value has no anchors. */
  readonly setting: string | null;
  /** Longest value in characters. */
  readonly length: number | null;
  /** What a tracked change keeps of the value. */
  readonly keeps: FieldHistory["keeps"];
  /** Whether `is_null_allowed` decides, or the type alone. */
  readonly nullable: "declared" | "always" | "never";
  readonly writable: boolean;
}

/** What stands for a type nobody declares: nothing is known of it, so nothing is excluded. */
export const UNKNOWN_TYPE: FieldType = {
  name: "",
  parent: null,
  kind: "unknown",
  freeText: "short",
  protection: "none",
  check: "none",
  pattern: null,
  setting: null,
  length: null,
  keeps: "old+new",
  nullable: "declared",
  writable: true,
};

const STANDARD: ReadonlyMap<string, FieldType> = new Map(
  FIELD_TYPE_TABLE.map((type) => [type.name.toLowerCase(), type]),
);

/** Longest chain of PHP classes followed from an extension's type to a standard one. */
export const MAX_TYPE_DEPTH = 16;

/**
 * The attribute types of one system. Type names are PHP class names, so their case does not matter:
 * `attributeString` occurs in public extensions and works.
 */
export class FieldTypes {
  readonly #parents: ReadonlyMap<string, string>;
  readonly #checked: ReadonlySet<string>;
  readonly #reported = new Map<string, Problem>();

  /** Both by lower-case name: the parent of each PHP class, and the classes that check values by code of their own. */
  constructor(parents: ReadonlyMap<string, string> = new Map(), checked: ReadonlySet<string> = new Set()) {
    this.#parents = parents;
    this.#checked = checked;
  }

  /** Unknown types get the nature of the nearest known PHP parent, else {@link UNKNOWN_TYPE} and a problem. */
  of(name: string, location: Location | null): FieldType {
    const standard = STANDARD.get(name.toLowerCase());
    if (standard !== undefined) return standard;
    let checks = this.#checked.has(name.toLowerCase());
    let parent = this.#parents.get(name.toLowerCase());
    for (let depth = 0; parent !== undefined && depth < MAX_TYPE_DEPTH; depth++) {
      const known = STANDARD.get(parent.toLowerCase());
      if (known !== undefined) {
        const derived = { ...known, name, parent: known.name };
        // What code of its own refuses is not known, only that it looks at the value.
        return checks && known.check === "none"
          ? { ...derived, check: "type", pattern: null, setting: null }
          : derived;
      }
      checks ||= this.#checked.has(parent.toLowerCase());
      parent = this.#parents.get(parent.toLowerCase());
    }
    if (location !== null && !this.#reported.has(name.toLowerCase())) {
      this.#reported.set(name.toLowerCase(), {
        kind: "unknown-value",
        message: `The attribute type "${name}" is not one of iTop's and nothing that was read declares it.`,
        location,
        lost: "kind, validation and protection of the fields of this type",
      });
    }
    return UNKNOWN_TYPE;
  }

  /** Whether the type is the given standard type or extends it. */
  isA(type: FieldType, ancestor: string): boolean {
    let current: FieldType | undefined = type;
    for (let depth = 0; current !== undefined && depth < MAX_TYPE_DEPTH; depth++) {
      if (current.name === ancestor) return true;
      current = current.parent === null ? undefined : STANDARD.get(current.parent.toLowerCase());
    }
    return false;
  }

  get problems(): readonly Problem[] {
    return [...this.#reported.values()];
  }
}

/**
 * Parent classes of the attribute types a model and PHP code declare, by lower-case name.
 * XML definitions (3.1 and later) may name a parent; PHP classes give theirs.
 */
export function typeParents(
  root: XmlElement | null,
  phpParents: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const parents = new Map([...phpParents].map(([name, parent]) => [name.toLowerCase(), parent]));
  const definitions = root === null ? undefined : at(root, "meta", "attribute_definitions");
  for (const definition of definitions === undefined
    ? []
    : childrenNamed(definitions, "attribute_definition")) {
    const name = definition.attributes["id"];
    const parent = textOf(at(definition, "parent")) || textOf(at(definition, "php_parent", "name"));
    if (name !== undefined && parent !== "" && !parents.has(name.toLowerCase())) {
      parents.set(name.toLowerCase(), parent);
    }
  }
  return parents;
}
