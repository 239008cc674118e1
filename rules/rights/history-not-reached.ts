/** Change history and deletion traces that keep a person whom a procedure has erased. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Store, System } from "../kit/facts.ts";
import { installedProcedures, namesOf, reachesStore } from "./procedures.ts";

export default defineRule({
  meta: {
    id: "rights/history-not-reached",
    title: "History and deletion traces keep the person",
    family: "rights",
    severity: { minimal: "warning", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 17(1)", "Art. 5(1)(e)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["model", "config"],
    messages: {
      values: {
        what: "{store}: former values of a person stay after erasure; {procedures} does not reach them",
        why: "What was emptied or replaced can be read back (Art. 17(1)).",
        fix: "Delete the person's own entries in the same procedure.",
      },
      names: {
        what: "{store}: a person's name stays as text after erasure; {procedures} does not reach it",
        why: "The name can be read in the history of other records (Art. 17(1)).",
        fix: "Replace the name there in the same procedure, and keep people out of change comments.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const procedures = installedProcedures(system);
      for (const store of system.stores) {
        if (store.kind !== "history" || store.active.state === "off" || store.subjectKey === "none") continue;
        if (store.erasedWithSubject === "yes" || store.erasedWithSubject === "unknown") continue;
        if (!reachesStore(procedures, store)) report(context, system, store, namesOf(procedures));
      }
    }
  },
});

function report(context: RuleContext, system: System, store: Store, procedures: string): void {
  const { parts } = store.holds;
  context.report({
    system: system.id,
    path: store.path,
    location: store.proof.location,
    messageId: parts.includes("names") && !parts.includes("old-values") ? "names" : "values",
    args: { store: store.name, procedures },
    evidence: [
      {
        kind: "computed",
        text: `a person is found there by ${store.subjectKey}`,
        location: null,
      },
    ],
    related: store.holds.fields.map((path) => ({
      role: "keeps it",
      path,
      location: context.field(path)?.location ?? null,
    })),
  });
}
