/** Calls and messages of people that a system records. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { wordsOfName } from "../kit/words-of-name.ts";
import { collectedBy, isDecided, monitoringClaims, wordsOf, type Collected } from "./collected.ts";

/** A ticket and a chat with the desk are communication too; these say that people's own calls and messages are meant. */
const CALLS_AND_MESSAGES = new Set(
  "call calls telephony telephone sms mms voice voicemail recording recordings".split(" "),
);

export default defineRule({
  meta: {
    id: "vendor/communication-content-monitoring",
    title: "Call or message content collected",
    family: "vendor",
    severity: { minimal: "error", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 6", "Art. 35(3)", "Art. 88"],
    basis: "vendor practice",
    systems: "all",
    inputs: [],
    anyInput: ["profile", "config", "model"],
    messages: {
      content: {
        what: "{system} {does} the content of calls or messages ({fields}){unproven}",
        why: "It reaches both sides of private talk, also people who never heard of the system (Art. 5(1)(c), 88).",
        fix: "Switch the collection off and say so in the system's own file, or record basis and impact assessment.",
      },
      metadata: {
        what: "{system} {does} who called or wrote to whom and when ({fields}){unproven}",
        why: "That tells of relations and habits of both sides (Art. 5(1)(c), 88).",
        fix: "Switch the collection off and say so in the system's own file, or record basis and impact assessment.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const collected = collectedBy(context, system).filter((each) =>
        [...wordsOf(each)].some((word) => CALLS_AND_MESSAGES.has(word)),
      );
      report(context, system, "content", collected.filter(isContent));
      report(context, system, "metadata", collected.filter(isMetadata));
    }
  },
});

/** Whatever a record of a call is called, a recording or a transcript of it is what was said. */
const WHAT_WAS_SAID = new Set("recording recordings transcript transcription content voicemail".split(" "));

function isContent(collected: Collected): boolean {
  const { category, field } = collected;
  if (category === "communication-content") return true;
  return category === "call-record" && wordsOfName(field.name).some((word) => WHAT_WAS_SAID.has(word));
}

function isMetadata(collected: Collected): boolean {
  const { category } = collected;
  return (category === "call-record" || category === "communication-metadata") && !isContent(collected);
}

function report(
  context: RuleContext,
  system: System,
  messageId: "content" | "metadata",
  collected: readonly Collected[],
): void {
  const [first] = collected;
  if (first === undefined || isDecided(context, collected)) return;
  const certain = collected.some((each) => each.certain);
  context.report({
    system: system.id,
    path: system.id,
    location: first.field.location,
    messageId,
    args: {
      system: system.product.name,
      does: certain ? "collects" : "can collect",
      unproven: certain ? "" : "; nothing shows that this is off",
      fields: collected.map(({ field }) => labelOf(field)),
    },
    evidence: monitoringClaims(system).map(({ says, proof }) => ({
      kind: "quote",
      text: says,
      location: proof.location,
    })),
    related: collected.map(({ field }) => ({
      role: "collected",
      path: field.path,
      location: field.location,
    })),
    raise: messageId === "metadata" ? -1 : 0,
  });
}
