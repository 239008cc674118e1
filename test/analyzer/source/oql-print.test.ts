import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  OqlCall,
  OqlExpression,
  OqlField,
  OqlInterval,
  OqlName,
  OqlQuery,
  OqlResult,
  OqlSelect,
  OqlSource,
} from "../../../analyzer/source/oql/ast.ts";
import { OQL_FUNCTIONS, OQL_UNITS } from "../../../analyzer/source/oql/lexer.ts";
import { OQL_JOIN_OPERATORS, OQL_LEVELS } from "../../../analyzer/source/oql/operators.ts";
import { parseOql } from "../../../analyzer/source/oql/parse.ts";
import { printOql } from "../../../analyzer/source/oql/print.ts";

const here = { start: 0, end: 0 };
const name: fc.Arbitrary<OqlName> = fc
  .oneof(
    fc.stringMatching(/^[_a-zA-Z][_a-zA-Z0-9]{0,6}$/),
    fc.stringMatching(/^[^`]{1,5}$/),
    fc.constantFrom("NOT", "SELECT", "DATE"),
  )
  .map((text) => ({ ...here, text }));
const fieldNode: fc.Arbitrary<OqlField> = fc
  .record({ alias: fc.option(name), name })
  .map((parts) => ({ ...here, kind: "field", ...parts }));
const identifier = fc.stringMatching(/^[_a-zA-Z][_a-zA-Z0-9]{0,6}$/);
const leaf: fc.Arbitrary<OqlExpression> = fc.oneof(
  fieldNode,
  fc
    .record({ root: identifier, attribute: fc.option(identifier) })
    .map((parts) => ({ ...here, kind: "parameter" as const, ...parts })),
  fc.string().map((value) => ({ ...here, kind: "literal" as const, type: "string" as const, value })),
  fc
    .integer()
    .map((value) => ({ ...here, kind: "literal" as const, type: "number" as const, value: String(value) })),
  fc.nat().map((value) => ({
    ...here,
    kind: "literal" as const,
    type: "hex" as const,
    value: `0x${value.toString(16)}`,
  })),
  fc.constant({ ...here, kind: "literal" as const, type: "null" as const, value: "NULL" }),
);
const source: fc.Arbitrary<OqlSource> = fc
  .record({ class: name, alias: name })
  .map((parts) => ({ ...here, ...parts }));

const grammar = fc.letrec<{
  expression: OqlExpression;
  argument: OqlExpression | OqlInterval;
  select: OqlSelect;
  query: OqlQuery;
}>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc
      .record({
        operator: fc.constantFrom(...OQL_LEVELS.flat()),
        left: tie("expression"),
        right: tie("expression"),
      })
      .map((parts) => ({ ...here, kind: "binary" as const, ...parts })),
    fc
      .record({
        operator: fc.constantFrom("IN" as const, "NOT IN" as const),
        left: tie("expression"),
        right: fc.oneof(fc.array(tie("expression"), { minLength: 1, maxLength: 3 }), tie("query")),
      })
      .map((parts) => ({ ...here, kind: "in" as const, ...parts })),
    fc
      .record({ name: fc.constantFrom(...OQL_FUNCTIONS), args: fc.array(tie("argument"), { maxLength: 3 }) })
      .map((parts): OqlCall => ({ ...here, kind: "call", ...parts })),
  ),
  argument: fc.oneof(
    tie("expression"),
    fc
      .record({ value: tie("expression"), unit: fc.constantFrom(...OQL_UNITS) })
      .map((parts): OqlInterval => ({ ...here, kind: "interval", ...parts })),
  ),
  select: fc
    .record({
      selected: fc.array(name, { minLength: 1, maxLength: 2 }),
      from: source,
      joins: fc.array(
        fc
          .record({
            source,
            left: fieldNode,
            operator: fc.constantFrom(...OQL_JOIN_OPERATORS),
            right: fieldNode,
          })
          .map((parts) => ({ ...here, ...parts })),
        { maxLength: 2 },
      ),
      where: fc.option(tie("expression")),
    })
    .map((parts): OqlSelect => ({ ...here, kind: "select", ...parts })),
  query: fc.oneof(
    tie("select"),
    fc
      .array(tie("select"), { minLength: 2, maxLength: 3 })
      .map((queries): OqlQuery => ({ ...here, kind: "union", queries })),
  ),
}));

/** The tree without offsets. */
function shape(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shape);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => key !== "start" && key !== "end");
  return Object.fromEntries(entries.map(([key, value]) => [key, shape(value)]));
}

describe("printed OQL", () => {
  it("parses to the tree it was printed from", () => {
    const trees: fc.Arbitrary<OqlResult> = fc.oneof(grammar.query, grammar.expression);
    fc.assert(
      fc.property(trees, (tree) => {
        const { query, errors } = parseOql(printOql(tree));
        expect(errors).toEqual([]);
        expect(shape(query)).toEqual(shape(tree));
      }),
      { numRuns: 500 },
    );
  });

  it("can leave string constants out, so that no person shows", () => {
    const { query } = parseOql(
      'SELECT Nurse WHERE email = "m.oakley@stannehospital.example" AND id IN ("7")',
    );
    expect(query && printOql(query, { hideStrings: true })).toBe(
      "SELECT Nurse WHERE email = '…' AND id IN ('…')",
    );
  });

  it("puts names in backquotes only when they would not be read as names", () => {
    const { query } = parseOql("SELECT `Nurse` AS `DATE` WHERE `ward` = 1 AND `NOT` IN (1)");
    expect(query && printOql(query)).toBe("SELECT Nurse AS `DATE` WHERE ward = 1 AND `NOT` IN (1)");
  });

  it("of any text without errors is the same query again; no text makes the parser throw", () => {
    const words = fc.constantFrom(
      ..."SELECT FROM AS JOIN ON WHERE UNION AND OR IN NULL INTERVAL DAY IF ( ) , . = - + \" ' Nurse 1 :this->a".split(
        " ",
      ),
    );
    const soup = fc.oneof(
      fc.array(words, { maxLength: 20 }).map((parts) => parts.join(" ")),
      fc.array(words, { maxLength: 12 }).map((parts) => `SELECT Nurse WHERE ${parts.join(" ")}`),
      fc.string(),
    );
    fc.assert(
      fc.property(soup, (text) => {
        const { query, errors } = parseOql(text);
        if (errors.length > 0 || query === null) return;
        expect(shape(parseOql(printOql(query)).query)).toEqual(shape(query));
      }),
      { numRuns: 2_000 },
    );
  });
});
