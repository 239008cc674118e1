/** The node that stands for a folded group, and which group a node belongs to. */
import { familyOf } from "./category-family.ts";
import type { MapNode, Severity } from "./map-view.ts";
import { morePersonal, moreSensitive, union } from "./strength.ts";

const PLURALS: Readonly<Record<MapNode["kind"], string>> = {
  system: "systems",
  module: "modules",
  entity: "entities",
  field: "fields",
  store: "stores",
  movement: "movements",
  party: "parties",
  fold: "groups",
};

/** What products have by the dozen, each much like the others: roles, their reading rights, stored exports. */
export function isOneOfMany({ kind, sort }: MapNode): boolean {
  return (
    sort === "role-read" || (kind === "party" ? sort === "role" : kind === "movement" && sort === "export")
  );
}

function manyWord({ kind, sort }: MapNode): string {
  if (kind === "party") return "roles";
  return sort === "export" ? "exports" : "reading rights";
}

export function foldKey(node: MapNode): string {
  const what = isOneOfMany(node) ? node.sort : familyOf(node.categories);
  return `${node.system}:fold/${node.lane}/${node.kind}/${what}`;
}

export function foldNode(key: string, group: readonly MapNode[]): MapNode {
  const [first, ...others] = group as readonly [MapNode, ...MapNode[]];
  let { personal, sensitivity, categories, findings, members } = first;
  for (const node of others) {
    personal = morePersonal(personal, node.personal);
    sensitivity = moreSensitive(sensitivity, node.sensitivity);
    categories = union(categories, node.categories);
    findings = worse(findings, node.findings);
    members += node.members;
  }
  return {
    ...first,
    key,
    path: key,
    kind: "fold",
    sort: first.kind,
    label: isOneOfMany(first)
      ? `${group.length} ${manyWord(first)} with ${familyOf(categories)}`
      : `${group.length} more ${PLURALS[first.kind]} with ${familyOf(first.categories)}`,
    parent: null,
    personal,
    sensitivity,
    categories,
    audience: null,
    location: null,
    findings,
    members,
  };
}

const SEVERITIES: readonly (Severity | null)[] = [null, "info", "warning", "error"];

export function worse(a: Severity | null, b: Severity | null): Severity | null {
  return SEVERITIES.indexOf(a) >= SEVERITIES.indexOf(b) ? a : b;
}
