/** Which class each name of a parsed query means, and which fields of the model it looks at. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Field } from "../../../model/field.ts";
import {
  isQuery,
  type OqlExpression,
  type OqlField,
  type OqlQuery,
  type OqlResult,
  type OqlSelect,
} from "../../../source/oql/ast.ts";
import { partsOf, selectsOf, type OqlPart } from "../../../source/oql/walk.ts";

/** A condition with the classes its unqualified and qualified names can be of. */
export interface QueryScope {
  readonly condition: OqlExpression | null;
  /** Class by alias. */
  readonly classes: ReadonlyMap<string, string>;
  readonly joined: readonly OqlField[];
}

/** The scopes of a query and of all queries in it; a bare condition is one scope, about `host`. */
export function scopesOfOql(result: OqlResult, host: string | null): readonly QueryScope[] {
  const scopes: QueryScope[] = [];
  if (!isQuery(result)) {
    scopes.push({
      condition: result,
      classes: new Map(host === null ? [] : [[host, host]]),
      joined: [],
    });
  }
  for (const part of partsOf(result)) if (part.kind === "select") scopes.push(scopeOfSelect(part));
  return scopes;
}

function scopeOfSelect({ from, joins, where }: OqlSelect): QueryScope {
  const sources = [from, ...joins.map(({ source }) => source)];
  return {
    condition: where,
    classes: new Map(sources.map((source) => [source.alias.text, source.class.text])),
    joined: joins.flatMap(({ left, right }) => [left, right]),
  };
}

/** Parts of a condition, without those of queries inside it: these have classes of their own. */
export function ownParts(condition: OqlExpression): readonly OqlPart[] {
  const found: OqlPart[] = [];
  let behind = -1;
  for (const part of partsOf(condition)) {
    if (part.end <= behind) continue;
    if (part.kind === "select" || part.kind === "union") behind = part.end;
    else found.push(part);
  }
  return found;
}

/** Fields a condition names itself. */
export function fieldsIn(condition: OqlExpression): readonly OqlField[] {
  return ownParts(condition).filter((part) => part.kind === "field");
}

/** The class a name of the scope is of; `null` when it is of none, or could be of several. */
export function classOfField(
  { alias, name }: OqlField,
  { classes }: QueryScope,
  index: EntityIndex,
): string | null {
  if (alias !== null) return classes.get(alias.text) ?? null;
  const owners = [...new Set(classes.values())].filter(
    (owner) => classes.size === 1 || index.field(owner, name.text) !== undefined,
  );
  return owners.length === 1 ? (owners[0] ?? null) : null;
}

/** Every field of the model the scope looks at. */
export function fieldsOfScope(scope: QueryScope, index: EntityIndex): readonly Field[] {
  const named = [...scope.joined, ...(scope.condition === null ? [] : fieldsIn(scope.condition))];
  return named.flatMap((each) => {
    const owner = classOfField(each, scope, index);
    return owner === null ? [] : (index.field(owner, each.name.text) ?? []);
  });
}

/** The class that every row is of, also when the model lacks it: then the first that is written. */
export function firstClass(query: OqlQuery): string | null {
  const [select] = selectsOf(query);
  if (select === undefined) return null;
  return scopeOfSelect(select).classes.get(select.selected[0]?.text ?? "") ?? null;
}
