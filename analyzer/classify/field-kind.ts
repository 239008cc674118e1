/** The kind of a field, also where only a vendor's or a database's type name is given. */
import type { FieldKind, FreeText } from "../model/field.ts";
import type { FieldInput } from "./field-input.ts";
import { wordsOf } from "./tokens.ts";

/** Words of type names, looked up from the last one backwards: `AttributeEmailAddress`, `varchar(255)`, `glide_date_time`. */
const KINDS: Readonly<Record<string, FieldKind>> = {
  string: "string",
  varchar: "string",
  char: "string",
  nvarchar: "string",
  text: "text",
  longtext: "text",
  mediumtext: "text",
  clob: "text",
  memo: "text",
  html: "html",
  richtext: "html",
  journal: "log",
  log: "log",
  caselog: "log",
  blob: "blob",
  longblob: "blob",
  binary: "blob",
  varbinary: "blob",
  attachment: "blob",
  file: "blob",
  image: "image",
  picture: "image",
  enum: "enum",
  choice: "enum",
  picklist: "enum",
  select: "enum",
  dropdown: "enum",
  tagset: "tagset",
  int: "number",
  integer: "number",
  bigint: "number",
  smallint: "number",
  number: "number",
  numeric: "number",
  decimal: "number",
  float: "number",
  double: "number",
  currency: "number",
  percentage: "number",
  date: "date",
  datetime: "datetime",
  timestamp: "datetime",
  due: "datetime",
  duration: "duration",
  interval: "duration",
  boolean: "boolean",
  bool: "boolean",
  bit: "boolean",
  checkbox: "boolean",
  email: "email",
  mail: "email",
  phone: "phone",
  telephone: "phone",
  url: "url",
  ip: "ip",
  inet: "ip",
  reference: "reference",
  lookup: "reference",
  externalkey: "reference",
  hierarchicalkey: "reference",
  linkedset: "back-reference",
  password: "clear-secret",
  onewaypassword: "hash",
  encrypted: "encrypted",
  json: "opaque",
  jsonb: "opaque",
  xml: "opaque",
  serialized: "opaque",
  object: "opaque",
};

/** Compounds of type names that the split would take apart. */
const JOINED: readonly (readonly [RegExp, FieldKind])[] = [
  [/external\s*key|hierarchical\s*key/iu, "reference"],
  [/linked\s*set/iu, "back-reference"],
  [/one\s*way\s*password/iu, "hash"],
  [/encrypted/iu, "encrypted"],
  [/case\s*log|journal/iu, "log"],
  [/email\s*address/iu, "email"],
  [/phone\s*number/iu, "phone"],
  [/ip\s*address/iu, "ip"],
  [/date\s*time/iu, "datetime"],
  [/external\s*field|friendly\s*name/iu, "copy"],
  [/tinyint\s*\(\s*1\s*\)/iu, "boolean"],
  [/property\s*set|custom\s*fields/iu, "opaque"],
  [/\boql\b|attributeoql/iu, "query"],
];

export function kindOfType(type: string): FieldKind {
  const short = type.slice(0, 100);
  for (const [pattern, kind] of JOINED) if (pattern.test(short)) return kind;
  const words = wordsOf(short);
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const kind = KINDS[words[at] as string];
    if (kind !== undefined) return kind;
  }
  return "unknown";
}

export function kindOf(input: FieldInput): FieldKind {
  return input.kind ?? (input.type === undefined ? "unknown" : kindOfType(input.type));
}

export function freeTextOf(input: FieldInput, kind: FieldKind): FreeText {
  if (input.freeText !== undefined) return input.freeText;
  switch (kind) {
    case "text":
    case "html":
    case "opaque":
      return "long";
    case "log":
      return "log";
    case "blob":
    case "image":
      return "binary";
    case "string":
      return "short";
    default:
      return "none";
  }
}
