/** Health, belief, origin and the like, or criminal records, that a message carries out of the record. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { reasonsOf } from "../kit/evidence.ts";
import { labelOf } from "../kit/label.ts";
import type { Notification, System } from "../kit/facts.ts";
import { channelWord, insertionsOf, keptIn, messageFlow, namesOf, receiversOf } from "./receivers.ts";

export default defineRule({
  meta: {
    id: "flow/notification-sends-special-category",
    title: "Notification carries special-category data",
    family: "flow",
    severity: { minimal: "error", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(f)", "Art. 9(1)", "Art. 10", "Art. 32(1)(b)"],
    basis: "law",
    systems: "all",
    inputs: ["templates", "model"],
    options: { allowChannels: [], minConfidence: 0.75 },
    messages: {
      found: {
        what: "{notification} sends {field} ({category} data) by {channel} to {recipients}",
        why: "Reading a message takes no rights on the record{kept} ({article}, Art. 32(1)(b)).",
        fix: "Remove the placeholder; send a link to the record, which only those entitled can open.",
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
  if (notification.status === "disabled") return;
  if (context.option<readonly string[]>("allowChannels").includes(notification.channel)) return;
  const receivers = receiversOf(system, notification);
  for (const insertion of insertionsOf(context, notification)) {
    const { field, placeholder } = insertion;
    const verdict = context.verdict(field);
    if (verdict.special === null || verdict.personal === "no") continue;
    if (verdict.confidence < context.option<number>("minConfidence")) continue;
    const article = verdict.special === "art10" ? "Art. 10" : "Art. 9(1)";
    context.report({
      system: system.id,
      path: notification.path,
      location: placeholder.location ?? notification.proof.location,
      args: {
        notification: notification.name,
        field: labelOf(field),
        category: verdict.category,
        channel: channelWord(notification),
        recipients: namesOf(receivers),
        kept: keptIn(system, notification),
        article,
      },
      articles: ["Art. 5(1)(f)", article, "Art. 32(1)(b)"],
      evidence: reasonsOf(verdict),
      flow: messageFlow(notification, [insertion], receivers),
      discriminator: field.path,
    });
  }
}
