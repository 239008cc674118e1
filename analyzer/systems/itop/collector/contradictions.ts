/** Where a data source in iTop differs from the definition its collector carries. */
import type { Problem } from "../../../model/problem.ts";
import { isIdentifier } from "../rest/rest-names.ts";
import type { SynchroAttribute, SynchroSource } from "../synchro/synchro-definition.ts";
import type { CollectedSource } from "./collected-source.ts";

/** Attributes one problem lists. */
const MAX_LISTED = 12;

/** What stands in iTop is in force; at its next run the collector puts its own definition in place. */
export function contradictions(exported: SynchroSource, collected: CollectedSource): readonly Problem[] {
  const { source, collector } = collected;
  const facts = [
    ...differing("status", exported.status, source.status),
    ...differing("scope_class", exported.scopeClass, source.scopeClass),
    ...differing("full_load_periodicity", exported.fullLoadSeconds, source.fullLoadSeconds),
    ...differing("reconciliation_policy", exported.matchesBy, source.matchesBy),
    ...differing("action_on_zero", exported.onZero, source.onZero),
    ...differing("action_on_one", exported.onOne, source.onOne),
    ...differing("action_on_multiple", exported.onMany, source.onMany),
    ...differing("delete_policy", exported.deletion, source.deletion),
    ...(source.deletion === "update-then-delete"
      ? differing("delete_policy_retention", exported.retentionSeconds, source.retentionSeconds)
      : []),
  ];
  const rows = differingAttributes(exported, collected);
  const shown = rows.slice(0, MAX_LISTED).join(", ");
  const more = rows.length > MAX_LISTED ? ` and ${rows.length - MAX_LISTED} more` : "";
  const all = [...facts, ...(rows.length === 0 ? [] : [`the attributes ${shown}${more}`])];
  if (all.length === 0) return [];
  const message =
    `The data source "${exported.name}" in iTop differs from the definition of its collector ${collector} ` +
    `in ${all.join("; ")}. What iTop has counts, until the collector runs and puts its own in place.`;
  return [{ kind: "duplicate", message, location: source.location }];
}

function differing(name: string, a: string | number | null, b: string | number | null): readonly string[] {
  const isUnknown = (value: string | number | null): boolean =>
    value === null || value === "" || value === "unknown";
  return isUnknown(a) || isUnknown(b) || a === b ? [] : [name];
}

function differingAttributes(
  exported: SynchroSource,
  { source, columns }: CollectedSource,
): readonly string[] {
  if (exported.attributes === null || source.attributes === null) return [];
  const inForce = new Map(exported.attributes.map((row) => [row.attcode, row]));
  const names = source.attributes.filter((row) => {
    const own = inForce.get(row.attcode);
    return own === undefined ? !columns.optional.has(row.attcode) : differs(row, own);
  });
  return [...new Set(names.map(({ attcode }) => attcode).filter(isIdentifier))].sort();
}

function differs(row: SynchroAttribute, inForce: SynchroAttribute): boolean {
  const flags = [
    [row.update, inForce.update],
    [row.reconcile, inForce.reconcile],
  ] as const;
  if (flags.some(([a, b]) => a !== null && b !== null && a !== b)) return true;
  // What is not written has a policy all the same.
  return (
    row.update === true &&
    row.policy !== "unknown" &&
    inForce.policy !== "unknown" &&
    row.policy !== inForce.policy
  );
}
