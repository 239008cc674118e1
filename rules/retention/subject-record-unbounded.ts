/** Records of people that nothing ends when they have left. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Entity, ErasureProcedure, Location, System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";
import { isSource } from "../flow/sources.ts";
import { labelOf } from "../kit/label.ts";
import { effectiveEnd } from "./effective-end.ts";

export default defineRule({
  meta: {
    id: "retention/subject-record-unbounded",
    title: "Leavers' records stay for ever",
    family: "retention",
    severity: { minimal: "warning", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(e)", "Art. 17(1)(a)", "Art. 25(2)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["model", "config"],
    options: { acceptManual: false },
    messages: {
      found: {
        what: "Nothing removes or pseudonymises {entity} records of people who have left{hidden}",
        why: "Keeping a person's record needs an end (Art. 5(1)(e)).",
        fix: "{todo}, or delete through the source that knows who has left.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const entity of system.entities) {
        if (entity.role === "subject" && !entity.abstract) judge(context, system, entity);
      }
    }
  },
});

function judge(context: RuleContext, system: System, entity: Entity): void {
  if (effectiveEnd(context, system, entity) !== null) return;
  const manual = hasDeclaredLimit(context, entity);
  if (manual && context.option<boolean>("acceptManual")) return;
  const { obsolescence } = entity.lifecycle;
  context.report({
    system: system.id,
    path: entity.path,
    location: placeOf(system, entity),
    args: {
      entity: labelOf(entity),
      hidden: obsolescence === null ? "" : "; obsolete ones are only hidden",
      todo: todoFor(system),
    },
    // Somebody set a limit and keeps it by hand.
    raise: manual ? -1 : 0,
    evidence: [
      ...system.erasure.map(procedureEvidence),
      ...(obsolescence === null ? [] : [hiding(entity, obsolescence)]),
      ...system.movements
        .filter((each) => isSource(each) && each.to.ref === entity.path)
        .map(({ name, deletion, proof }): Evidence => {
          const why = deletion === null ? "no deletion policy is known" : deletion.why;
          return { kind: "definition", text: `${name}: ${why}`, location: proof.location };
        }),
    ],
  });
}

/** The record's definition, else a source that fills it, else the configuration that leaves it without an end. */
function placeOf(system: System, { location, path }: Entity): Location | null {
  if (location !== null) return location;
  const source = system.movements.find(
    (each) => isSource(each) && each.to.ref === path && each.proof.location !== null,
  );
  if (source !== undefined) return source.proof.location;
  const setting = system.settings.find((each) => each.location !== null)?.location;
  return setting == null ? null : { file: setting.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

function hasDeclaredLimit({ register }: RuleContext, { path }: Entity): boolean {
  return (register?.records ?? []).some(
    ({ elements, cells }) =>
      cells.retention.state === "declared" && elements.some((each) => each.startsWith(`${path}.`)),
  );
}

/** An installed procedure that only waits to be switched on is the shortest way. */
function todoFor({ erasure }: System): string {
  const idle = erasure.find(
    ({ installed, automatic, kind }) => installed === "yes" && !automatic && kind !== "delete",
  );
  if (idle !== undefined) return `Enable ${idle.name} with a period`;
  const known = erasure.find(({ installed, kind }) => installed !== "yes" && kind !== "delete");
  return known === undefined
    ? "Set up a procedure with a period"
    : `Install ${known.name} and enable it with a period`;
}

function procedureEvidence({ name, installed, automatic, proof }: ErasureProcedure): Evidence {
  const state = installed === "no" ? "not installed" : automatic ? "automatic" : "by hand only";
  const basis = proof.basis === null ? "" : ` (${proof.basis})`;
  return { kind: "setting", text: `${name}: ${state}${basis}`, location: proof.location };
}

function hiding(entity: Entity, condition: string): Evidence {
  return { kind: "definition", text: `hidden, not removed: ${condition}`, location: entity.location };
}
