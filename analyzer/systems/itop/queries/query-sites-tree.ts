/** OQL anywhere below an element: in elements that hold OQL by their name, and in any text that parses as a query. */
import type { StoredQuery } from "../../../model/query.ts";
import { isQuery } from "../../../source/oql/ast.ts";
import { parseOql } from "../../../source/oql/parse.ts";
import { isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import { PLAIN_SITE, siteOfElement, type QuerySite } from "./query-site.ts";

/** Elements whose text is OQL whatever it says. */
const OQL_ELEMENTS: ReadonlySet<string> = new Set([
  "oql",
  "oql_view",
  "oql_edit",
  "source_oql",
  "triggers_query",
]);

/** Elements that hold OQL, or something else that does not begin like it. */
const OQL_OR_OTHER: ReadonlySet<string> = new Set(["condition", "query", "filter"]);

/** Where the id says nothing more than that this is the query. */
const UNSPOKEN: ReadonlySet<string> = new Set(["oql", "oql_view", "condition", "constant"]);

export type TreePlace = Extract<
  StoredQuery["place"],
  "module-parameter" | "constant" | "portal-scope" | "portal-brick" | "portal-action"
>;

/** `ids` name the element; those of the elements on the way are added. */
export function treeSites(top: XmlElement, place: TreePlace, ids: readonly string[]): readonly QuerySite[] {
  const found: QuerySite[] = [];
  const open = [{ element: top, ids }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element } = next;
    // Parameters of modules are told apart by their elements, parts of a portal by their ids.
    const named = place === "module-parameter" && !OQL_ELEMENTS.has(element.name) ? element.name : undefined;
    const id = element === top ? undefined : (element.attributes["id"] ?? named);
    const names = id === undefined ? next.ids : [...next.ids, id];
    if (isOql(element)) {
      const tag = UNSPOKEN.has(element.name) ? "" : ` ${element.name}`;
      const audience = place.startsWith("portal") ? "end-user" : "unknown";
      const facts = { ...PLAIN_SITE, place, audience, name: `${place} ${names.join("/")}${tag}` } as const;
      found.push(siteOfElement(facts, element));
    }
    for (const inner of element.children.filter(isElement).toReversed()) {
      open.push({ element: inner, ids: names });
    }
  }
  return found;
}

/** Prose may begin with SELECT, too; only what iTop could run is taken for a query. */
function isOql(element: XmlElement): boolean {
  const text = textOf(element);
  if (text === "") return false;
  if (OQL_ELEMENTS.has(element.name)) return true;
  if (!/^SELECT\s/.test(text)) return false;
  if (OQL_OR_OTHER.has(element.name)) return true;
  const { query, errors } = parseOql(text);
  return query !== null && isQuery(query) && errors.length === 0;
}
