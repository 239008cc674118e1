/** Protection that a vendor advises or offers, and nobody has shown to be in place. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Claim, System } from "../kit/facts.ts";
import { hasWords } from "../kit/words-of-name.ts";
import { activitiesOf } from "../records/declared-activity.ts";
import { isAnswered, quoted } from "./answers.ts";

/** Words by which a setting or a declared measure speaks of a topic. */
const WORDS: Partial<Record<Claim["topic"], readonly string[]>> = {
  encryption: ["encryption", "encrypted", "encrypt", "tde"],
  transport: ["tls", "ssl", "https", "vpn"],
};

const STRENGTH: Record<Claim["modality"], string> = {
  is: "stated",
  can: "possible",
  should: "recommended",
  option: "offered as an option",
};

export default defineRule({
  meta: {
    id: "vendor/recommendation-not-measure",
    title: "Recommendation or option counted as a measure",
    family: "vendor",
    severity: { minimal: "off", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 32(1)", "Art. 24(1)", "Art. 5(2)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["profile"],
    options: { topics: ["transport", "encryption"] },
    messages: {
      found: {
        what: "{system}, on {topic}: {quotes} {is} only {strength}",
        why: "What can or should be done protects nothing yet (Art. 32(1)).",
        fix: "Switch it on, and put the setting or the answer into the system's own file.",
      },
      declared: {
        what: "{activity} declares a measure on {topic} for {system}, where {quotes} {is} only {strength}",
        why: "The record claims a protection that nothing shows (Art. 32(1), 5(2)).",
        fix: "Show that it is in place by a setting, or by who declared it and when; else mark it as planned.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const topic of context.option<readonly Claim["topic"][]>("topics")) judge(context, system, topic);
    }
  },
});

function judge(context: RuleContext, system: System, topic: Claim["topic"]): void {
  const weak = system.claims.filter((claim) => claim.topic === topic && claim.modality !== "is");
  const [first] = weak;
  if (first === undefined || weak.some((claim) => isAnswered(context.estate, system, claim))) return;
  const words = WORDS[topic] ?? [topic];
  const speaks = (text: string): boolean => words.some((word) => hasWords(text, word));
  if (system.settings.some(({ name, value }) => value === true && speaks(name))) return;

  const declaring =
    context.register === null
      ? []
      : activitiesOf(context.register).filter(
          ({ record, declared }) =>
            record.systems.includes(system.id) &&
            (declared.measures?.items ?? []).some(
              ({ text, status }) => status === "implemented" && speaks(text),
            ),
        );
  // Who declared it and when is evidence of its own.
  if (
    declaring.some(
      ({ record }) => record.cells.measures.declaredBy !== null && record.cells.measures.declaredOn !== null,
    )
  )
    return;
  const [activity] = declaring;
  context.report({
    system: system.id,
    path: system.id,
    location: activity?.place("measures") ?? first.proof.location,
    messageId: activity === undefined ? "found" : "declared",
    args: {
      system: system.product.name,
      topic,
      quotes: weak.map(quoted),
      is: weak.length === 1 ? "is" : "are",
      strength: [...new Set(weak.map(({ modality }) => STRENGTH[modality]))].join(" or "),
      activity: activity?.title ?? "",
    },
    evidence: weak.map(({ says, proof }) => ({ kind: "quote", text: says, location: proof.location })),
    related: weak.map(({ path, proof }) => ({ role: "states", path, location: proof.location })),
    discriminator: topic,
  });
}
