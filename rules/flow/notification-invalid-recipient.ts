/** Recipient expressions that select nobody, or that nobody can read. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Location, Notification, Recipient, System } from "../kit/facts.ts";

const SLOT_WORDS: Readonly<Record<Recipient["slot"], string>> = {
  to: "recipients (To)",
  cc: "recipients (Cc)",
  bcc: "recipients (Bcc)",
  recipients: "recipients",
  "reply-to": "reply address",
  test: "test address",
};

export default defineRule({
  meta: {
    id: "flow/notification-invalid-recipient",
    title: "Recipient cannot be resolved",
    family: "flow",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(f)", "Art. 30(1)(d)", "Art. 32(1)(b)"],
    basis: "product practice",
    systems: "all",
    inputs: ["templates", "model"],
    messages: {
      found: {
        what: "The {slot} of {notification} cannot be determined: {cause}",
        why: "The message fails or goes to the wrong people, and its text is logged anyway (Art. 5(1)(f), 30(1)(d)).",
        fix: "Correct the expression and test it against a record.",
      },
      empty: {
        what: "{notification} is enabled and names no recipient",
        why: "Who receives it cannot be stated in the record (Art. 30(1)(d)).",
        fix: "Name its recipients, or disable it.",
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
  const { status, name, path, recipients, proof } = notification;
  if (status === "disabled") return;
  for (const { slot, valid, error, location } of recipients) {
    if (valid || (slot === "test" && status !== "test")) continue;
    const cause = error ?? "the expression does not work";
    context.report({
      system: system.id,
      path,
      location: location ?? proof.location,
      args: { slot: SLOT_WORDS[slot], notification: name, cause },
      // An extension may hand over parameters the model does not know of.
      raise: /\bparameter\b/.test(cause) ? -1 : 0,
      discriminator: slot,
    });
  }
  const delivers = recipients.some(({ slot }) => slot !== "reply-to" && slot !== "test");
  if (delivers || status !== "enabled" || isIncomplete(context, proof.location)) return;
  context.report({
    system: system.id,
    path,
    location: proof.location,
    messageId: "empty",
    args: { notification: name },
    raise: -2,
  });
}

/** The export lacks the recipients themselves: then nothing is known to be empty. */
function isIncomplete({ estate }: RuleContext, location: Location | null): boolean {
  return (
    location === null ||
    estate.problems.some(
      ({ kind, location: at }) =>
        kind === "incomplete-export" &&
        at.file === location.file &&
        at.line === location.line &&
        at.column === location.column,
    )
  );
}
