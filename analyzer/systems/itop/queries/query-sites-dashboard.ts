/** OQL of dashboards: every dashlet with a query, in menus and in dashboard fields. */
import { child, isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import { PLAIN_SITE, siteOfElement, type QuerySite, type SiteFacts } from "./query-site.ts";

/** `name` is the menu or field that holds the dashboard, `host` the class whose object it shows. */
export function dashletSites(
  dashboard: XmlElement | undefined,
  name: string,
  host: string | null,
): readonly QuerySite[] {
  if (dashboard === undefined) return [];
  const found: QuerySite[] = [];
  const open = [{ element: dashboard, ids: [] as readonly string[] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element } = next;
    const id = element.attributes["id"];
    const ids = id === undefined || element === dashboard ? next.ids : [...next.ids, id];
    if (element.name === "dashlet") {
      const facts = { ...PLAIN_SITE, place: "dashlet", audience: "internal", host } as const;
      found.push(
        ...siteUnless({ ...facts, name: `dashlet ${name}/${ids.join("/")}` }, child(element, "query")),
      );
      continue;
    }
    for (const inner of element.children.filter(isElement).toReversed()) open.push({ element: inner, ids });
  }
  return found;
}

/** Nothing for an element that is absent or empty. */
export function siteUnless(facts: SiteFacts, element: XmlElement | undefined): readonly QuerySite[] {
  return element === undefined || textOf(element) === "" ? [] : [siteOfElement(facts, element)];
}
