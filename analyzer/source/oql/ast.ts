/** What an OQL text is parsed into; every node knows its offsets in the text. */

/** Offsets in UTF-16 units; the end is exclusive. */
export interface OqlRange {
  readonly start: number;
  readonly end: number;
}

/** A class, alias or attribute name, without backquotes. */
export interface OqlName extends OqlRange {
  readonly text: string;
}

/** A class with the alias it goes by; the alias is the class itself when none is written. */
export interface OqlSource extends OqlRange {
  readonly class: OqlName;
  readonly alias: OqlName;
}

export type OqlJoinOperator =
  | "="
  | "BELOW"
  | "BELOW STRICT"
  | "NOT BELOW"
  | "NOT BELOW STRICT"
  | "ABOVE"
  | "ABOVE STRICT"
  | "NOT ABOVE"
  | "NOT ABOVE STRICT";

export interface OqlJoin extends OqlRange {
  readonly source: OqlSource;
  readonly left: OqlField;
  readonly operator: OqlJoinOperator;
  readonly right: OqlField;
}

export interface OqlSelect extends OqlRange {
  readonly kind: "select";
  /** Aliases whose objects are returned. */
  readonly selected: readonly OqlName[];
  readonly from: OqlSource;
  readonly joins: readonly OqlJoin[];
  readonly where: OqlExpression | null;
}

export interface OqlUnion extends OqlRange {
  readonly kind: "union";
  readonly queries: readonly OqlSelect[];
}

export type OqlQuery = OqlSelect | OqlUnion;

/** `alias.attribute` or a bare attribute. */
export interface OqlField extends OqlRange {
  readonly kind: "field";
  readonly alias: OqlName | null;
  readonly name: OqlName;
}

/** `:root` or `:root->attribute`. */
export interface OqlParameter extends OqlRange {
  readonly kind: "parameter";
  readonly root: string;
  readonly attribute: string | null;
}

/** A constant; numbers and hexadecimal numbers keep their written form. */
export interface OqlLiteral extends OqlRange {
  readonly kind: "literal";
  readonly type: "string" | "number" | "hex" | "null";
  readonly value: string;
}

export interface OqlBinary extends OqlRange {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: OqlExpression;
  readonly right: OqlExpression;
}

export interface OqlMembership extends OqlRange {
  readonly kind: "in";
  readonly operator: "IN" | "NOT IN";
  readonly left: OqlExpression;
  readonly right: OqlQuery | readonly OqlExpression[];
}

export interface OqlCall extends OqlRange {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly (OqlExpression | OqlInterval)[];
}

/** `INTERVAL 2 DAY`; only ever an argument. */
export interface OqlInterval extends OqlRange {
  readonly kind: "interval";
  readonly value: OqlExpression;
  readonly unit: string;
}

export type OqlExpression = OqlField | OqlParameter | OqlLiteral | OqlBinary | OqlMembership | OqlCall;

/** A whole text: a query, or a bare condition as uniqueness rules and obsolescence have it. */
export type OqlResult = OqlQuery | OqlExpression;

export function isQuery(result: OqlResult): result is OqlQuery {
  return result.kind === "select" || result.kind === "union";
}
