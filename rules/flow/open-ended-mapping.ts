/** Movements whose list of fields ends in "and others". */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Movement, System } from "../kit/facts.ts";
import { carriesPeople, isActive } from "./sources.ts";

export default defineRule({
  meta: {
    id: "flow/open-ended-mapping",
    title: "Mapping open to data nobody listed",
    family: "flow",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 30(1)(c)"],
    basis: "vendor practice",
    systems: "all",
    inputs: [],
    anyInput: ["sync", "profile"],
    messages: {
      found: {
        what: "{movement} may carry more than the {count} fields that are listed: “{quote}”",
        why: "What is collected is neither limited nor known (Art. 5(1)(c), 30(1)(c)).",
        fix: "List the fields that are needed, and switch off what brings the rest.",
      },
      unlisted: {
        what: "{movement} lists no field it carries: “{quote}”",
        why: "What is collected is neither limited nor known (Art. 5(1)(c), 30(1)(c)).",
        fix: "List the fields that are needed, and switch off what brings the rest.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const movement of system.movements) judge(context, system, movement);
    }
  },
});

function judge(context: RuleContext, system: System, movement: Movement): void {
  const { mapOpen, map, proof, name, path } = movement;
  if (mapOpen === null || !isActive(movement) || !carriesPeople(context, system, movement)) return;
  context.report({
    system: system.id,
    path,
    location: proof.location,
    messageId: map.length === 0 ? "unlisted" : "found",
    args: { movement: name, count: map.length, quote: mapOpen },
    evidence: [{ kind: "quote", text: mapOpen, location: proof.location }],
  });
}
