/** Staging tables as a database dump shows them: with their real columns, and also without a source that fills them. */
import type { Entity } from "../../../model/entity.ts";
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { SystemId } from "../../../model/model-path.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Store } from "../../../model/store.ts";
import type { TableData } from "../fragments.ts";
import type { SynchroSource } from "./synchro-definition.ts";
import { OWN_COLUMNS, stagedAttributes, stagingStore } from "./synchro-staging.ts";

/** Table of a source: by its name, which holds the prefix of the installation only where iTop made it up. */
export function stagingTable(tables: readonly TableData[], name: string): TableData | undefined {
  const wanted = name.toLowerCase();
  const called = (table: TableData): string => table.name.toLowerCase();
  return (
    tables.find((table) => called(table) === wanted) ??
    tables.find((table) => table.staging && called(table) === `${table.prefix.toLowerCase()}${wanted}`)
  );
}

/** Gathers the staging tables of data sources, and at the end those that no source is known to fill. */
export class StagingStores {
  readonly #tables: readonly TableData[];
  readonly #index: EntityIndex;
  readonly #system: SystemId;
  readonly #filled = new Set<TableData>();
  readonly #stores = new Map<string, Store>();
  readonly #problems: Problem[] = [];

  constructor(tables: readonly TableData[], index: EntityIndex, system: SystemId) {
    this.#tables = tables;
    this.#index = index;
    this.#system = system;
  }

  add({ table: name, scopeClass, location }: SynchroSource): void {
    const entity = this.#index.entity(scopeClass);
    const table = stagingTable(this.#tables, name);
    if (table !== undefined && !this.#filled.has(table)) {
      this.#filled.add(table);
      this.#problems.push(...unknownColumns(table, entity));
    }
    this.#keep(stagingStore(this.#system, name, scopeClass, entity, location, table));
  }

  finish(): { readonly stores: readonly Store[]; readonly problems: readonly Problem[] } {
    for (const table of this.#tables.filter((each) => each.staging && !this.#filled.has(each))) {
      const entity = classOf(table, this.#index);
      this.#keep(stagingStore(this.#system, table.name, entity?.name ?? null, entity, table.location, table));
      this.#problems.push(loose(table), ...unknownColumns(table, entity));
    }
    return { stores: [...this.#stores.values()], problems: this.#problems };
  }

  /** Several sources may share a table. */
  #keep(store: Store): void {
    if (!this.#stores.has(store.path)) this.#stores.set(store.path, store);
  }
}

function loose({ name, location }: TableData): Problem {
  return {
    kind: "incomplete-export",
    message: `The dump holds the staging table ${name}, but no data source that fills it was given.`,
    location,
    lost: "what fills the table, and what is made of its rows",
  };
}

/** What iTop appends to a code for attributes of several columns: files, logs, passwords, hierarchies, stopwatches. */
const PART =
  /_(?:data|mimetype|filename|downloads_count|index|format|hash|salt|left|right|timespent|started|laststart|stopped|\d{1,3}_(?:deadline|passed|triggered|overrun))$/;

/** Columns of attributes that the class in the model lacks: a customisation that was not given. */
export function unknownColumns(table: TableData, entity: Entity | undefined): readonly Problem[] {
  if (entity === undefined) return [];
  const names = new Set(entity.fields.map((field) => field.name));
  const unknown = table.columns.filter(
    (column) => !OWN_COLUMNS.has(column) && !names.has(column) && !names.has(column.replace(PART, "")),
  );
  if (unknown.length === 0) return [];
  const message = `The staging table ${table.name} has the columns ${unknown.join(", ")}, which ${entity.name} does not have in the model.`;
  return [{ kind: "unresolved", message, location: table.location, lost: "what these columns are" }];
}

/** The class in iTop's own name for the table, else the only one that has all of the columns and no more to write. */
function classOf(table: TableData, index: EntityIndex): Entity | undefined {
  const named = /synchro_data_(\w+)_\d+$/i.exec(table.name)?.[1]?.toLowerCase();
  const entities = [...index.names].flatMap((name) => index.entity(name) ?? []);
  const byName = entities.filter((entity) => entity.name.toLowerCase() === named);
  if (byName.length === 1) return byName[0];
  const columns = table.columns.filter((column) => !OWN_COLUMNS.has(column));
  if (columns.length < 3) return undefined;
  const staged = stagedAttributes(table.columns);
  const fitting = entities.filter((entity) => {
    const writable = entity.fields.filter((field) => field.writable).map((field) => field.name);
    const keys = columns.filter((column) => writable.includes(column));
    return keys.length >= 3 && writable.every((name) => staged.has(name) || name.endsWith("_list"));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}
