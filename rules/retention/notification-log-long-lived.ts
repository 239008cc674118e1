/** Notification logs that keep recipients and bodies long after the message was read. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Store, System } from "../kit/facts.ts";
import { durationOf, lifetimeOf, observedDays } from "./lifetime.ts";
import { placeOf, storeEvidence } from "./store-evidence.ts";

const WHY =
  "Recipients and text outlive their use, and one row concerns several people, so that none of them can be erased alone (Art. 5(1)(e), 17(1)).";
const FIX = "Delete rows after {maxDays} days, or stop keeping the text.";

export default defineRule({
  meta: {
    id: "retention/notification-log-long-lived",
    title: "Notification log keeps recipients and bodies too long",
    family: "retention",
    severity: { minimal: "warning", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(e)", "Art. 5(1)(c)", "Art. 17(1)"],
    basis: "vendor practice",
    systems: "all",
    // A configuration, a profile or exported rows: any of them shows that the log is filled.
    inputs: [],
    anyInput: ["config", "events", "profile"],
    options: { maxDays: 90 },
    messages: {
      "no-purge": {
        what: "{store} keeps {what} of every message without end{unverified}",
        why: WHY,
        fix: FIX,
      },
      "too-long": {
        what: "{store} keeps {what} of every message {duration}{unverified}",
        why: WHY,
        fix: FIX,
      },
      observed: {
        what: "{store} still holds {what} of messages from {days} days ago",
        why: WHY,
        fix: "Delete rows after {maxDays} days, and find out why older ones are still there.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const store of system.stores) {
        if (store.kind === "notification-log") judge(context, system, store);
      }
    }
  },
});

function judge(context: RuleContext, system: System, store: Store): void {
  const { path, name, active } = store;
  const what = contentOf(store);
  if (active.state === "off" || what === "") return;
  const maxDays = context.option<number>("maxDays");
  const lifetime = lifetimeOf(store);
  const age = observedDays(store, context.estate.asOf);
  const seen = age !== null && age > maxDays;
  const long = lifetime !== null && lifetime > maxDays;
  if (!long && !seen) return;
  const unknown = active.state === "unknown" && !seen;
  const place = placeOf(store, system);
  // What only the built-in catalogue knows of, and no input says to be filled, is no finding about what was given.
  if (unknown && place === null) return;
  context.report({
    system: system.id,
    path,
    location: place,
    messageId: !long ? "observed" : lifetime === Infinity ? "no-purge" : "too-long",
    args: {
      store: name,
      what,
      maxDays,
      days: age ?? 0,
      duration: durationOf(lifetime ?? 0),
      unverified: unknown ? " (not verifiable: whether it is switched on)" : "",
    },
    evidence: storeEvidence(store),
    certainty: unknown ? "not-verifiable" : "proved",
  });
}

function contentOf({ holds }: Store): string {
  const text = holds.parts.includes("bodies") || holds.parts.includes("payloads");
  if (!holds.parts.includes("addresses")) return text ? "the text" : "";
  return text ? "recipients and text" : "recipients";
}
