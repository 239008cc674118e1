/** SQL that reduces a logged request to what its shape depends on; the reduced request is read like any other. */
import { ROLE_WORDS, SECRET_WORDS } from "../../personal-values.ts";
import { NAME_CUES } from "../rest-parameters.ts";
import { type Dialect, literal } from "./dialect.ts";

/** Members of a request that are looked at, besides `fields`, whose names alone matter. */
export const MEMBERS = [
  "operation",
  "class",
  "key",
  "output_fields",
  "limit",
  "simulate",
  "comment",
  "user",
  "password",
  "auth_pwd",
] as const;
export type Member = (typeof MEMBERS)[number];

/** Where a telephone number could begin; wider than the detector's pattern. */
const PHONE_START = String.raw`(?:^|[^\w.-])(?:\+\d|0\d)`;

/** A cue with anything but a small letter after it; wider than the detector's pattern. */
const CUE = String.raw`(?:${NAME_CUES})\.?[^0-9A-Za-z]+(?:[A-Z]|[^\x00-\x7f])`;

const LETTER_NAME = String.raw`[A-Za-z][\w.-]*`;
const DOMAIN = String.raw`[A-Za-z][\w-]*(?:\.[\w-]+)+`;
const ROLE = `(?:${ROLE_WORDS.split("|").map(anyCase).join("|")})@${LETTER_NAME}`;
const ADDRESS = `${LETTER_NAME}@${DOMAIN}`;
const MOMENT = String.raw`[1-9]\d{3}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?`;

export function memberOf(d: Dialect, member: Member, list: string): string {
  return d.element(list, MEMBERS.indexOf(member) + 1);
}

/** One of the reduced members as JSON text, `null` when absent or without effect; reads the column `addressed`. */
export function memberSql(d: Dialect, member: Member, list: string): string {
  const json = memberOf(d, member, list);
  switch (member) {
    case "operation":
      return `CASE WHEN operation = '' THEN ${json} END`;
    case "class":
    case "output_fields":
    case "limit":
      return json;
    case "simulate":
      return `CASE WHEN ${json} = 'true' THEN ${json} END`;
    case "key":
      return keySql(d, json);
    case "comment":
      return commentSql(d, json);
    case "user":
      return `CASE WHEN ${json} = '""' THEN ${json} WHEN ${json} LIKE '"%' THEN '"x"' END`;
    case "password":
    case "auth_pwd":
      return passwordSql(d, json);
    default:
      return member satisfies never;
  }
}

/** Whether a request must be read by hand: a secret could be among the written fields, or the limit is no plain number. */
export function isOddSql(d: Dialect, names: string, list: string): string {
  const written = d.element(names, 2);
  const limit = memberOf(d, "limit", list);
  const secret = d.matches(d.joined(written, ","), `(?i)(?:^|[_,])(?:${SECRET_WORDS})(?:,|$)`);
  return (
    `(CASE WHEN ${d.size(written)} > 0 THEN ${secret} ELSE FALSE END` +
    ` OR CASE WHEN ${limit} IS NULL THEN FALSE ELSE NOT ${d.matchesAll(limit, '"?[0-9]{1,9}"?|null')} END)`
  );
}

/** The limit of a call as a number, null for none; holds for requests that are not odd. */
export function limitSql(d: Dialect, list: string): string {
  const limit = memberOf(d, "limit", list);
  return `nullif(CAST(nullif(${d.replace(limit, '"|null', "")}, '') AS INTEGER), 0)`;
}

/** A password matters by being there, and by being clear or masked. */
function passwordSql(d: Dialect, json: string): string {
  const masked = d.matchesAll(json, String.raw`"\**"`);
  return `CASE WHEN ${json} IS NULL THEN NULL WHEN ${masked} THEN '""' WHEN ${json} LIKE '"%' THEN '"x"'
    WHEN ${d.matches(json, "^-?[0-9]")} THEN '1' ELSE 'null' END`;
}

/** A comment matters when a name, an address or a number could be in it. */
function commentSql(d: Dialect, json: string): string {
  const suspicious = d.matches(json, String.raw`[@\\]|${PHONE_START}|${CUE}`);
  return `CASE WHEN ${json} LIKE '"%' THEN CASE WHEN ${suspicious} THEN ${json} END END`;
}

/** A query or criteria with moments, role addresses and people's addresses blanked; other keys give null. */
export function addressedKey(d: Dialect, json: string): string {
  const singled = `replace(${json}, ${literal('\\"')}, ${literal("'")})`;
  const query = `CASE WHEN ${d.contains(json, "'")} THEN ${json} ELSE ${singled} END`;
  const blank = (text: string, open: string, close: string, token: string): string => {
    const known = d.replace(text, `${open}(?:${MOMENT}|${ROLE})${close}`, `${open}x${close}`);
    return d.replace(known, `${open}${ADDRESS}${close}`, token);
  };
  return `CASE WHEN ${json} LIKE '"%' AND ${d.matches(json, String.raw`['\\\d]`)}
      THEN ${blank(query, "'", "'", String.raw`\"x@x.x\"`)}
    WHEN ${json} LIKE '{"%' THEN ${blank(json, '":"', '"', '":"x@x.x"')} END`;
}

/** Ids and lists are one kind of key; queries and criteria lose the values that no reader looks at. */
function keySql(d: Dialect, json: string): string {
  const id = d.matchesAll(json, String.raw`-?\d[\d.eE+-]*|true|false|"\d{1,9}"|\[.*`);
  return `CASE WHEN ${json} NOT LIKE '{%' AND ${json} NOT LIKE '"S%' AND ${id} THEN '0'
    WHEN addressed IS NULL OR ${d.matches("addressed", PHONE_START)} THEN ${json}
    WHEN ${json} LIKE '"%' THEN ${querySql(d, json)} ELSE ${criteriaSql(d, json)} END`;
}

/**
 * A query whose quotes are balanced and of one kind: literals become `'x'`, addresses one address, numbers outside of
 * literals 2 (1 has a meaning in `WHERE 1`). What could hold a telephone number or anything unusual stays as it is.
 */
function querySql(d: Dialect, json: string): string {
  const token = String.raw`\\"x@x\.x\\"`;
  const balanced = d.matchesAll("addressed", String.raw`"(?:[^"'\\@*]|'[^"'\\@*]+'|${token})*"`);
  const literals = d.replace("addressed", "'[^']+'", "'x'");
  const blanked = d.replace(literals, String.raw`\b(?:[2-9]\d{0,8}|1\d{1,8})\b`, "2");
  return `CASE WHEN ${balanced} THEN ${blanked} ELSE ${json} END`;
}

/** Criteria `{"attcode": value}` of plain names and values. */
function criteriaSql(d: Dialect, json: string): string {
  const value = String.raw`"(?:[^"\\*@]*|x@x\.x)"|-?\d[\d.eE+-]*|true|false|null`;
  const simple = d.matchesAll("addressed", String.raw`\{(?:"\w{1,64}":(?:${value}),?)*\}`);
  const values = d.replace("addressed", '":"[^"@]+"', '":"x"');
  const blanked = d.replace(values, String.raw`":-?\d[\d.eE+-]*`, '":0');
  return `CASE WHEN ${simple} THEN ${blanked} ELSE ${json} END`;
}

/** RE2 folds more letters than JavaScript does without its `u` flag. */
function anyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
