/** The register of the invented hospital group, with or without a `register.yaml`. */
import { buildGraph } from "../../../analyzer/graph/build.ts";
import type { Estate } from "../../../analyzer/model/estate.ts";
import type { System } from "../../../analyzer/model/system.ts";
import type { Verdicts } from "../../../analyzer/model/verdict.ts";
import { buildRegister } from "../../../analyzer/records/build.ts";
import { readDeclarations, type Declarations } from "../../../analyzer/records/declarations.ts";
import type { ActivityRecord, Cell, Column, Register } from "../../../analyzer/records/register.ts";
import { SourceText } from "../../../analyzer/source/text.ts";
import { hospital, verdicts as hospitalVerdicts } from "../graph/hospital.ts";

export function declarationsOf(yaml: string): Declarations {
  const { declarations, problems } = readDeclarations(new SourceText("register.yaml", yaml));
  if (declarations === null)
    throw new Error(problems.map(({ path, expected }) => `${path}: ${expected}`).join("\n"));
  return declarations;
}

export function registerOf(
  yaml: string | null = null,
  more: Partial<System> = {},
  verdicts: Verdicts = hospitalVerdicts,
): Register {
  return registerOfEstate(hospital(more), yaml, verdicts);
}

export function registerOfEstate(
  estate: Estate,
  yaml: string | null = null,
  verdicts: Verdicts = hospitalVerdicts,
): Register {
  const graph = buildGraph(estate, verdicts);
  const declarations = yaml === null ? null : declarationsOf(yaml);
  return buildRegister({ estate, verdicts, graph, declarations });
}

export function recordOf(register: Register, id: string): ActivityRecord {
  const record = register.records.find((each) => each.id === id);
  if (record === undefined)
    throw new Error(`no record ${id} among ${register.records.map((each) => each.id).join(", ")}`);
  return record;
}

export function cellOf(register: Register, id: string, column: Column): Cell {
  return recordOf(register, id).cells[column];
}
