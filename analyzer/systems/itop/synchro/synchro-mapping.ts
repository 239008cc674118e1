/** The fields a data source writes or matches on, and whether anybody chose them. */
import type { Entity } from "../../../model/entity.ts";
import type { FieldMapping, Movement } from "../../../model/movement.ts";
import type { Problem } from "../../../model/problem.ts";
import type { SourceColumns } from "../collector/source-columns.ts";
import type { SynchroAttribute, SynchroSource } from "./synchro-definition.ts";
import { isIdentifier } from "../rest/rest-names.ts";

const NO_COLUMNS: ReadonlySet<string> = new Set();

/**
 * Rows with neither `update` nor `reconcile` move nothing and are left out, unless a column comes for them all the
 * same and stays in the staging table. `entity` is the target class; `columns` tells the source's side, where a
 * collector is known, `delivered` the columns of a file that was loaded for the source.
 */
export function synchroMapping(
  source: SynchroSource,
  entity: Entity | undefined,
  columns: SourceColumns | null = null,
  delivered: ReadonlySet<string> = NO_COLUMNS,
): { readonly map: readonly FieldMapping[]; readonly problems: readonly Problem[] } {
  const fields = new Map(entity?.fields.map((field) => [field.name, field.path]));
  const map: FieldMapping[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const unknown: SynchroAttribute[] = [];
  for (const row of source.attributes ?? []) {
    if (seen.has(row.attcode)) {
      const message = `The data source "${source.name}" lists ${named(row.attcode)} twice; iTop applies both rows.`;
      problems.push({ kind: "duplicate", message, location: row.location });
    }
    seen.add(row.attcode);
    const from = columns?.from(row.attcode) ?? (delivered.has(row.attcode) ? row.attcode : null);
    const stays = row.update === false && row.reconcile === false;
    if (stays && from === null) continue;
    const to = fields.get(row.attcode) ?? null;
    if (to === null && columns?.optional.has(row.attcode) === true) continue;
    if (to === null && !stays) unknown.push(row);
    map.push(mapping(row, from, to));
  }
  map.push(...notTaken(source, delivered, fields), ...beside(columns));
  const [first] = unknown;
  if (first !== undefined && entity !== undefined) {
    const attributes = unknown.map(({ attcode }) => named(attcode)).join(", ");
    const message = `The data source "${source.name}" maps ${attributes}, which ${entity.name} does not have.`;
    problems.push({ kind: "unresolved", message, location: first.location });
  }
  return { map, problems };
}

/** What a file delivers and no row speaks of stays behind in the staging table. */
function notTaken(
  { attributes, location }: SynchroSource,
  delivered: ReadonlySet<string>,
  fields: ReadonlyMap<string, string>,
): readonly FieldMapping[] {
  if (attributes === null) return [];
  const codes = new Set(attributes.map(({ attcode }) => attcode));
  const left = [...delivered].filter((column) => !codes.has(column)).sort();
  return left.map((from) => ({
    from,
    to: fields.get(from) ?? null,
    update: false,
    match: false,
    policy: "unknown",
    proof: { location, basis: "a file with this column was loaded for the source" },
  }));
}

/** An attribute code is an identifier; anything else in its place is not shown. */
function named(attcode: string): string {
  return isIdentifier(attcode) ? attcode : "an attribute without a proper code";
}

/**
 * On creation iTop makes one row per writable attribute: update on, master_locked, reconcile for the class's
 * reconciliation keys. Whoever leaves it at that writes every field of the class.
 */
export function synchroDefaults(source: SynchroSource, entity: Entity | undefined): Movement["defaults"] {
  const { attributes } = source;
  if (attributes === null || attributes.length === 0 || entity === undefined) return "unknown";
  if (attributes.some((row) => row.update === null || row.reconcile === null)) return "unknown";
  const keys = new Set(entity.identity.reconciliation);
  const generated = attributes.every(
    (row) =>
      row.update === true && row.policy === "locked" && (row.reconcile === true) === keys.has(row.attcode),
  );
  const listed = new Set(attributes.map((row) => row.attcode));
  return generated && writableNames(entity).every((name) => listed.has(name)) ? "untouched" : "edited";
}

/** iTop makes no row and no staging column for link sets that are not n:n; which ones those are, types do not tell. */
function writableNames(entity: Entity): readonly string[] {
  return entity.fields
    .filter((field) => field.writable && field.kind !== "back-reference" && !field.implicit)
    .map((field) => field.name);
}

/** Columns without an attribute: the key of the source's own records, and what is read for nothing. */
function beside(columns: SourceColumns | null): readonly FieldMapping[] {
  const { primaryKey, unused } = columns ?? { primaryKey: null, unused: [] };
  const loose = { to: null, update: false, policy: "unknown" } as const;
  return [
    ...(primaryKey === null ? [] : [{ ...primaryKey, match: true }]),
    ...unused.map((column) => ({ ...column, match: false })),
  ].map(({ name, location, match }) => ({
    ...loose,
    from: name,
    match,
    proof: { location, basis: null },
  }));
}

function mapping(row: SynchroAttribute, from: string | null, to: string | null): FieldMapping {
  return {
    // iTop names only its own side; without a collector that is all there is where the class lacks the attribute.
    from: from ?? (to === null ? row.attcode : null),
    to,
    update: row.update === true,
    match: row.reconcile === true,
    policy: row.policy,
    proof: { location: row.location, basis: null },
  };
}
