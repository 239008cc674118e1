/** Sorts the rows of a database dump by what their table holds: definitions joined, logs folded, data only counted. */
import type { Location } from "../../../model/location.ts";
import { ExportCollector } from "../exports/export-collector.ts";
import { LogRows } from "../exports/export-log-rows.ts";
import type { Report } from "../../../source/records.ts";
import type { TableItem, TableRow } from "../../../source/table-items.ts";
import type { ReadResult } from "../../adapter.ts";
import { fragment } from "../fragments.ts";
import { isIdentifier } from "../rest/rest-names.ts";
import { DefinitionJoin } from "./definition-join.ts";
import { attributeOf, type DumpTable, dumpTable, tableByColumns } from "./dump-tables.ts";
import { RestLogJoin } from "./rest-log-join.ts";
import { TableCounts } from "./table-counts.ts";

/** Log classes told apart in one dump. */
export const MAX_LOG_CLASSES = 500;

export class DumpCollector {
  readonly #file: string;
  readonly #exports: ExportCollector;
  readonly #definitions: DefinitionJoin;
  readonly #restLog: RestLogJoin;
  readonly #logs = new Map<string, LogRows>();
  readonly #tables: TableCounts;
  /** Rows of tables below `priv_event` by class: they date nothing, and count only when the events are absent. */
  readonly #undated = new Map<string, { rows: number; readonly location: Location }>();
  #restEvents: LogRows | null = null;
  #again = false;
  /** A row of a table that is known was seen. */
  #named = false;

  constructor(file: string) {
    this.#file = file;
    this.#exports = new ExportCollector(file);
    this.#definitions = new DefinitionJoin(this.report);
    this.#restLog = new RestLogJoin(file);
    this.#tables = new TableCounts(this.report);
  }

  readonly report: Report = (problem) => {
    if (!this.#again) this.#exports.report(problem);
  };

  /** Only tables whose rows are made something of are read; of all others rows are counted. */
  readonly wanted = (table: string): boolean => {
    const use = dumpTable(table)?.use;
    if (this.#again) return use === "rest-log";
    return use !== undefined && use !== "count";
  };

  get wantsSecondPass(): boolean {
    return this.#restLog.wantsSecondPass;
  }

  /** From here on only the REST log is taken. */
  beginAgain(): void {
    this.#again = true;
    this.#restLog.beginAgain();
  }

  take(item: TableItem): void {
    if (item.kind === "row") this.#row(item);
    else if (this.#again) return;
    else if (item.kind === "table") this.#tables.shape(item);
    else this.#count(item.table, item.rows, item.location);
  }

  finish(): ReadResult {
    if (!this.#isOurs) {
      const location = { file: this.#file, line: 1, column: 1, endLine: 1, endColumn: 1 };
      const message = "The dump holds no table that only an iTop has.";
      this.#exports.report({ kind: "unknown-format", message, location, lost: "the whole file" });
      return { fragments: [], problems: this.#exports.finish().problems };
    }
    for (const object of this.#definitions.finish()) this.#exports.add(object);
    const { data, problems } = this.#restLog.finish();
    if (!this.#restLog.hasCalls && this.#restEvents !== null) {
      this.#logs.set("EventRestService", this.#restEvents);
    }
    const tables = this.#tables.finish();
    const { fragments, problems: found } = this.#exports.finish();
    return {
      fragments: [
        ...fragments,
        ...(data === null ? [] : [fragment("rest-log", this.#file, data)]),
        ...sorted(this.#logs).map(([, rows]) => fragment("store-rows", this.#file, rows.finish())),
        ...this.#undatedRows(),
        ...tables.map((table) => fragment("table", this.#file, table)),
      ],
      problems: [...found, ...problems],
    };
  }

  get #isOurs(): boolean {
    return this.#named || this.#tables.hasStandard;
  }

  #row(row: TableRow): void {
    const name = row.table ?? tableByColumns(row.columns);
    const table = name === null ? null : dumpTable(name);
    if (table === null) return;
    this.#named = true;
    if (this.#again) {
      if (table.use === "rest-log") this.#restLog.call(fieldsOf(table, row), row.location);
      return;
    }
    if (row.table !== null) this.#tables.count(row.table, 1, row.location);
    switch (table.use) {
      case "definition":
        this.#definitions.add(table, row);
        break;
      case "rest-log":
        this.#restLog.call(fieldsOf(table, row), row.location);
        break;
      case "events":
      case "log":
        this.#log(table, fieldsOf(table, row), row.location);
        break;
      case "count":
        this.#countUndated(table, 1, row.location);
        break;
      default:
        table.use satisfies never;
    }
  }

  #count(name: string, rows: number, location: Location): void {
    this.#tables.count(name, rows, location);
    const table = dumpTable(name);
    if (table?.use === "count") this.#countUndated(table, rows, location);
  }

  #countUndated(table: DumpTable, rows: number, location: Location): void {
    const name = table.class ?? "";
    const counted = this.#undated.get(name);
    if (counted === undefined) this.#undated.set(name, { rows, location });
    else counted.rows += rows;
  }

  #log(table: DumpTable, fields: Readonly<Record<string, string>>, location: Location): void {
    const named = fields["finalclass"] ?? "";
    const name = isIdentifier(named) ? named : (table.class ?? "");
    if (name === "EventRestService") {
      this.#restLog.event(fields, location);
      this.#restEvents ??= new LogRows(name, location);
      this.#restEvents.add(fields, location, fields["id"] ?? "");
      return;
    }
    let rows = this.#logs.get(name);
    if (rows === undefined) {
      if (this.#logs.size >= MAX_LOG_CLASSES) return;
      this.#logs.set(name, (rows = new LogRows(name, location)));
    }
    rows.add(fields, location, fields["id"] ?? "");
  }

  #undatedRows(): ReadResult["fragments"] {
    return sorted(this.#undated)
      .filter(([name]) => !this.#logs.has(name))
      .map(([name, { rows, location }]) => {
        const observation = { rows, from: null, to: null, file: this.#file };
        return fragment("store-rows", this.#file, { class: name, observation, outcomes: {}, location });
      });
  }
}

function fieldsOf(table: DumpTable, row: TableRow): Readonly<Record<string, string>> {
  const fields = Object.create(null) as Record<string, string>;
  row.columns.forEach(
    (column, index) => (fields[attributeOf(table.name, column)] ??= row.values[index] ?? ""),
  );
  return fields;
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
