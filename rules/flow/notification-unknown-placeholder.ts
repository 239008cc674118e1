/** Placeholders that stay in the sent text as they are, because nothing has the name they use. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { closest, type Notification, type System } from "../kit/facts.ts";

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
        what: "{placeholder} in {notification} resolves for some of its triggers only: {cause}{hint}",
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
  const seen = new Set<string>();
  for (const { text, unresolved, location } of placeholders) {
    if (unresolved === null || seen.has(text)) continue;
    seen.add(text);
    const near = nearest(context, system, unresolved);
    context.report({
      system: system.id,
      path,
      location: location ?? proof.location,
      messageId: resolved.has(text) ? "partly" : "found",
      args: {
        placeholder: text,
        notification: name,
        cause: unresolved,
        hint: near === null ? "" : `; did you mean ${near}?`,
      },
      raise: UNKNOWN_CONTEXT.test(unresolved) ? -1 : 0,
      discriminator: text,
    });
  }
}

function nearest(context: RuleContext, system: System, cause: string): string | null {
  const [, entity = "", attribute = ""] = MISSING_ATTRIBUTE.exec(cause) ?? [];
  const fields = context.entity(system, entity)?.fields ?? [];
  return closest(
    attribute,
    fields.map(({ name }) => name),
  );
}
