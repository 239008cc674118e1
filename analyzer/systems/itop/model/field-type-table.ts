/** The 58 attribute types of iTop 2.7 to 3.2 as data; the list is the same in all four versions. */
import type { FieldType } from "./field-types.ts";

const NUMBER = "^[0-9]+$";
const DATE = "^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[1-2][0-9]|3[0-1])$";
const TIME = "([0-1][0-9]|2[0-3])\\:([0-5][0-9])\\:([0-5][0-9])";
const OCTET = "(\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])";
const TEXT_LENGTH = 65_535;
const LONG_TEXT_LENGTH = 67_107_840;

type Row = Partial<FieldType> & Pick<FieldType, "name" | "kind">;

/** What most types have; a row says only how it differs. */
function type(row: Row): FieldType {
  return {
    parent: "AttributeDBField",
    freeText: "none",
    protection: "none",
    check: "none",
    pattern: null,
    setting: null,
    length: null,
    keeps: "old+new",
    nullable: "declared",
    writable: true,
    ...row,
  };
}

function stringType(row: Row): FieldType {
  return type({ parent: "AttributeString", length: 255, ...row });
}

function textType(row: Row): FieldType {
  return type({ parent: "AttributeText", length: TEXT_LENGTH, freeText: "long", keeps: "previous", ...row });
}

function listType(row: Row): FieldType {
  return type({ parent: "AttributeSet", check: "picklist", length: 255, ...row });
}

/** Computed or copied: nothing of its own is stored, so no history is kept of it. */
function derived(row: Row): FieldType {
  return type({
    parent: "AttributeDefinition",
    check: "computed",
    keeps: "none",
    nullable: "never",
    writable: false,
    ...row,
  });
}

export const FIELD_TYPE_TABLE: readonly FieldType[] = [
  stringType({ name: "AttributeApplicationLanguage", kind: "enum", check: "picklist" }),
  type({
    name: "AttributeArchiveDate",
    kind: "date",
    parent: "AttributeDate",
    check: "type",
    pattern: DATE,
    writable: false,
  }),
  type({
    name: "AttributeArchiveFlag",
    kind: "boolean",
    parent: "AttributeBoolean",
    check: "type",
    pattern: NUMBER,
    nullable: "never",
    writable: false,
  }),
  type({
    name: "AttributeBlob",
    kind: "blob",
    parent: "AttributeDefinition",
    freeText: "binary",
    keeps: "previous",
  }),
  type({
    name: "AttributeBoolean",
    kind: "boolean",
    parent: "AttributeInteger",
    check: "type",
    pattern: NUMBER,
  }),
  type({
    name: "AttributeCaseLog",
    kind: "log",
    parent: "AttributeLongText",
    freeText: "log",
    length: LONG_TEXT_LENGTH,
    keeps: "marker",
  }),
  stringType({ name: "AttributeClass", kind: "enum", check: "picklist" }),
  listType({ name: "AttributeClassAttCodeSet", kind: "enum" }),
  stringType({ name: "AttributeClassState", kind: "enum", check: "picklist" }),
  type({
    name: "AttributeCustomFields",
    kind: "opaque",
    parent: "AttributeDefinition",
    freeText: "long",
    keeps: "previous",
    nullable: "always",
  }),
  type({ name: "AttributeDBField", kind: "opaque", parent: "AttributeDBFieldVoid" }),
  type({
    name: "AttributeDBFieldVoid",
    kind: "opaque",
    parent: "AttributeDefinition",
    nullable: "never",
  }),
  derived({ name: "AttributeDashboard", kind: "opaque", nullable: "always" }),
  type({ name: "AttributeDate", kind: "date", parent: "AttributeDateTime", check: "type", pattern: DATE }),
  type({
    name: "AttributeDateTime",
    kind: "datetime",
    check: "type",
    pattern: `${DATE.slice(0, -1)} ${TIME}$`,
  }),
  type({
    name: "AttributeDeadline",
    kind: "datetime",
    parent: "AttributeDateTime",
    check: "type",
    pattern: `${DATE.slice(0, -1)} ${TIME}$`,
  }),
  type({ name: "AttributeDecimal", kind: "number", check: "type" }),
  derived({ name: "AttributeDefinition", kind: "unknown", parent: null, check: "none" }),
  type({
    name: "AttributeDuration",
    kind: "duration",
    parent: "AttributeInteger",
    check: "type",
    pattern: NUMBER,
  }),
  stringType({
    name: "AttributeEmailAddress",
    kind: "email",
    check: "type",
    setting: "email_validation_pattern",
    pattern: "^[a-zA-Z0-9._&'-]+@[a-zA-Z0-9.-]+\\.[a-zA-Z0-9-]{2,}$",
  }),
  stringType({
    name: "AttributeEncryptedString",
    kind: "encrypted",
    freeText: "short",
    protection: "encrypted",
    keeps: "previous",
  }),
  stringType({ name: "AttributeEnum", kind: "enum", check: "picklist", length: null }),
  listType({ name: "AttributeEnumSet", kind: "enum" }),
  derived({ name: "AttributeExternalField", kind: "copy" }),
  type({
    name: "AttributeExternalKey",
    kind: "reference",
    parent: "AttributeDBFieldVoid",
    check: "reference",
  }),
  stringType({
    name: "AttributeFinalClass",
    kind: "enum",
    check: "computed",
    keeps: "none",
    nullable: "never",
    writable: false,
  }),
  derived({ name: "AttributeFriendlyName", kind: "computed" }),
  textType({ name: "AttributeHTML", kind: "html", parent: "AttributeLongText", length: LONG_TEXT_LENGTH }),
  type({
    name: "AttributeHierarchicalKey",
    kind: "reference",
    parent: "AttributeExternalKey",
    check: "reference",
  }),
  stringType({
    name: "AttributeIPAddress",
    kind: "ip",
    check: "type",
    pattern: `^(${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET})$`,
  }),
  type({
    name: "AttributeImage",
    kind: "image",
    parent: "AttributeBlob",
    freeText: "binary",
    keeps: "previous",
  }),
  type({ name: "AttributeInteger", kind: "number", check: "type", pattern: NUMBER }),
  type({
    name: "AttributeLinkedSet",
    kind: "back-reference",
    parent: "AttributeDefinition",
    check: "reference",
    keeps: "marker",
    nullable: "always",
  }),
  type({
    name: "AttributeLinkedSetIndirect",
    kind: "back-reference",
    parent: "AttributeLinkedSet",
    check: "reference",
    keeps: "marker",
    nullable: "always",
  }),
  textType({ name: "AttributeLongText", kind: "text", length: LONG_TEXT_LENGTH }),
  type({
    name: "AttributeMetaEnum",
    kind: "enum",
    parent: "AttributeEnum",
    check: "computed",
    nullable: "never",
    writable: false,
  }),
  textType({ name: "AttributeOQL", kind: "query", freeText: "none" }),
  type({
    name: "AttributeObjectKey",
    kind: "reference",
    parent: "AttributeDBFieldVoid",
    check: "reference",
  }),
  type({
    name: "AttributeObsolescenceDate",
    kind: "date",
    parent: "AttributeDate",
    check: "type",
    pattern: DATE,
    writable: false,
    nullable: "always",
  }),
  derived({
    name: "AttributeObsolescenceFlag",
    kind: "boolean",
    parent: "AttributeBoolean",
    pattern: NUMBER,
  }),
  type({
    name: "AttributeOneWayPassword",
    kind: "hash",
    parent: "AttributeDefinition",
    protection: "hashed",
    keeps: "previous",
  }),
  stringType({
    name: "AttributePassword",
    kind: "clear-secret",
    protection: "clear-secret",
    length: 64,
  }),
  type({
    name: "AttributePercentage",
    kind: "number",
    parent: "AttributeInteger",
    check: "type",
    pattern: NUMBER,
  }),
  stringType({
    name: "AttributePhoneNumber",
    kind: "phone",
    check: "type",
    setting: "phone_number_validation_pattern",
    pattern: "^[0-9.\\-\\ \\+\\(\\)]+$",
  }),
  type({ name: "AttributePropertySet", kind: "opaque", parent: "AttributeTable", freeText: "long" }),
  listType({ name: "AttributeQueryAttCodeSet", kind: "enum" }),
  type({
    name: "AttributeRedundancySettings",
    kind: "opaque",
    check: "type",
    pattern: "^[0-9]{1,3}|[0-9]{1,2}%|disabled$",
    length: 20,
    nullable: "never",
  }),
  type({ name: "AttributeSet", kind: "enum", parent: "AttributeDBFieldVoid", check: "picklist" }),
  type({
    name: "AttributeStopWatch",
    kind: "duration",
    parent: "AttributeDefinition",
    check: "computed",
    nullable: "always",
  }),
  type({ name: "AttributeString", kind: "string", freeText: "short", length: 255 }),
  derived({ name: "AttributeSubItem", kind: "computed", nullable: "always" }),
  type({ name: "AttributeTable", kind: "opaque", freeText: "long" }),
  listType({ name: "AttributeTagSet", kind: "tagset" }),
  textType({ name: "AttributeTemplateHTML", kind: "html" }),
  stringType({ name: "AttributeTemplateString", kind: "string", freeText: "short" }),
  textType({ name: "AttributeTemplateText", kind: "text" }),
  textType({ name: "AttributeText", kind: "text", parent: "AttributeString" }),
  stringType({
    name: "AttributeURL",
    kind: "url",
    check: "type",
    setting: "url_validation_pattern",
    length: 2048,
  }),
];
