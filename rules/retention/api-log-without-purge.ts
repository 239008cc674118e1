/** API logs that keep what was asked and answered, without end or longer than an audit takes. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Store, System } from "../kit/facts.ts";
import { durationOf, lifetimeOf, observedDays } from "./lifetime.ts";
import { placeOf, storeEvidence } from "./store-evidence.ts";

export default defineRule({
  meta: {
    id: "retention/api-log-without-purge",
    title: "API log with request and response bodies never purged",
    family: "retention",
    severity: { minimal: "warning", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(e)", "Art. 5(1)(f)"],
    basis: "vendor practice",
    systems: "all",
    // A configuration, a profile or the log itself: any of them shows that it is filled.
    inputs: [],
    anyInput: ["config", "rest-log", "profile"],
    options: { maxDays: 30 },
    messages: {
      found: {
        what: "{store} keeps request and response bodies {duration}",
        why: "It is a second copy of everything read and written through the interface (Art. 5(1)(e)).",
        fix: "Delete rows after {maxDays} days, and switch the log off when the audit ends.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const store of system.stores) {
        if (store.kind === "api-log" && store.holds.parts.includes("payloads")) judge(context, system, store);
      }
    }
  },
});

function judge(context: RuleContext, system: System, store: Store): void {
  const maxDays = context.option<number>("maxDays");
  const age = observedDays(store, context.estate.asOf);
  if (store.active.state !== "on" && age === null) return;
  const lifetime = lifetimeOf(store);
  const long = lifetime !== null && lifetime > maxDays;
  if (!long && (age === null || age <= maxDays)) return;
  const seen = age === null ? "" : `; the oldest row that was seen is ${age} days old`;
  context.report({
    system: system.id,
    path: store.path,
    location: placeOf(store, system),
    args: {
      store: store.name,
      duration: long ? `${durationOf(lifetime)}${seen}` : `for at least ${age ?? 0} days`,
      maxDays,
    },
    evidence: storeEvidence(store),
  });
}
