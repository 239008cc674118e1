/** The columns a query of the phrasebook gives out: those it lists, or those iTop takes when it lists none. */
import type { Entity } from "../../../model/entity.ts";
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Field } from "../../../model/field.ts";
import type { OqlQuery } from "../../../source/oql/ast.ts";
import { selectedClasses, selectsOf } from "../../../source/oql/walk.ts";

/** `first_name, alias.email, caller_id->name`; without a list, what iTop's default export has. */
export function columnsOf(
  listed: string,
  query: OqlQuery,
  entity: Entity,
  index: EntityIndex,
): { readonly columns: readonly Field[]; readonly unknown: readonly string[] } {
  if (listed === "") return { columns: defaultColumns(entity), unknown: [] };
  const columns = new Map<string, Field>();
  const unknown: string[] = [];
  // The columns of a union are those of each of its queries.
  const aliases = selectsOf(query).map(
    (select) => new Map(selectedClasses(select).map((each) => [each.alias, each.class])),
  );
  for (const column of listed.split(",").map((each) => each.trim())) {
    if (column === "" || column === "id") continue;
    const found = aliases.flatMap((classes) => fieldOf(column, classes, index) ?? []);
    if (found.length === 0) unknown.push(column);
    for (const field of found) columns.set(field.path, field);
  }
  return { columns: [...columns.values()].toSorted(byPath), unknown };
}

function fieldOf(
  column: string,
  classes: ReadonlyMap<string, string | null>,
  index: EntityIndex,
): Field | undefined {
  const [, alias, key = "", shown] = /^(?:(\w+)\.)?(\w+)(?:->(\w+))?$/.exec(column) ?? [];
  const owner = alias === undefined ? [...classes.values()][0] : classes.get(alias);
  const field = owner == null ? undefined : index.field(owner, key);
  return shown === undefined || field?.target == null ? field : index.field(field.target, shown);
}

/** Scalars that can be written, copies, and of each key the friendly name in its place. */
function defaultColumns({ fields }: Entity): readonly Field[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const columns = new Set<Field>();
  for (const field of fields) {
    const { kind, name, writable } = field;
    if (kind === "back-reference" || !(writable || kind === "copy")) continue;
    const column = kind === "reference" ? byName.get(`${name}_friendlyname`) : field;
    if (column !== undefined) columns.add(column);
  }
  return [...columns].toSorted(byPath);
}

function byPath(a: Field, b: Field): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
