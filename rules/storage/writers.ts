/** Movements that fill a field: they have to change with it. */
import type { RuleContext } from "../kit/define-rule.ts";
import type { Field, System } from "../kit/facts.ts";
import type { Report } from "../kit/finding.ts";

export function writersOf(
  context: RuleContext,
  system: System,
  field: Field,
): NonNullable<Report["related"]> {
  return system.movements
    .filter(({ status, to }) => status !== "obsolete" && status !== "disabled" && to.kind !== "party")
    .filter(({ map }) =>
      map.some(({ to, update }) => {
        const target = update && to !== null ? context.field(to) : undefined;
        return target?.name === field.name && target.declaredIn === field.declaredIn;
      }),
    )
    .map(({ path, proof }) => ({ role: "writes it", path, location: proof.location }));
}
