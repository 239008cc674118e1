/** Where each attribute of a collector's definition comes from, in the source's own names. */
import type { Location } from "../../../model/location.ts";
import type { SynchroSource } from "../synchro/synchro-definition.ts";
import type { CollectorKind } from "./collector-kind.ts";
import { mapAt, parameterAt, type ParameterMap, type ParameterValue } from "./parameter-value.ts";
import type { Parameters } from "./parameters.ts";
import { selectList } from "./select-list.ts";

/** Longest name of a column, directory attribute or JSON path that is repeated. */
export const MAX_COLUMN_NAME = 200;

export interface SourceColumn {
  readonly name: string;
  readonly location: Location;
}

export interface SourceColumns {
  /** The column an attribute is filled from; `null` when it is computed, constant or not told. */
  from(attcode: string): string | null;
  /** Column of the source's own key of its records, which stays in the staging table. */
  readonly primaryKey: SourceColumn | null;
  /** Columns that are read at the source and go into no attribute. */
  readonly unused: readonly SourceColumn[];
  /** Attributes the collector does without when the class lacks them. */
  readonly optional: ReadonlySet<string>;
  /** `false` when neither parameters nor query tell anything. */
  readonly isTold: boolean;
}

const KEY = "primary_key";

/** What one file or query delivers: columns by the name they have in the collector's own CSV file. */
interface Delivery {
  readonly columns: ReadonlyMap<string, SourceColumn | null>;
  /** Whatever is not listed comes under its own name, as in a CSV file with a heading. */
  readonly others: "own-name" | "unknown";
  readonly ignored: readonly SourceColumn[];
}

const NOTHING: Delivery = { columns: new Map(), others: "unknown", ignored: [] };

export function sourceColumns(
  collector: string,
  kind: CollectorKind,
  source: SynchroSource,
  parameters: Parameters,
): SourceColumns {
  const delivery = deliveryOf(collector, kind, source, parameters);
  const columnsOf = new Map(
    (source.attributes ?? []).map(({ attcode, importColumns }) => [
      attcode,
      importColumns.length === 0 ? [attcode] : importColumns,
    ]),
  );
  const taken = new Set([...columnsOf.values()].flat().concat(KEY));
  const loose = [...delivery.columns].flatMap(([name, column]) =>
    column === null || taken.has(name) ? [] : [column],
  );
  const used = new Set(
    [...delivery.columns].flatMap(([name, column]) =>
      column !== null && taken.has(name) ? [column.name] : [],
    ),
  );
  // The collector insists on a column for what is moved; for the rest one may come, or not.
  const moved = new Set(
    (source.attributes ?? [])
      .filter(({ update, reconcile }) => update !== false || reconcile !== false)
      .map(({ attcode }) => attcode),
  );
  const one = (name: string, attcode: string): string | null => {
    const column = delivery.columns.get(name);
    if (column !== undefined) return column?.name ?? null;
    return delivery.others === "own-name" && moved.has(attcode) ? shown(name) : null;
  };
  return {
    from: (attcode) => {
      const names = (columnsOf.get(attcode) ?? [attcode]).map((name) => one(name, attcode));
      return names.includes(null) ? null : names.join(", ");
    },
    primaryKey: delivery.columns.get(KEY) ?? null,
    unused: distinct([...loose, ...delivery.ignored].filter(({ name }) => !used.has(name))),
    optional: new Set(items(parameters.suffixed(collector, "_ignored_attributes"), parameters)),
    isTold: delivery !== NOTHING,
  };
}

function deliveryOf(
  collector: string,
  kind: CollectorKind,
  { scopeClass }: SynchroSource,
  parameters: Parameters,
): Delivery {
  const own = parameters.ofClass(collector);
  switch (kind) {
    case "csv":
      return ofCsv(own, parameters);
    case "json":
      return ofFields(mapAt(own, "FIELDS") ?? mapAt(own, "fields"), mapAt(own, "defaults"), parameters);
    case "ldap": {
      const isUser = /user/i.test(collector) || scopeClass.startsWith("User");
      const prefix = isUser ? "user" : "person";
      const fields = mapAt(own, "fields") ?? mapAt(parameters.values, `${prefix}_fields`);
      return ofFields(fields, mapAt(parameters.values, `${prefix}_defaults`), parameters);
    }
    case "sql":
      return ofQuery(collector, parameters);
    case "code":
      // Some read `fields` all the same, and nothing tells whether they do.
      return NOTHING;
    default:
      return kind satisfies never;
  }
}

/** Attributes with only a default get a constant. */
function ofFields(
  fields: ParameterMap | undefined,
  defaults: ParameterMap | undefined,
  parameters: Parameters,
): Delivery {
  if (fields === undefined) return NOTHING;
  const columns = new Map<string, SourceColumn | null>();
  for (const name of defaults?.entries.keys() ?? []) columns.set(name, null);
  for (const [name, value] of fields.entries) columns.set(name, columnOf(value, parameters));
  return { columns, others: "unknown", ignored: [] };
}

/** Without a heading `fields` gives positions, counted from 1. */
function ofCsv(own: ParameterMap | undefined, parameters: Parameters): Delivery {
  const hasHeading = parameters.known(parameterAt(own, "has_header")) !== "no";
  const column = (value: ParameterValue): SourceColumn | null => {
    const found = columnOf(value, parameters);
    return found === null || hasHeading ? found : { ...found, name: `column ${found.name}` };
  };
  const columns = new Map<string, SourceColumn | null>();
  for (const name of mapAt(own, "defaults")?.entries.keys() ?? []) columns.set(name, null);
  for (const [name, value] of mapAt(own, "fields")?.entries ?? []) columns.set(name, column(value));
  const ignored = [...(mapAt(own, "ignored_columns")?.entries.values() ?? [])].flatMap(
    (value) => column(value) ?? [],
  );
  // An ignored column is read, and what was mapped to it gets nothing.
  const names = new Set(ignored.map(({ name }) => name));
  for (const [name, value] of columns) if (value !== null && names.has(value.name)) columns.set(name, null);
  if (hasHeading) for (const name of names) if (!columns.has(name)) columns.set(name, null);
  return { columns, others: hasHeading ? "own-name" : "unknown", ignored };
}

function ofQuery(collector: string, parameters: Parameters): Delivery {
  const value = queryOf(collector, parameters);
  const text = value?.kind === "text" ? parameters.resolve(value) : null;
  const list =
    text === null
      ? null
      : selectList(text.replace(/#(?:ERROR_UNDEFINED_PLACEHOLDER|NOT_KEPT)_([\w-]+)#/g, "$$$1$$").trim());
  if (list === null || value === undefined) return NOTHING;
  const columns = new Map<string, SourceColumn | null>();
  for (const { name, column } of list.items) {
    if (name === null) continue;
    const shownColumn = column === null ? null : shown(column);
    columns.set(name, shownColumn === null ? null : { name: shownColumn, location: value.location });
  }
  return { columns, others: list.star ? "own-name" : "unknown", ignored: [] };
}

/** A variant such as `<Class>_with_categories_query` counts where it is the only one. */
function queryOf(collector: string, parameters: Parameters): ParameterValue | undefined {
  const plain = parameters.suffixed(collector, "_query");
  if (plain !== undefined) return plain;
  const prefix = `${collector.toLowerCase()}_`;
  const variants = [...(parameters.values?.entries ?? [])].filter(
    ([name]) => name.toLowerCase().startsWith(prefix) && name.toLowerCase().endsWith("_query"),
  );
  return variants.length === 1 ? variants[0]?.[1] : undefined;
}

function columnOf(value: ParameterValue, parameters: Parameters): SourceColumn | null {
  const name = parameters.known(value);
  const kept = name === null || name === "" ? null : shown(name);
  return kept === null ? null : { name: kept, location: value.location };
}

/** Whatever else stands in the place of a name is not repeated. */
function shown(name: string): string | null {
  return name.length <= MAX_COLUMN_NAME && !/[\n\r\t]/.test(name) ? name : null;
}

function items(value: ParameterValue | undefined, parameters: Parameters): readonly string[] {
  if (value?.kind !== "map") return [];
  return [...value.entries.values()].flatMap((each) => parameters.known(each) ?? []);
}

function distinct(columns: readonly SourceColumn[]): readonly SourceColumn[] {
  return [...new Map(columns.map((column) => [column.name, column])).values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}
