/** Case logs and long texts that a message carries to receivers outside, or internal notes to the caller. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { definitionOf } from "../kit/evidence.ts";
import { labelOf } from "../kit/label.ts";
import type { Field, Notification, System } from "../kit/facts.ts";
import { hasWords } from "../kit/words-of-name.ts";
import {
  insertionsOf,
  keptIn,
  messageFlow,
  namesOf,
  outsiders,
  receiversOf,
  type Insertion,
} from "./receivers.ts";

/** Words by which products and customers name notes for their own staff, in the languages labels come in. */
const INTERNAL_WORDS = [
  "private",
  "internal",
  "confidential",
  "work notes",
  "agent notes",
  "privé",
  "privée",
  "interne",
  "intern",
  "privat",
  "privado",
  "interno",
  "privato",
];

export default defineRule({
  meta: {
    id: "flow/notification-sends-free-text",
    title: "Case log or free text sent out",
    family: "flow",
    severity: { minimal: "off", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 5(1)(f)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["templates", "model"],
    options: { allowHead: true },
    messages: {
      found: {
        what: "{notification} sends {scope} of {field} to {recipients}",
        why: "Free text may hold anything about anyone, and reading a message takes no rights on the record{kept} (Art. 5(1)(f)).",
        fix: "Send the latest entry of the public log, or a link.",
      },
      internal: {
        what: "{notification} sends {scope} of {field}, which is written for staff, to {recipients}",
        why: "Notes among staff may hold anything about anyone; reading a message takes no rights on the record{kept} (Art. 5(1)(f)).",
        fix: "Remove the placeholder; send the latest entry of the public log, or a link.",
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
  const outside = outsiders(system, notification);
  const subjects = receiversOf(system, notification).filter(({ audience }) => audience === "subject");
  for (const insertion of insertionsOf(context, notification)) {
    const { field, placeholder } = insertion;
    if (field.freeText !== "long" && field.freeText !== "log") continue;
    if (context.verdict(field).personal !== "may-contain") continue;
    const internal = isInternal(field);
    const receivers = [...outside, ...(internal || !isService(context, insertion) ? subjects : [])];
    if (receivers.length === 0) continue;
    const whole = field.freeText === "log" && !isLatest(insertion);
    context.report({
      system: system.id,
      path: notification.path,
      location: placeholder.location ?? notification.proof.location,
      messageId: internal ? "internal" : "found",
      args: {
        notification: notification.name,
        field: labelOf(field),
        scope: field.freeText === "log" ? (whole ? "every entry" : "the latest entry") : "the text",
        recipients: namesOf(receivers),
        kept: keptIn(system, notification),
      },
      evidence: [definitionOf(field)],
      flow: messageFlow(notification, [insertion], receivers),
      raise: internal || whole ? 1 : 0,
      discriminator: field.path,
    });
  }
}

/** What the person concerned wrote or is being answered: the service itself. */
function isService(context: RuleContext, insertion: Insertion): boolean {
  if (insertion.field.freeText !== "log") return true;
  return isLatest(insertion) && context.option<boolean>("allowHead");
}

function isLatest({ placeholder }: Insertion): boolean {
  return placeholder.verb !== null && placeholder.verb.startsWith("head");
}

function isInternal(field: Field): boolean {
  return [field.name, ...Object.values(field.labels)].some((name) =>
    INTERNAL_WORDS.some((words) => hasWords(name, words)),
  );
}
