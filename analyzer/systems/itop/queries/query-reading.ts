/** Makes of one place with OQL what the model keeps of it, and problems of what does not work. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { elementPath, type SystemId } from "../../../model/model-path.ts";
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import type { StoredQuery } from "../../../model/query.ts";
import { isQuery, type OqlResult } from "../../../source/oql/ast.ts";
import { classOfQuery } from "../../../source/oql/check.ts";
import type { OqlError } from "../../../source/oql/lexer.ts";
import { MAX_OQL_ERRORS, parseOql } from "../../../source/oql/parse.ts";
import { faultsOf } from "./query-check.ts";
import { literalsOf } from "./query-literals.ts";
import { fieldsOfScope, firstClass, scopesOfOql } from "./query-scope.ts";
import type { QuerySite } from "./query-site.ts";

/** Errors told of one place; the first are those that explain the others. */
const MAX_SAID = 3;

export interface QueryReading {
  readonly query: StoredQuery;
  /** As far as it could be parsed. */
  readonly parsed: OqlResult | null;
  readonly problems: readonly Problem[];
}

export function readQuery(site: QuerySite, index: EntityIndex, system: SystemId): QueryReading {
  const { place, name, audience, text, host, note, location } = site;
  const parsing = parseOql(text);
  const parsed = parsing.query;
  const faults = faultsOf(parsing, site, index);
  const scopes = parsed === null ? [] : scopesOfOql(parsed, host);
  const reads = scopes.flatMap(({ classes }) => [...classes.values()]);
  const fields = scopes.flatMap((scope) => fieldsOfScope(scope, index)).map(({ path }) => path);
  const query: StoredQuery = {
    path: elementPath(system, "query", name),
    name,
    place,
    audience,
    entity: entityOf(parsed, host, index),
    reads: sorted(reads),
    fields: sorted(fields),
    exported: [],
    valid: faults.length === 0,
    error: faults[0]?.message ?? null,
    literals: literalsOf(text, parsed, host, index),
    note,
    proof: { location, basis: null },
  };
  return {
    query,
    parsed,
    problems: site.judgedElsewhere ? [] : problemsOf(faults, site),
  };
}

/** What does not work may still tell which class it was meant for. */
function entityOf(parsed: OqlResult | null, host: string | null, index: EntityIndex): string | null {
  if (parsed === null) return null;
  return isQuery(parsed) ? (classOfQuery(parsed, index) ?? firstClass(parsed)) : host;
}

/** One problem for each place: an export has one place for all that is wrong with a query. */
function problemsOf(faults: readonly OqlError[], site: QuerySite): readonly Problem[] {
  const byPlace = new Map<string, { readonly location: Location; readonly says: string[] }>();
  for (const { message, offset } of faults.slice(0, MAX_OQL_ERRORS)) {
    const location = site.at(offset);
    const key = `${location.line}:${location.column}`;
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, { location, says: [message] });
    else known.says.push(message);
  }
  const problems = [...byPlace.values()].map(({ location, says }): Problem => {
    const more = says.length > MAX_SAID ? ` and ${says.length - MAX_SAID} more` : "";
    const wrong = says.slice(0, MAX_SAID).join("; ") + more;
    return {
      kind: "unresolved",
      message: `The query "${site.name}" does not work: ${wrong}.`,
      location,
      lost: "which rows it selects, and which fields it reads",
    };
  });
  if (faults.length > MAX_OQL_ERRORS) {
    const message = `The query "${site.name}" has more than ${MAX_OQL_ERRORS} errors (MAX_OQL_ERRORS); the others are not listed.`;
    problems.push({ kind: "limit", message, location: site.location });
  }
  return problems;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
