/** Writes the register as `art30.register/1`: sorted keys, the same bytes for the same register. */
import { COLUMNS, type Register } from "../register.ts";
import type { DocumentOptions } from "./model.ts";

export const REGISTER_FORMAT = "art30.register/1";

export function registerJson(register: Register, { asOf, generator }: DocumentOptions): string {
  const { controller, parties, records, gaps, completeness, coverage, declared } = register;
  const content = {
    asOf,
    controller,
    parties,
    records: records.map(({ cells, ...record }) => ({
      ...record,
      cells: Object.fromEntries(COLUMNS.map((column) => [column, cells[column]])),
    })),
    gaps,
    completeness,
    coverage,
    declared,
    generator: { ...generator },
  };
  const lead = { format: REGISTER_FORMAT, ...(sorted(content) as object) };
  return `${JSON.stringify(lead, null, 2)}\n`;
}

/** The same value with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
