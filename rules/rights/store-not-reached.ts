/** Copies of people's data in files, logs, queues and tables that erasing the person leaves alone. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Store, System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";
import { installedProcedures, namesOf, reachesStore } from "./procedures.ts";

type Kind = Store["kind"];

/** What each kind is called in a message; kinds that are missing are judged by rules of their own. */
const CALLED: Readonly<Partial<Record<Kind, string>>> = {
  "api-log": "API logs",
  attachment: "files",
  "event-log": "event logs",
  "login-log": "login records",
  mailbox: "mailboxes",
  "notification-log": "messages that were sent",
  preferences: "settings of users",
  queue: "queues and waiting results",
  "raw-mail": "mails as they came in",
  "sync-log": "logs of imports",
  "sync-staging": "staging tables",
};

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
    kind !== "sync-staging" || store.holds.fields.some((path) => context.verdict(path).personal === "yes")
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

const KEYS: Readonly<Record<Store["subjectKey"], string>> = {
  reference: "the reference to the person",
  id: "the person's id",
  name: "the person's name",
  email: "the e-mail address",
  "free-text": "text search",
  none: "nothing",
};

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
