/** Messages that carry what is known of people to receivers outside, or to receivers nobody can tell. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Notification, System } from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";
import { hasWords } from "../kit/words-of-name.ts";
import { insertionsOf, keptIn, messageFlow, namesOf, outsiders, type Insertion } from "./receivers.ts";

/** Words of a reference to whoever writes the message, works on the record, or is addressed by name. */
const SIGNATORY_WORDS = [
  "agent",
  "technician",
  "assignee",
  "operator",
  "current contact",
  "current user",
  "mentioned",
];

export default defineRule({
  meta: {
    id: "flow/notification-sends-personal-data",
    title: "Notification carries personal data to an external or unknown recipient",
    family: "flow",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 5(1)(f)", "Art. 13(1)(e)", "Art. 30(1)(d)"],
    basis: "product practice",
    systems: "all",
    inputs: ["templates", "model"],
    options: { ignoreCategories: [] },
    messages: {
      external: {
        what: "{notification} sends {categories} outside, to {recipients}",
        why: "Reading a message takes no rights on the record{kept}; who receives it belongs in the register (Art. 5(1)(f), 30(1)(d)).",
        fix: "Send a link, drop the placeholders, or declare the recipient.",
      },
      unknown: {
        what: "{notification} sends {categories} to {recipients}: inside or outside, nothing tells",
        why: "Reading a message takes no rights on the record{kept}; who receives it belongs in the register (Art. 5(1)(f), 30(1)(d)).",
        fix: "Select recipients by their role on the record, send a link, or declare the recipient.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const notification of system.notifications) judge(context, system, notification);
    }
  },
});

function judge(context: RuleContext, system: System, notification: Notification): void {
  if (notification.status === "disabled" || notification.status === "test") return;
  const personal = insertionsOf(context, notification).filter((each) => isReported(context, each));
  if (personal.length === 0) return;
  const outside = outsiders(system, notification);
  for (const audience of ["external", "unknown"] as const) {
    const receivers = outside.filter((receiver) => receiver.audience === audience);
    if (receivers.length === 0) continue;
    context.report({
      system: system.id,
      path: notification.path,
      location: personal[0]?.placeholder.location ?? notification.proof.location,
      messageId: audience,
      args: {
        notification: notification.name,
        categories: [...new Set(personal.map(({ field }) => context.verdict(field).category))].sort(),
        recipients: namesOf(receivers),
        kept: keptIn(system, notification),
      },
      flow: messageFlow(notification, personal, receivers),
      raise: personal.every((each) => isSignature(context, each)) ? -2 : audience === "unknown" ? -1 : 0,
      discriminator: audience,
    });
  }
}

/** Special categories and secrets have rules of their own, whoever receives them. */
function isReported(context: RuleContext, { field }: Insertion): boolean {
  const verdict = context.verdict(field);
  const ignored = context.option<readonly string[]>("ignoreCategories").includes(verdict.category);
  return (
    standingOf(verdict) === "yes" && verdict.special === null && verdict.sensitivity !== "secret" && !ignored
  );
}

/** Salutation, signature or sender: who writes or is written to, not whom the message is about. */
function isSignature(context: RuleContext, { field, placeholder }: Insertion): boolean {
  const formal = context.verdict(field).category === "name" || placeholder.slot === "other";
  return formal && SIGNATORY_WORDS.some((words) => hasWords(placeholder.text, words));
}
