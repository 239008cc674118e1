/** Checks a query against the effective model: syntax, classes, attributes, and what `:this` can give. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { isQuery } from "../../../source/oql/ast.ts";
import { checkCondition, checkOql, hasAttribute } from "../../../source/oql/check.ts";
import type { OqlError } from "../../../source/oql/lexer.ts";
import type { ParsedOql } from "../../../source/oql/parse.ts";
import { parametersOf } from "../../../source/oql/walk.ts";
import { attributesNamed } from "../notifications/placeholders.ts";
import type { QuerySite } from "./query-site.ts";

/** By offset; names are looked at only where the syntax is right. */
export function faultsOf(
  { query, errors }: ParsedOql,
  site: QuerySite,
  index: EntityIndex,
): readonly OqlError[] {
  if (errors.length > 0 || query === null) return errors;
  const { host, shape } = site;
  if (!isQuery(query)) {
    if (shape === "query") {
      return [{ message: "a condition without SELECT", offset: query.start }];
    }
    const known = host !== null && index.entity(host) !== undefined;
    return known ? checkCondition(query, host, index) : [];
  }
  const names = checkOql(query, index).filter(
    ({ message }) => site.missedElsewhere === null || message !== `unknown class ${site.missedElsewhere}`,
  );
  return [...names, ...parameterFaults(query, host, index)].toSorted((a, b) => a.offset - b.offset);
}

/** An heir of the class may have what the class itself has not. */
function parameterFaults(
  query: Parameters<typeof parametersOf>[0],
  host: string | null,
  index: EntityIndex,
): readonly OqlError[] {
  if (host === null || index.entity(host) === undefined) return [];
  return parametersOf(query).flatMap(({ root, attribute, start }) => {
    if (root !== "this" || attribute === null) return [];
    if (hasAttribute(index, host, attribute) || attributesNamed(index, host, attribute).length > 0) return [];
    return [{ message: `${host} has no attribute ${attribute} for :this`, offset: start }];
  });
}
