/** What the name of a column of another system says, where the name is all there is. */
import { classifyField } from "../../analyzer/classify/classify.ts";
import type { Entity } from "../../analyzer/model/entity.ts";
import type { Verdict } from "../../analyzer/model/verdict.ts";

/** `fills` is what the column's rows become here: it says whether they are about people. */
export function verdictOfColumn(name: string, fills: Entity | undefined): Verdict {
  return classifyField({
    field: name,
    ...(fills !== undefined && { entity: fills.name, role: fills.role }),
  });
}
