/** Writes a parsed OQL text back so that it parses to the same tree. */
import type {
  OqlBinary,
  OqlExpression,
  OqlField,
  OqlInterval,
  OqlLiteral,
  OqlQuery,
  OqlResult,
  OqlSelect,
  OqlSource,
} from "./ast.ts";
import { isQuery } from "./ast.ts";
import { OQL_LEVELS } from "./operators.ts";
import { isPlainName } from "./lexer.ts";

/** What stands in place of a string constant in texts that may be shown. */
const HIDDEN_STRING = "'…'";

export interface OqlPrintOptions {
  /** Leaves string constants out: they can be names or addresses of people. */
  readonly hideStrings?: boolean;
}

export function printOql(result: OqlResult, options: OqlPrintOptions = {}): string {
  return isQuery(result) ? printQuery(result, options) : printExpression(result, options);
}

function printQuery(query: OqlQuery, options: OqlPrintOptions): string {
  if (query.kind === "union")
    return query.queries.map((select) => printSelect(select, options)).join(" UNION ");
  return printSelect(query, options);
}

function printSelect({ selected, from, joins, where }: OqlSelect, options: OqlPrintOptions): string {
  const names = selected.map(({ text }) => quoteName(text)).join(", ");
  const implied = selected.length === 1 && selected[0]?.text === from.alias.text;
  let text = implied ? `SELECT ${printSource(from)}` : `SELECT ${names} FROM ${printSource(from)}`;
  for (const { source, left, operator, right } of joins) {
    text += ` JOIN ${printSource(source)} ON ${printField(left)} ${operator} ${printField(right)}`;
  }
  return where === null ? text : `${text} WHERE ${printExpression(where, options)}`;
}

function printSource({ class: name, alias }: OqlSource): string {
  return name.text === alias.text
    ? quoteName(name.text)
    : `${quoteName(name.text)} AS ${quoteName(alias.text)}`;
}

function printExpression(part: OqlExpression | OqlInterval, options: OqlPrintOptions): string {
  const print = (inner: OqlExpression | OqlInterval): string => printExpression(inner, options);
  switch (part.kind) {
    case "field":
      return printField(part);
    case "parameter":
      return part.attribute === null ? `:${part.root}` : `:${part.root}->${part.attribute}`;
    case "literal":
      return printLiteral(part, options);
    case "binary":
      return printChain(part, print);
    case "in": {
      const list = "kind" in part.right ? printQuery(part.right, options) : part.right.map(print).join(", ");
      return `${part.left.kind === "binary" ? `(${print(part.left)})` : print(part.left)} ${part.operator} (${list})`;
    }
    case "call":
      return `${part.name}(${part.args.map(print).join(", ")})`;
    case "interval":
      return `INTERVAL ${print(part.value)} ${part.unit}`;
    default: {
      const unknown: never = part;
      return unknown;
    }
  }
}

/** Follows the left side in a loop: a chain of conditions may be longer than the stack is deep. */
function printChain(last: OqlBinary, print: (inner: OqlExpression) => string): string {
  const parts: string[] = [];
  let at: OqlExpression = last;
  for (;;) {
    const level = levelOf(at);
    const { operator, left, right }: OqlBinary = at;
    parts.push(` ${operator} ${levelOf(right) <= level ? `(${print(right)})` : print(right)}`);
    if (left.kind !== "binary" || levelOf(left) < level) {
      parts.push(left.kind === "binary" ? `(${print(left)})` : print(left));
      return parts.reverse().join("");
    }
    at = left;
  }
}

function levelOf(part: OqlExpression): number {
  return part.kind === "binary"
    ? OQL_LEVELS.findIndex((operators) => operators.includes(part.operator))
    : OQL_LEVELS.length;
}

function printLiteral({ type, value }: OqlLiteral, { hideStrings = false }: OqlPrintOptions): string {
  if (type !== "string") return value;
  return hideStrings ? HIDDEN_STRING : `"${value.replace(/["\\]/g, "\\$&")}"`;
}

function printField({ alias, name }: OqlField): string {
  return alias === null ? quoteName(name.text) : `${quoteName(alias.text)}.${quoteName(name.text)}`;
}

function quoteName(name: string): string {
  return isPlainName(name) ? name : `\`${name}\``;
}
