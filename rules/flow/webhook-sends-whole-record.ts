/** Calls of other applications that send a record, or a list of its fields, which no placeholder names. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf } from "../kit/evidence.ts";
import { labelOf } from "../kit/label.ts";
import type { Field, Notification, System } from "../kit/facts.ts";
import type { FlowStep } from "../kit/finding.ts";
import { channelWord, messageFlow, namesOf, receiversOf } from "./receivers.ts";

/** Fields shown in the finding's path; the message counts all of them. */
const SHOWN = 5;

export default defineRule({
  meta: {
    id: "flow/webhook-sends-whole-record",
    title: "Webhook or API call sends the whole record",
    family: "flow",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 25(2)", "Art. 28"],
    basis: "product practice",
    systems: "all",
    inputs: ["templates", "model"],
    options: { externalOnly: false },
    messages: {
      listed: {
        what: "{notification} sends {fields} by {channel} to {recipients} without naming them in its text",
        why: "The receiver gets what the list happens to show, more than it needs and whatever is added to the list later (Art. 5(1)(c)).",
        fix: "Name the fields in the payload and switch the list off.",
      },
      unresolved: {
        what: "{notification} sends a whole list of fields by {channel} to {recipients}, and which fields cannot be told",
        why: "Any field of the record may be among them (Art. 5(1)(c)).",
        fix: "Name the fields in the payload and switch the list off, or give the definition of the list to the analysis.",
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
  const { wholeRecord, status } = notification;
  if (wholeRecord === null || status === "disabled" || status === "test") return;
  const receivers = receiversOf(system, notification);
  const inside = receivers.length > 0 && receivers.every(({ audience }) => audience === "internal");
  if (inside && context.option<boolean>("externalOnly")) return;
  const personal = (wholeRecord.fields ?? []).flatMap((path) => personalField(context, path));
  if (wholeRecord.fields !== null && personal.length === 0) return;
  context.report({
    system: system.id,
    path: notification.path,
    location: notification.proof.location,
    messageId: wholeRecord.fields === null ? "unresolved" : "listed",
    args: {
      notification: notification.name,
      fields: personal.map(labelOf),
      channel: channelWord(notification),
      recipients: namesOf(receivers),
    },
    evidence: [
      { kind: "definition", text: wholeRecord.says, location: notification.proof.location },
      ...personal.slice(0, SHOWN).map(definitionOf),
    ],
    flow: [...personal.slice(0, SHOWN).map(fieldStep), ...messageFlow(notification, [], receivers)],
  });
}

function personalField(context: RuleContext, path: string): readonly Field[] {
  const field = context.field(path);
  return field === undefined || context.verdict(field).personal === "no" ? [] : [field];
}

function fieldStep(field: Field): FlowStep {
  return { kind: "field", path: field.path, label: labelOf(field), location: field.location };
}
