/** The tables of a dump: how many rows each has, and the columns of staging tables, which no model knows. */
import type { Location } from "../../../model/location.ts";
import type { Report } from "../../../source/records.ts";
import { MAX_TABLES } from "../../../source/sql-rows.ts";
import type { TableShape } from "../../../source/table-items.ts";
import type { TableData } from "../fragments.ts";
import { isIdentifier } from "../rest/rest-names.ts";
import { dumpTable, isDistinctive, isStaging } from "./dump-tables.ts";

interface Counted {
  rows: number;
  hasRows: boolean;
  columns: readonly string[];
  staging: boolean;
  location: Location;
}

export class TableCounts {
  readonly #tables = new Map<string, Counted>();
  /** With the place of the first table under each. */
  readonly #prefixes = new Map<string, Location>();
  readonly #report: Report;
  /** A table that only an iTop has. */
  hasStandard = false;
  #full = false;

  constructor(report: Report) {
    this.#report = report;
  }

  shape({ table, columns, location }: TableShape): void {
    const counted = this.#of(table, location);
    if (counted === null) return;
    const names = columns.map(({ name }) => name).filter(isIdentifier);
    counted.staging ||= isStaging(table, names);
    if (counted.staging) counted.columns = names;
    counted.location = location;
  }

  count(table: string, rows: number, location: Location): void {
    const counted = this.#of(table, location);
    if (counted === null) return;
    counted.rows += rows;
    counted.hasRows = true;
    counted.staging ||= isStaging(table, []);
  }

  /** Sorted by name. */
  finish(): readonly TableData[] {
    const prefixes = [...this.#prefixes.keys()].sort((a, b) => b.length - a.length);
    const second = [...this.#prefixes.values()][1];
    if (second !== undefined) {
      const message = `Tables of iTop stand under ${prefixes.length} prefixes; all are read as one installation.`;
      this.#report({
        kind: "duplicate",
        message,
        location: second,
        lost: "certainty about counts, as copies count too",
      });
    }
    return [...this.#tables]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { rows, hasRows, columns, staging, location }]) => ({
        name,
        prefix: prefixes.find((prefix) => name.startsWith(prefix)) ?? "",
        staging,
        columns,
        rows: hasRows ? rows : null,
        location,
      }));
  }

  #of(table: string, location: Location): Counted | null {
    const known = this.#tables.get(table);
    if (known !== undefined) return known;
    if (!isIdentifier(table)) return null;
    if (this.#tables.size >= MAX_TABLES) {
      const message = `The dump has more than ${MAX_TABLES} tables (MAX_TABLES).`;
      if (!this.#full) this.#report({ kind: "limit", message, location, lost: "counts of further tables" });
      this.#full = true;
      return null;
    }
    const standard = dumpTable(table);
    this.hasStandard ||= standard !== null || isDistinctive(table);
    if (standard !== null && !this.#prefixes.has(standard.prefix)) {
      this.#prefixes.set(standard.prefix, location);
    }
    const counted: Counted = { rows: 0, hasRows: false, columns: [], staging: false, location };
    this.#tables.set(table, counted);
    return counted;
  }
}
