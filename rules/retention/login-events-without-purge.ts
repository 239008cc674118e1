/** Records of every login that nothing ends. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Store, System } from "../kit/facts.ts";
import { durationOf, lifetimeOf, observedDays } from "./lifetime.ts";
import { placeOf, storeEvidence } from "./store-evidence.ts";

export default defineRule({
  meta: {
    id: "retention/login-events-without-purge",
    title: "Login and usage events kept without limit",
    family: "retention",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(1)(e)", "Art. 5(1)(c)", "Art. 88(1)"],
    basis: "vendor practice",
    systems: "all",
    // A configuration, a profile or exported rows: any of them shows that logins are recorded.
    inputs: [],
    anyInput: ["config", "events", "profile"],
    options: { maxDays: 180 },
    messages: {
      found: {
        what: "{store} records every login of every user {duration}",
        why: "Over time it becomes a profile of working hours (Art. 5(1)(e), 88(1)).",
        fix: "Delete rows after {maxDays} days, or switch the record off.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const store of system.stores) {
        if (store.kind === "login-log") judge(context, system, store);
      }
    }
  },
});

function judge(context: RuleContext, system: System, store: Store): void {
  const age = observedDays(store, context.estate.asOf);
  if (store.active.state !== "on" && age === null) return;
  const maxDays = context.option<number>("maxDays");
  const lifetime = lifetimeOf(store);
  const long = lifetime !== null && lifetime > maxDays;
  if (!long && (age === null || age <= maxDays)) return;
  context.report({
    system: system.id,
    path: store.path,
    location: placeOf(store, system),
    args: {
      store: store.name,
      duration: long ? durationOf(lifetime) : `for at least ${age ?? 0} days`,
      maxDays,
    },
    evidence: storeEvidence(store),
  });
}
