/** Compares the OQL parser with recorded parse trees and errors of iTop's own parser. */
import { isDeepStrictEqual } from "node:util";
import {
  isQuery,
  type OqlExpression,
  type OqlField,
  type OqlInterval,
  type OqlLiteral,
  type OqlResult,
  type OqlSelect,
} from "../../analyzer/source/oql/ast.ts";
import { parseOql } from "../../analyzer/source/oql/parse.ts";
import { selectedClasses } from "../../analyzer/source/oql/walk.ts";
import type { Agreement, Comparison } from "./comparison.ts";
import { readRecorded } from "./recorded.ts";

interface Recording {
  readonly cases: readonly OqlCase[];
}

interface OqlCase {
  readonly oql: string;
  readonly ast?: unknown;
  readonly error?: { readonly message: string };
  readonly semantic?: { readonly ok: boolean; readonly selected?: Readonly<Record<string, string>> };
}

const FILE = "oql-cases.json";

export const oqlCases: Comparison = {
  name: "OQL parsing",
  files: [FILE],
  run: async ({ dir }) => [compare(readRecorded<Recording>(dir, FILE).cases)],
};

function compare(cases: readonly OqlCase[]): Agreement {
  const disagreements = cases.flatMap((each) => {
    const difference = differenceOf(each);
    return difference === null ? [] : [`${difference}: ${each.oql}`];
  });
  const agreed = cases.length - disagreements.length;
  return { file: FILE, agreed, compared: cases.length, disagreements, notCompared: new Map() };
}

function differenceOf({ oql, ast, error, semantic }: OqlCase): string | null {
  const { query, errors } = parseOql(oql);
  const [first] = errors;
  if (error !== undefined) {
    if (first === undefined) return "accepted, recorded as refused";
    const at = positionOf(error.message, oql);
    return at === null || at === first.offset ? null : `error at ${first.offset}, recorded at ${at}`;
  }
  if (first !== undefined || query === null) return "refused, recorded as accepted";
  if (!isDeepStrictEqual(toRecorded(query), withoutRuntime(ast))) return "another tree";
  if (semantic?.selected === undefined || !isQuery(query) || query.kind === "union") return null;
  const selected = selectedClasses(query).map((each) => [each.alias, each.class]);
  return isDeepStrictEqual(Object.fromEntries(selected), semantic.selected) ? null : "other classes";
}

/** Offset in an error text; the end of the input is recorded as 0, characters the lexer refuses without offset. */
function positionOf(message: string, oql: string): number | null {
  if (message.includes("End of Input")) return oql.length;
  const at = /' at (\d+) in /.exec(message)?.[1];
  return at === undefined ? null : Number(at);
}

/** The recorded tree without what iTop adds when it prepares a nested query for running. */
function withoutRuntime(recorded: unknown): unknown {
  if (Array.isArray(recorded)) return recorded.map(withoutRuntime);
  if (typeof recorded !== "object" || recorded === null) return recorded;
  const entries = Object.entries(recorded).filter(([name]) => name !== "m_oNestedQuery");
  return Object.fromEntries(entries.map(([name, value]) => [name, withoutRuntime(value)]));
}

function toRecorded(result: OqlResult): unknown {
  if (!isQuery(result)) return toExpression(result);
  if (result.kind === "select") return toSelect(result);
  return { "#": "OqlUnionQuery", aQueries: result.queries.map(toSelect) };
}

function toSelect({ selected, from, joins, where }: OqlSelect): unknown {
  const specs = joins.map(({ source, left, operator, right }) => ({
    "#": "OqlJoinSpec",
    m_oClass: source.class.text,
    m_oClassAlias: source.alias.text,
    m_oLeftField: toField(left),
    m_oRightField: toField(right),
    m_sOperator: operator.replaceAll(" ", "_"),
    m_oNextJoinspec: null,
  }));
  return {
    "#": "OqlObjectQuery",
    m_aSelect: selected.map(({ text }) => text),
    m_oClass: from.class.text,
    m_oClassAlias: from.alias.text,
    m_aJoins: specs.length === 0 ? null : specs,
    m_oCondition: where === null ? null : toExpression(where),
  };
}

function toField({ alias, name }: OqlField): unknown {
  const parent = alias?.text ?? "";
  return {
    "#": "FieldOqlExpression",
    m_oParent: parent,
    m_oName: name.text,
    m_sParent: parent,
    m_sName: name.text,
    m_value: `${parent}.${name.text}`,
  };
}

function toLiteral({ type, value }: OqlLiteral): unknown {
  switch (type) {
    case "string":
      return value;
    case "number":
      return Number(value);
    case "hex":
      return { hex: value };
    case "null":
      return null;
    default: {
      const unknown: never = type;
      return unknown;
    }
  }
}

function toExpression(part: OqlExpression | OqlInterval): unknown {
  switch (part.kind) {
    case "field":
      return toField(part);
    case "parameter": {
      const name = part.attribute === null ? part.root : `${part.root}->${part.attribute}`;
      return { "#": "VariableOqlExpression", m_sName: name, m_value: name };
    }
    case "literal":
      return { "#": "ScalarOqlExpression", m_value: toLiteral(part) };
    case "binary":
      return binary(part.operator === "MATCHES" ? "Match" : "Binary", part, toExpression(part.right));
    case "in": {
      const { right } = part;
      if (!("kind" in right))
        return binary("Binary", part, { "#": "ListOqlExpression", m_aExpressions: right.map(toExpression) });
      return binary("Binary", part, {
        "#": "NestedQueryOqlExpression",
        m_oOQLObjectQuery: toRecorded(right),
      });
    }
    case "call":
      return { "#": "FunctionOqlExpression", m_sVerb: part.name, m_aArgs: part.args.map(toExpression) };
    case "interval":
      return { "#": "IntervalOqlExpression", m_oValue: toExpression(part.value), m_sUnit: part.unit };
    default: {
      const unknown: never = part;
      return unknown;
    }
  }
}

function binary(
  kind: string,
  { left, operator }: { left: OqlExpression; operator: string },
  right: unknown,
): unknown {
  return {
    "#": `${kind}OqlExpression`,
    m_oLeftExpr: toExpression(left),
    m_oRightExpr: right,
    m_sOperator: operator,
  };
}
