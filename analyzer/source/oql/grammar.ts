/** The OQL grammar as recursive descent: queries, joins, and conditions with four levels of operators. */
import type {
  OqlCall,
  OqlExpression,
  OqlField,
  OqlInterval,
  OqlJoin,
  OqlJoinOperator,
  OqlLiteral,
  OqlMembership,
  OqlName,
  OqlQuery,
  OqlSelect,
  OqlSource,
} from "./ast.ts";
import type { OqlCursor } from "./cursor.ts";
import { OQL_FUNCTIONS, OQL_UNITS } from "./lexer.ts";
import { OQL_JOIN_OPERATORS, OQL_LEVELS } from "./operators.ts";

/** Deepest nesting of parentheses that is read; written queries stay below ten. */
export const MAX_OQL_NESTING = 200;

/** A query as far as it could be read; a nested one is given up at its first error. */
export function parseQuery(cursor: OqlCursor): OqlQuery | null {
  const queries: OqlSelect[] = [];
  do {
    const before = cursor.errors.length;
    const query = parseSelect(cursor);
    if (query !== null) queries.push(query);
    const whole = cursor.errors.length === before;
    if (cursor.depth > 0) {
      if (!whole) return null;
    } else {
      if (whole && !atEnd(cursor)) cursor.fail("the end of the query");
      cursor.skipTo(cursor.open);
    }
  } while (cursor.take("UNION"));
  const [first] = queries;
  if (first === undefined || queries.length === 1) return first ?? null;
  return { kind: "union", queries, start: first.start, end: cursor.lastEnd };
}

function parseSelect(cursor: OqlCursor): OqlSelect | null {
  const { open } = cursor;
  const opening = cursor.expect("SELECT");
  if (opening === null) return null;
  const names = parseNames(cursor);
  const [first] = names ?? [];
  if (names === null || first === undefined) return null;
  const listed = names.length > 1 || cursor.is("FROM");
  if (listed && cursor.expect("FROM") === null) return null;
  const from = parseSource(cursor, listed ? null : first);
  if (from === null) return null;
  const joins: OqlJoin[] = [];
  let where: OqlExpression | null = null;
  const close = (): OqlSelect => ({
    kind: "select",
    selected: listed ? names : [from.alias],
    from,
    joins,
    where,
    start: opening.start,
    end: cursor.lastEnd,
  });
  while (!cursor.is("WHERE") && !atEnd(cursor)) {
    const join = cursor.is("JOIN")
      ? parseJoin(cursor)
      : cursor.depth > 0
        ? null
        : cursor.fail("the end of the query");
    if (join !== null) joins.push(join);
    else if (cursor.depth > 0 || !cursor.skipTo(open, "JOIN", "WHERE")) return close();
  }
  if (cursor.take("WHERE")) where = parseWhere(cursor);
  return close();
}

/** A whole condition. Outside parentheses, reading goes on behind the AND or OR that follows an error. */
export function parseWhere(cursor: OqlCursor): OqlExpression | null {
  if (cursor.depth > 0) return parseCondition(cursor);
  const { open } = cursor;
  const parts: OqlExpression[] = [];
  for (;;) {
    const before = cursor.errors.length;
    const part = parseCondition(cursor);
    if (part !== null) parts.push(part);
    if (part !== null && !atEnd(cursor)) cursor.fail("an operator or the end of the condition");
    if (cursor.errors.length === before || !cursor.skipTo(open, "AND", "OR", "&", "|")) break;
    cursor.next();
  }
  // What connected the parts is lost with the error between them.
  return parts.reduce<OqlExpression | null>(
    (left, right) => (left === null ? right : joined(left, right)),
    null,
  );
}

function joined(left: OqlExpression, right: OqlExpression): OqlExpression {
  return { kind: "binary", operator: "AND", left, right, start: left.start, end: right.end };
}

/** Nothing of the current query follows. */
function atEnd(cursor: OqlCursor): boolean {
  return cursor.token.kind === "end" || cursor.is("UNION");
}

function parseNames(cursor: OqlCursor): readonly OqlName[] | null {
  const names: OqlName[] = [];
  do {
    const name = parseName(cursor, "a class");
    if (name === null) return null;
    names.push(name);
  } while (cursor.take(","));
  return names;
}

function parseSource(cursor: OqlCursor, read: OqlName | null): OqlSource | null {
  const name = read ?? parseName(cursor, "a class");
  if (name === null) return null;
  if (cursor.take("AS") === null) return { class: name, alias: name, start: name.start, end: name.end };
  const alias = parseName(cursor, "an alias");
  return alias && { class: name, alias, start: name.start, end: alias.end };
}

function parseJoin(cursor: OqlCursor): OqlJoin | null {
  const { start } = cursor.next();
  const source = parseSource(cursor, null);
  if (source === null || cursor.expect("ON") === null) return null;
  const left = parseField(cursor);
  if (left === null) return null;
  const operator = cursor.take(...OQL_JOIN_OPERATORS);
  if (operator === null) return cursor.fail("a join operator");
  const right = parseField(cursor);
  return right && { source, left, operator: operator.text as OqlJoinOperator, right, start, end: right.end };
}

/** A condition, or `null` after an error that is noted in the cursor. */
export function parseCondition(cursor: OqlCursor, level = 0): OqlExpression | null {
  const operators = OQL_LEVELS[level];
  if (operators === undefined) return parseMembership(cursor);
  let left = parseCondition(cursor, level + 1);
  while (left !== null) {
    const operator = cursor.take(...operators);
    if (operator === null) return left;
    const right = parseCondition(cursor, level + 1);
    if (right === null) return null;
    left = { kind: "binary", operator: operator.text, left, right, start: left.start, end: right.end };
  }
  return null;
}

function parseName(cursor: OqlCursor, what: string): OqlName | null {
  if (cursor.token.kind !== "name") return cursor.fail(what);
  const { text, start, end } = cursor.next();
  return { text, start, end };
}

function parseField(cursor: OqlCursor): OqlField | null {
  const first = parseName(cursor, "an attribute");
  if (first === null) return null;
  if (cursor.take(".") === null) {
    return { kind: "field", alias: null, name: first, start: first.start, end: first.end };
  }
  const name = parseName(cursor, "an attribute after the alias");
  return name && { kind: "field", alias: first, name, start: first.start, end: name.end };
}

function parseMembership(cursor: OqlCursor): OqlExpression | null {
  let left = parseBasic(cursor);
  while (left !== null) {
    const operator = cursor.take("IN", "NOT IN");
    if (operator === null) return left;
    const right = inParentheses(cursor, () => (cursor.is("SELECT") ? parseQuery(cursor) : parseList(cursor)));
    if (right === null) return null;
    left = {
      kind: "in",
      operator: operator.text as OqlMembership["operator"],
      left,
      right,
      start: left.start,
      end: cursor.lastEnd,
    };
  }
  return null;
}

function parseBasic(cursor: OqlCursor): OqlExpression | null {
  const { kind, text, start } = cursor.token;
  if (cursor.is("(")) return inParentheses(cursor, () => parseCondition(cursor));
  if (kind === "name") return parseField(cursor);
  if (kind === "variable") {
    const { end } = cursor.next();
    const [root = "", attribute = null] = text.slice(1).split("->");
    return { kind: "parameter", root, attribute, start, end };
  }
  if (kind === "keyword" && OQL_FUNCTIONS.has(text)) return parseCall(cursor);
  return parseLiteral(cursor);
}

function parseLiteral(cursor: OqlCursor): OqlLiteral | null {
  const { kind, text, start, end } = cursor.token;
  if (kind === "string" || kind === "number" || kind === "hex") {
    cursor.next();
    return { kind: "literal", type: kind, value: text, start, end };
  }
  if (cursor.take("NULL")) return { kind: "literal", type: "null", value: text, start, end };
  if (cursor.take("-") === null) return cursor.fail("a value");
  if (cursor.token.kind !== "number") return cursor.fail("a number");
  const number = cursor.next();
  return { kind: "literal", type: "number", value: `-${number.text}`, start, end: number.end };
}

function parseCall(cursor: OqlCursor): OqlCall | null {
  const { text: name, start } = cursor.next();
  const args = inParentheses(cursor, () => (cursor.is(")") ? [] : parseArguments(cursor)));
  return args && { kind: "call", name, args, start, end: cursor.lastEnd };
}

function parseArguments(cursor: OqlCursor): readonly (OqlExpression | OqlInterval)[] | null {
  return separated(cursor, () => (cursor.is("INTERVAL") ? parseInterval(cursor) : parseCondition(cursor)));
}

function parseInterval(cursor: OqlCursor): OqlInterval | null {
  const { start } = cursor.next();
  const value = parseCondition(cursor);
  if (value === null) return null;
  const unit = cursor.take(...OQL_UNITS);
  if (unit === null) return cursor.fail("a unit of time");
  return { kind: "interval", value, unit: unit.text, start, end: unit.end };
}

function parseList(cursor: OqlCursor): readonly OqlExpression[] | null {
  return separated(cursor, () => parseCondition(cursor));
}

function separated<Item>(cursor: OqlCursor, parse: () => Item | null): readonly Item[] | null {
  const items: Item[] = [];
  do {
    const item = parse();
    if (item === null) return null;
    items.push(item);
  } while (cursor.take(","));
  return items;
}

function inParentheses<Inner>(cursor: OqlCursor, parse: () => Inner | null): Inner | null {
  if (cursor.expect("(") === null) return null;
  if (cursor.depth >= MAX_OQL_NESTING)
    return cursor.report(`nested deeper than ${MAX_OQL_NESTING} levels (MAX_OQL_NESTING)`);
  cursor.depth++;
  const inner = parse();
  cursor.depth--;
  return inner !== null && cursor.expect(")") !== null ? inner : null;
}
