/** Reads the scopes of a portal: which rows of a class its users see and may edit. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Location } from "../../../model/location.ts";
import { child, childrenNamed, textOf, type XmlElement } from "../../../source/xml.ts";

export interface PortalScope {
  readonly entity: string;
  readonly id: string;
  /** Query of the rows that are shown. */
  readonly view: string;
  readonly editable: boolean;
  /** Profiles it is for; empty for everybody. */
  readonly profiles: readonly string[];
  readonly location: Location;
}

/** Scopes per class as the portal design declares them; a scope without a view query shows nothing. */
export function readScopes(design: XmlElement): ReadonlyMap<string, readonly PortalScope[]> {
  const scopes = new Map<string, readonly PortalScope[]>();
  const classes = child(design, "classes");
  for (const element of classes === undefined ? [] : childrenNamed(classes, "class")) {
    const entity = element.attributes["id"] ?? "";
    const read = childrenNamed(child(element, "scopes") ?? element, "scope").map((scope) =>
      readScope(scope, entity),
    );
    const shown = read.filter((scope) => scope.view !== "");
    if (entity !== "" && shown.length > 0) scopes.set(entity, shown);
  }
  return scopes;
}

/** Scopes of the class or of its nearest parent that has some. */
export function scopesOf(
  entity: string,
  scopes: ReadonlyMap<string, readonly PortalScope[]>,
  index: EntityIndex,
): readonly PortalScope[] {
  for (const name of [entity, ...index.lineage(entity).map((each) => each.name)]) {
    const found = scopes.get(name);
    if (found !== undefined) return found;
  }
  return [];
}

/** Rows several scopes show together, as iTop unites the queries of all that apply. */
export function uniteScopes(scopes: readonly PortalScope[]): string | null {
  return scopes.length === 0 ? null : scopes.map((scope) => scope.view).join(" UNION ");
}

function readScope(scope: XmlElement, entity: string): PortalScope {
  const allowed = child(scope, "allowed_profiles");
  return {
    entity,
    id: scope.attributes["id"] ?? "",
    view: textOf(child(scope, "oql_view")),
    editable: textOf(child(scope, "oql_edit")) !== "",
    profiles:
      allowed === undefined
        ? []
        : childrenNamed(allowed, "allowed_profile").map((each) => each.attributes["id"] ?? ""),
    location: scope.location,
  };
}
