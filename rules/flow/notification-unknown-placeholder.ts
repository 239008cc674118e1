/** Placeholders that stay in the sent text as they are, because nothing has the name they use. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { closest, type Notification, type Placeholder, type System } from "../kit/facts.ts";

/** Reasons that name what lacks an attribute, so that the nearest existing one can be found. */
const MISSING_ATTRIBUTE = /^(\w+) has no attribute (\w+)/;
/** Extensions put objects of their own into templates; their names are in no model. */
const UNKNOWN_CONTEXT = /\bno object named\b/;

export default defineRule({
  meta: {
    id: "flow/notification-unknown-placeholder",
    title: "Placeholder resolves to nothing",
    family: "flow",
    severity: { minimal: "warning", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(d)", "Art. 32(1)(b)"],
    basis: "product practice",
    systems: "all",
    inputs: ["templates", "model"],
    messages: {
      found: {
        what: "{placeholder} in {notification} resolves to nothing: {cause}{hint}",
        why: "The raw code is sent, and a renamed field is a flow the map no longer shows (Art. 5(1)(d)).",
        fix: "Correct the name, or remove the placeholder.",
      },
      partly: {
        what: "{placeholders} in {notification}: resolved for some of its triggers only",
        why: "For the others the raw code is sent (Art. 5(1)(d)).",
        fix: "Give each class its own message, or use an attribute that all of them have.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const notification of system.notifications) {
        if (notification.status !== "disabled") judge(context, system, notification);
      }
    }
  },
});

function judge(context: RuleContext, system: System, notification: Notification): void {
  const { placeholders, name, path, proof } = notification;
  const resolved = new Set(placeholders.filter(({ field }) => field !== null).map(({ text }) => text));
  const lost = new Map<string, Placeholder & { unresolved: string }>();
  for (const each of placeholders) {
    const { text, unresolved } = each;
    if (unresolved !== null && !lost.has(text)) lost.set(text, { ...each, unresolved });
  }
  for (const { text, unresolved, location } of lost.values()) {
    if (resolved.has(text)) continue;
    const near = nearest(context, system, unresolved);
    const hint = near === null ? "" : `; did you mean ${near}?`;
    context.report({
      system: system.id,
      path,
      location: location ?? proof.location,
      args: { placeholder: text, notification: name, cause: unresolved, hint },
      raise: UNKNOWN_CONTEXT.test(unresolved) ? -1 : 0,
      discriminator: text,
    });
  }
  // One trigger too many leaves most of a template unresolved: that is one thing to repair.
  const partly = [...lost.values()].filter(({ text }) => resolved.has(text));
  if (partly.length === 0) return;
  context.report({
    system: system.id,
    path,
    location: partly[0]?.location ?? proof.location,
    messageId: "partly",
    args: { placeholders: partly.map(({ text }) => text), notification: name },
    evidence: partly.map(({ text, unresolved, location }) => ({
      kind: "computed",
      text: `${text}: ${unresolved}`,
      location,
    })),
  });
}

function nearest(context: RuleContext, system: System, cause: string): string | null {
  const [, entity = "", attribute = ""] = MISSING_ATTRIBUTE.exec(cause) ?? [];
  const fields = context.entity(system, entity)?.fields ?? [];
  return closest(
    attribute,
    fields.map(({ name }) => name),
  );
}
