/** OQL of a portal's design: scopes of its classes, bricks, and what its actions start from. */
import { childrenNamed, isElement, type XmlElement } from "../../../source/xml.ts";
import type { QuerySite } from "./query-site.ts";
import { treeSites } from "./query-sites-tree.ts";

export function portalSites(design: XmlElement): readonly QuerySite[] {
  const portal = design.attributes["id"] ?? "portal";
  return design.children.filter(isElement).flatMap((part): readonly QuerySite[] => {
    switch (part.name) {
      case "classes":
        return childrenNamed(part, "class").flatMap((element) => {
          const id = element.attributes["id"] ?? "";
          // The view of a class that the model lacks says so itself.
          return treeSites(element, "portal-scope", [portal, id]).map((site) => ({
            ...site,
            missedElsewhere: id,
          }));
        });
      case "bricks":
        return treeSites(part, "portal-brick", [portal]);
      default:
        return treeSites(part, "portal-action", [portal]);
    }
  });
}
