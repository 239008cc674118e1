/** Operators of OQL, by precedence. */
import type { OqlJoinOperator } from "./ast.ts";

/** From loosest to tightest; `+` and `-` bind like comparisons in iTop's own grammar. */
export const OQL_LEVELS: readonly (readonly string[])[] = [
  ["OR", "|", "^"],
  ["AND", "&"],
  ["+", "-", ">", "<", ">=", "<=", "LIKE", "NOT LIKE", "MATCHES", "REGEXP", "=", "!="],
  ["/", "*", "<<", ">>"],
];

export const OQL_JOIN_OPERATORS = [
  "=",
  "BELOW",
  "BELOW STRICT",
  "NOT BELOW",
  "NOT BELOW STRICT",
  "ABOVE",
  "ABOVE STRICT",
  "NOT ABOVE",
  "NOT ABOVE STRICT",
] as const satisfies readonly OqlJoinOperator[];
