/** The register as the contract says it. */
import { COLUMN } from "../../analyzer/records/columns.ts";
import { COLUMNS, type Cell as Filled, type Register } from "../../analyzer/records/register.ts";
import type { Cell, RegisterView } from "../contract.ts";

export function registerView(register: Register): RegisterView {
  const { controller, records, gaps, completeness, coverage } = register;
  return {
    controller:
      controller === null
        ? null
        : { name: controller.name, contact: controller.contact, country: controller.country },
    records: records.map(({ id, role, status, systems, cells }) => ({
      id,
      role,
      status,
      systems: [...systems],
      cells: Object.fromEntries(COLUMNS.map((column) => [column, cellAnswer(cells[column])])),
    })),
    columns: COLUMNS.map((id) => {
      const { label, article, kind } = COLUMN[id];
      return { id, label, article, kind };
    }),
    gaps: gaps.map(({ record, column, article, kind, says }) => ({ record, column, article, kind, says })),
    completeness,
    coverage,
  };
}

function cellAnswer({ value, state, evidence, declaredBy, declaredOn, question, note }: Filled): Cell {
  return {
    value: [...value],
    state,
    declaredBy,
    declaredOn,
    question,
    note,
    evidence: evidence.map(({ path, file, line, quote, digest }) => ({ path, file, line, quote, digest })),
  };
}
