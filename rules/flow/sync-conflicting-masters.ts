/** Fields of people that two data sources write, each as if it alone knew. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { labelOf } from "../kit/label.ts";
import type { Field, FieldMapping, Movement, System } from "../kit/facts.ts";
import { isActive, isSource, lineOf, personalTargets, targetOf } from "./sources.ts";

export default defineRule({
  meta: {
    id: "flow/sync-conflicting-masters",
    title: "Two sources master the same personal field",
    family: "flow",
    severity: { minimal: "off", recommended: "warning", strict: "error" },
    priority: "P1",
    articles: ["Art. 5(1)(d)", "Art. 16"],
    basis: "product practice",
    systems: "all",
    inputs: ["sync"],
    options: { includeTest: false },
    messages: {
      found: {
        what: "{source} and {other} both write {fields}, at least one of them as the only master",
        why: "Which value is right depends on the order they run in, or one of them fails unnoticed (Art. 5(1)(d)).",
        fix: "Choose one master for each field; let the other source match only, or write only where nothing stands.",
      },
      overwriting: {
        what: "{source} and {other} overwrite each other's {fields}",
        why: "Which value is right depends on the order they run in (Art. 5(1)(d)).",
        fix: "Choose one master for each field.",
      },
      twice: {
        what: "{source} maps {fields} twice",
        why: "Which of the two columns wins is not said anywhere (Art. 5(1)(d)).",
        fix: "Remove one of the two entries.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const active = system.movements.filter(
        (each) =>
          isActive(each) &&
          isSource(each) &&
          (each.status !== "test" || context.option<boolean>("includeTest")),
      );
      for (const [at, movement] of active.entries()) {
        judgeAlone(context, system, movement);
        for (const other of active.slice(at + 1)) judgePair(context, system, movement, other);
      }
    }
  },
});

function judgeAlone(context: RuleContext, system: System, movement: Movement): void {
  const twice = personalTargets(context, movement).filter((field) => writesOf(movement, field).length > 1);
  if (twice.length === 0) return;
  const last = writesOf(movement, twice[0] as Field).at(-1);
  context.report({
    system: system.id,
    path: movement.path,
    location: last?.proof.location ?? movement.proof.location,
    messageId: "twice",
    args: { source: movement.name, fields: twice.map(labelOf) },
  });
}

function judgePair(context: RuleContext, system: System, a: Movement, b: Movement): void {
  if (!meet(context, system, a, b)) return;
  const theirs = personalTargets(context, b);
  const shared = personalTargets(context, a).flatMap((field) => {
    // Heirs show the field of their parent under a path of their own.
    const same = theirs.find(
      ({ name, declaredIn }) => name === field.name && declaredIn === field.declaredIn,
    );
    if (same === undefined) return [];
    const policies = [...writesOf(a, field), ...writesOf(b, same)].map(({ policy }) => policy);
    return policies.includes("if-empty") ? [] : [{ field, locked: policies.includes("locked") }];
  });
  for (const locked of [true, false]) {
    const fields = shared.filter((each) => each.locked === locked).map(({ field }) => field);
    if (fields.length === 0) continue;
    context.report({
      system: system.id,
      path: a.path,
      location: a.proof.location,
      messageId: locked ? "found" : "overwriting",
      args: { source: a.name, other: b.name, fields: fields.map(labelOf) },
      evidence: fields.flatMap((field) =>
        writesOf(a, field).map(({ policy, proof }) => ({
          kind: "definition" as const,
          text: `${a.name} writes ${field.name}, policy ${policy}`,
          location: proof.location,
        })),
      ),
      related: [{ role: "also writes", path: b.path, location: b.proof.location }],
      raise: locked ? 0 : -2,
      discriminator: b.path,
    });
  }
}

/** Both fill one entity, or one fills a parent of what the other fills. */
function meet(context: RuleContext, system: System, a: Movement, b: Movement): boolean {
  const [one, two] = [targetOf(context, system, a), targetOf(context, system, b)];
  if (one === undefined || two === undefined) return false;
  return (
    lineOf(context, system, one.name).includes(two.name) ||
    lineOf(context, system, two.name).includes(one.name)
  );
}

function writesOf({ map }: Movement, { path }: Field): readonly FieldMapping[] {
  return map.filter(({ to, update }) => update && to === path);
}
