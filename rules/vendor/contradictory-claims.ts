/** Statements about a system that cannot both be true. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Claim, System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";
import { isAnswered, quoted, sourceOf, topicWords } from "./answers.ts";

export default defineRule({
  meta: {
    id: "vendor/contradictory-claims",
    title: "Vendor statements contradict each other or the system",
    family: "vendor",
    severity: { minimal: "off", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 28(1)", "Art. 5(2)", "Art. 32"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["profile"],
    options: { topics: [] },
    messages: {
      found: {
        what: "{system}, on {topic}: {one} ({oneSource}) against {other} ({otherSource})",
        why: "Neither can stand as a measure while the other does (Art. 28(1), 32).",
        fix: "Ask the vendor for a written answer, and put it under claims or questions of the system's own file.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const one of system.claims) {
        for (const other of system.claims) {
          // Each contradiction has two sides and is one finding.
          if (one.path < other.path && one.conflictsWith.includes(other.path))
            judge(context, system, one, other);
        }
      }
    }
  },
});

function judge(context: RuleContext, system: System, one: Claim, other: Claim): void {
  const topics = context.option<readonly string[]>("topics");
  if (topics.length > 0 && !topics.includes(one.topic) && !topics.includes(other.topic)) return;
  if (isAnswered(context.estate, system, one) || isAnswered(context.estate, system, other)) return;
  context.report({
    system: system.id,
    path: one.path,
    location: one.proof.location,
    args: {
      system: system.product.name,
      topic: topicWords(one.topic),
      one: quoted(one),
      oneSource: sourceOf(one),
      other: quoted(other),
      otherSource: sourceOf(other),
    },
    evidence: [one, other].map(({ says, proof }): Evidence => ({
      kind: "quote",
      text: says,
      location: proof.location,
    })),
    related: [{ role: "against", path: other.path, location: other.proof.location }],
    discriminator: other.path,
  });
}
