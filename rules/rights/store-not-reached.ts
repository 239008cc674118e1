/** Copies of people's data in files, logs, queues and tables that erasing the person leaves alone. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Store, System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";
import { standingOf } from "../kit/standing.ts";
import { installedProcedures, namesOf, reachesStore } from "./procedures.ts";
import { CALLED, KEYS } from "./store-words.ts";

type Kind = Store["kind"];

export default defineRule({
  meta: {
    id: "rights/store-not-reached",
    title: "Attachments, events, staging or raw mail outside erasure",
    family: "rights",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 17(1)", "Art. 17(2)", "Art. 5(1)(e)"],
    basis: "product practice",
    systems: "all",
    inputs: ["model", "config"],
    options: { maxDays: 30, ignoreKinds: [] },
    messages: {
      found: {
        what: "Erasing a person leaves {kind} alone: {procedures} does not reach {stores}",
        why: "Copies of the person's data remain (Art. 17(1)).",
        fix: "Add a step by {key} to the procedure, or delete rows after {maxDays} days.",
      },
    },
  },

  check(context) {
    const ignored = context.option<readonly string[]>("ignoreKinds");
    for (const system of context.systems) {
      const procedures = installedProcedures(system);
      const left = system.stores.filter(
        (store) =>
          !ignored.includes(store.kind) && isCopy(context, store) && !reachesStore(procedures, store),
      );
      for (const [kind, stores] of byKind(left)) report(context, system, kind, stores, namesOf(procedures));
    }
  },
});

/** Filled, about people, and not erased with them; what nobody knows to be filled is left out. */
function isCopy(context: RuleContext, store: Store): boolean {
  const { kind, active, subjectKey, erasedWithSubject } = store;
  if (CALLED[kind] === undefined || active.state !== "on") return false;
  if (subjectKey === "none" || erasedWithSubject !== "no") return false;
  return (
    kind !== "sync-staging" || store.holds.fields.some((path) => standingOf(context.verdict(path)) === "yes")
  );
}

function byKind(stores: readonly Store[]): ReadonlyMap<Kind, readonly Store[]> {
  const kinds = new Map<Kind, Store[]>();
  for (const store of stores) {
    const group = kinds.get(store.kind);
    if (group === undefined) kinds.set(store.kind, [store]);
    else group.push(store);
  }
  return kinds;
}

function report(
  context: RuleContext,
  system: System,
  kind: Kind,
  stores: readonly Store[],
  procedures: string,
): void {
  const [first] = stores;
  if (first === undefined) return;
  const maxDays = context.option<number>("maxDays");
  context.report({
    system: system.id,
    path: stores.length === 1 ? first.path : system.id,
    location: first.active.proof.location ?? first.proof.location,
    args: {
      kind: CALLED[kind] ?? kind,
      stores: stores.map(({ name }) => name),
      procedures,
      key: [...new Set(stores.map(({ subjectKey }) => KEYS[subjectKey]))].sort().join(" or "),
      maxDays,
    },
    // Rows that end soon by themselves only delay the erasure; settings say how somebody works, not who it is.
    raise: stores.every((store) => endsWithin(store, maxDays) || store.holds.parts.length === 0) ? -1 : 0,
    evidence: stores.map(evidenceOf),
    related: stores.map(({ path, proof }) => ({ role: "not reached", path, location: proof.location })),
    discriminator: kind,
  });
}

function endsWithin({ retention, purge }: Store, maxDays: number): boolean {
  return retention.kind === "days" && retention.days <= maxDays && purge.enabled !== "no";
}

function evidenceOf({ name, active }: Store): Evidence {
  return {
    kind: "setting",
    text: `${name}: ${active.proof.basis ?? "switched on"}`,
    location: active.proof.location,
  };
}
