/** OQL of the merged data model: of classes, menus, dashboards, portals, module parameters and constants. */
import { at, child, childrenNamed, isElement, textOf, type XmlElement } from "../../../source/xml.ts";
import { CATALOGUE_FILE } from "../catalogue/catalogue-location.ts";
import { dashletSites, siteUnless } from "./query-sites-dashboard.ts";
import { portalSites } from "./query-sites-portal.ts";
import { PLAIN_SITE, siteOfElement, type QuerySite } from "./query-site.ts";
import { treeSites } from "./query-sites-tree.ts";

/** In the order of the document; the same names may come twice. The built-in catalogue has no text of any query. */
export function modelSites(root: XmlElement): readonly QuerySite[] {
  return allSites(root).filter(({ location }) => location.file !== CATALOGUE_FILE);
}

function allSites(root: XmlElement): readonly QuerySite[] {
  return [
    ...classElements(root).flatMap(classSites),
    ...listed(root, "menus", "menu").flatMap(menuSites),
    ...listed(root, "module_designs", "module_design").flatMap(portalSites),
    ...listed(root, "module_parameters", "parameters").flatMap((each) =>
      treeSites(each, "module-parameter", [idOf(each)]),
    ),
    ...listed(root, "constants", "constant").flatMap((each) => treeSites(each, "constant", [idOf(each)])),
  ];
}

function classSites(element: XmlElement): readonly QuerySite[] {
  const host = idOf(element);
  const properties = child(element, "properties");
  const fields = listed(element, "fields", "field");
  return [
    ...fields.flatMap((field) => {
      const name = `${host}.${idOf(field)}`;
      const facts = { ...PLAIN_SITE, place: "field-filter", audience: "unknown", host } as const;
      return [
        ...siteUnless({ ...facts, name: `field-filter ${name}` }, child(field, "filter")),
        ...dashletSites(child(field, "definition"), name, host),
      ];
    }),
    ...siteUnless(
      { ...PLAIN_SITE, place: "obsolescence", name: `obsolescence ${host}`, shape: "condition", host },
      at(properties, "obsolescence", "condition"),
    ),
    ...listed(properties, "uniqueness_rules", "rule").flatMap((rule) => {
      const name = `uniqueness ${host} ${idOf(rule)}`;
      const facts = { ...PLAIN_SITE, place: "uniqueness", shape: "condition", host } as const;
      return siteUnless({ ...facts, name }, child(rule, "filter"));
    }),
    ...listed(element, "relations", "relation").flatMap((relation) => relationSites(relation, host)),
  ];
}

/** Downwards `:this` is an object of the class itself, upwards one of the class at the other end. */
function relationSites(relation: XmlElement, host: string): readonly QuerySite[] {
  return listed(relation, "neighbours", "neighbour").flatMap((neighbour) => {
    const name = `relation ${host} ${idOf(relation)}/${idOf(neighbour)}`;
    const facts = { ...PLAIN_SITE, place: "relation", audience: "internal" } as const;
    return [
      ...siteUnless({ ...facts, name: `${name} down`, host }, child(neighbour, "query_down")),
      ...siteUnless({ ...facts, name: `${name} up` }, child(neighbour, "query_up")),
    ];
  });
}

function menuSites(menu: XmlElement): readonly QuerySite[] {
  const name = idOf(menu);
  const oql = child(menu, "oql");
  const facts = { ...PLAIN_SITE, place: "menu", name: `menu ${name}`, audience: "internal" } as const;
  return [
    ...(oql === undefined || textOf(oql) === "" ? [] : [siteOfElement(facts, oql)]),
    ...dashletSites(child(menu, "definition"), name, null),
  ];
}

/** Merged models nest subclasses in their parents, or list all side by side. */
function classElements(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open = [child(root, "classes")].filter((element) => element !== undefined);
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.name === "class") found.push(element);
    open.push(
      ...element.children
        .filter(isElement)
        .filter(({ name }) => name === "class")
        .toReversed(),
    );
  }
  return found;
}

function listed(parent: XmlElement | undefined, group: string, name: string): readonly XmlElement[] {
  const element = parent === undefined ? undefined : child(parent, group);
  return element === undefined ? [] : childrenNamed(element, name);
}

function idOf(element: XmlElement): string {
  return element.attributes["id"] ?? "";
}
