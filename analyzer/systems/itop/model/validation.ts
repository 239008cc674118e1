/** The check a field's value must pass in effect, and whether that check can refuse anything. */
import type { Validation } from "../../../model/field.ts";
import type { Setting } from "../../../model/setting.ts";
import type { FieldSource } from "./class-source.ts";
import type { FieldType, FieldTypes } from "./field-types.ts";

export type SettingLookup = (name: string) => Setting | undefined;

/** Anything a person could type into a field; short, so that no pattern can take long on them. */
const PROBES: readonly string[] = ["aB 3é", "¤#<>;", "Ö, x", "12 rü", "@@@", " - ?"];

/** Patterns longer than this are not tried; they count as holding. */
export const MAX_PATTERN_LENGTH = 2000;

/**
 * Whether a PCRE pattern refuses any of a few very different texts. iTop searches for a match anywhere, so a
 * pattern without anchors holds less than it seems. A pattern that JavaScript cannot compile counts as holding.
 */
export function patternHolds(pattern: string): boolean {
  if (pattern.length > MAX_PATTERN_LENGTH) return true;
  const expression = compile(pattern);
  return expression === null || PROBES.some((probe) => !expression.test(probe));
}

function compile(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, /\\[pP]\{/.test(pattern) ? "u" : "");
  } catch {
    return null;
  }
}

/** Effective validation: a declared pattern (String family only), else what the type brings. */
export function validationOf(
  source: FieldSource,
  type: FieldType,
  types: FieldTypes,
  setting: SettingLookup,
): Validation {
  const declared = source.pattern;
  if (declared !== null && takesPattern(type, types)) {
    return {
      kind: "pattern",
      pattern: declared.text,
      holds: patternHolds(declared.text),
      location: declared.location,
    };
  }
  const configured = type.setting === null ? undefined : setting(type.setting);
  if (configured !== undefined) return fromSetting(configured, type);
  const pattern = type.name === "AttributeDecimal" ? decimalPattern(source) : type.pattern;
  return { kind: type.check, pattern, holds: type.check !== "none", location: null };
}

/** Texts inherit the check of strings; an IP address overrides it and ignores a declared pattern. */
function takesPattern(type: FieldType, types: FieldTypes): boolean {
  if (type.kind === "unknown") return true;
  return (
    types.isA(type, "AttributeString") && !["picklist", "computed"].includes(type.check) && type.kind !== "ip"
  );
}

function fromSetting(setting: Setting, type: FieldType): Validation {
  const text = setting.value ?? setting.default;
  const pattern = typeof text === "string" && text !== "" ? `^${text}$` : type.pattern;
  return {
    kind: "type",
    pattern,
    holds: pattern === null || patternHolds(pattern),
    location: setting.location,
  };
}

/** The first digit is not counted among those that may follow. */
function decimalPattern(source: FieldSource): string | null {
  const { digits, decimals } = source;
  if (digits === null || decimals === null) return null;
  return `^[\\-\\+]?[0-9]\\d{0,${digits - decimals - 1}}(\\.\\d{0,${decimals}})?$`;
}
