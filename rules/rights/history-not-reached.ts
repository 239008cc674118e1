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
      found: {
        what: "{store}: {what} of a person stay after erasure; {procedures} does not reach them",
        why: "They can be read back in the history of this and other records (Art. 17(1)).",
        fix: "Delete or replace them in the same procedure, and keep people out of change comments.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const procedures = installedProcedures(system);
      const renames = procedures.some(({ kind }) => kind !== "delete");
      for (const store of system.stores) {
        if (store.kind !== "history" || store.active.state === "off" || store.subjectKey === "none") continue;
        if (store.erasedWithSubject === "yes" || store.erasedWithSubject === "unknown") continue;
        // Written when a record goes: of one that was pseudonymised before, it names nobody.
        if (isDeletionTrace(store) && renames) continue;
        if (!reachesStore(procedures, store)) report(context, system, store, namesOf(procedures));
      }
    }
  },
});

function report(context: RuleContext, system: System, store: Store, procedures: string): void {
  const { parts, fields } = store.holds;
  context.report({
    system: system.id,
    path: store.path,
    location: store.proof.location,
    args: { store: store.name, what: parts.includes("old-values") ? "former values" : "names", procedures },
    evidence: [{ kind: "computed", text: `a person is found there by ${store.subjectKey}`, location: null }],
    related: fields.map((path) => ({
      role: "keeps it",
      path,
      location: context.field(path)?.location ?? null,
    })),
  });
}

/** It names records of certain entities, and keeps none of their values. */
function isDeletionTrace({ of, holds }: Store): boolean {
  return of.length > 0 && !holds.parts.includes("old-values");
}
