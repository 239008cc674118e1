/** Builds the register: activities from what the estate has, cells from evidence and declarations, gaps from both. */
import type { Estate } from "../model/estate.ts";
import type { Verdicts } from "../model/verdict.ts";
import type { FlowGraph } from "../graph/shape.ts";
import { assign, modulesOf } from "./assign.ts";
import type { Declarations } from "./declarations.ts";
import { collectElements } from "./elements.ts";
import { gapsOf } from "./gaps.ts";
import { ACTIVITIES } from "./library/activities.ts";
import { completenessOf } from "./completeness.ts";
import { partiesOf } from "./parties.ts";
import { buildRecord } from "./record.ts";
import type { Register } from "./register.ts";

export interface RegisterInput {
  readonly estate: Estate;
  readonly verdicts: Verdicts;
  readonly graph: FlowGraph;
  readonly declarations: Declarations | null;
}

/** The same input gives the same register; records are in order of their ids. */
export function buildRegister({ estate, verdicts, graph, declarations }: RegisterInput): Register {
  const elements = collectElements(estate, verdicts);
  const { byActivity, unassigned } = assign(elements, declarations?.register ?? null);
  const declared = declarations?.register.activities ?? {};
  const ids = new Set([...byActivity.keys(), ...activitiesByModule(estate), ...Object.keys(declared)]);
  const parties = partiesOf(declarations);
  const records = [...ids].sort().map((id) =>
    buildRecord({
      id,
      library: ACTIVITIES.find((activity) => activity.id === id) ?? null,
      declared: declared[id] ?? null,
      elements: byActivity.get(id) ?? [],
      estate,
      verdicts,
      graph,
      declarations,
    }),
  );
  const counted = elements.filter(({ counts }) => counts);
  const orphans = unassigned.filter(({ counts }) => counts);
  return {
    controller: parties.find(({ role }) => role === "controller") ?? null,
    parties,
    records,
    gaps: gapsOf({ records, parties, orphans, byActivity, declarations }),
    completeness: completenessOf(records, parties),
    coverage: { assigned: counted.length - orphans.length, of: counted.length },
    declared: declarations !== null,
    declarations,
  };
}

/** An installed module proposes its activity even before it holds anything personal. */
function activitiesByModule({ systems }: Estate): readonly string[] {
  return ACTIVITIES.filter(({ takes }) => systems.some((system) => modulesOf(takes, system).length > 0)).map(
    ({ id }) => id,
  );
}
