/** Finds parts of a parsed OQL text: its expressions, parameters, string literals and classes. */
import type {
  OqlExpression,
  OqlInterval,
  OqlLiteral,
  OqlParameter,
  OqlQuery,
  OqlResult,
  OqlSelect,
} from "./ast.ts";

export type OqlPart = OqlResult | OqlInterval;

/** Every part in the order of the text, nested queries included. Not recursive: chains may be thousands long. */
export function* partsOf(result: OqlResult): Generator<OqlPart> {
  const open: OqlPart[] = [result];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    yield part;
    const inner = childrenOf(part);
    for (let at = inner.length - 1; at >= 0; at--) open.push(inner[at] as OqlPart);
  }
}

function childrenOf(part: OqlPart): readonly OqlPart[] {
  switch (part.kind) {
    case "union":
      return part.queries;
    case "select":
      return part.where === null ? [] : [part.where];
    case "binary":
      return [part.left, part.right];
    case "in":
      return [part.left, ...("kind" in part.right ? [part.right] : part.right)];
    case "call":
      return part.args;
    case "interval":
      return [part.value];
    case "field":
    case "parameter":
    case "literal":
      return [];
    default: {
      const unknown: never = part;
      return unknown;
    }
  }
}

/** All `:name` and `:name->attribute`, in order. */
export function parametersOf(result: OqlResult): readonly OqlParameter[] {
  return [...partsOf(result)].filter((part) => part.kind === "parameter");
}

/** String constants with their places: where a query can hold personal data itself. */
export function stringLiteralsOf(result: OqlResult): readonly OqlLiteral[] {
  return [...partsOf(result)]
    .filter((part) => part.kind === "literal")
    .filter((literal) => literal.type === "string");
}

/** The SELECTs of a query in order, without nested ones. */
export function selectsOf(query: OqlQuery): readonly OqlSelect[] {
  return query.kind === "union" ? query.queries : [query];
}

export interface SelectedClass {
  readonly alias: string;
  /** `null` when no class goes by the alias. */
  readonly class: string | null;
}

/** What each SELECT of the query returns; the first alias of the first SELECT is what single-object users take. */
export function selectedClasses(query: OqlQuery): readonly SelectedClass[] {
  return selectsOf(query).flatMap((select) => {
    const sources = [select.from, ...select.joins.map((join) => join.source)];
    return select.selected.map(({ text }) => ({
      alias: text,
      class: sources.find((source) => source.alias.text === text)?.class.text ?? null,
    }));
  });
}

/** Conditions that must all hold: the parts of a condition joined by AND. */
export function conjunctsOf(condition: OqlExpression | null): readonly OqlExpression[] {
  const found: OqlExpression[] = [];
  const open = condition === null ? [] : [condition];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part.kind === "binary" && (part.operator === "AND" || part.operator === "&"))
      open.push(part.right, part.left);
    else found.push(part);
  }
  return found;
}
