/** Statistics, scores and log lines about a person that stay when the person is deleted. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Store, System } from "../kit/facts.ts";
import { durationOf, lifetimeOf } from "./lifetime.ts";

/** Case logs are part of the record; a backup is judged by its own rotation. */
const NOT_DERIVED: ReadonlySet<Store["kind"]> = new Set(["case-log", "primary", "backup", "attachment"]);

export default defineRule({
  meta: {
    id: "retention/derived-outlives-subject",
    title: "Derived data survive the person's deletion",
    family: "retention",
    severity: { minimal: "off", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 17(1)", "Art. 5(1)(e)", "Art. 19"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["profile"],
    options: { maxDays: 30 },
    messages: {
      found: {
        what: "{store}: data derived from {origin} stay {duration} after the person is deleted",
        why: "Until then the erasure is not finished (Art. 17(1)).",
        fix: "Shorten the period, erase by the person's key, or state the delay in the record and in replies.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const store of system.stores) judge(context, system, store);
    }
  },
});

function judge(context: RuleContext, system: System, store: Store): void {
  if (NOT_DERIVED.has(store.kind) || store.derivedFrom.length === 0) return;
  if (store.active.state === "off" || store.erasedWithSubject !== "no" || store.subjectKey === "none") return;
  const origins = store.derivedFrom.filter((path) => isAboutPeople(context, system, path));
  if (origins.length === 0) return;
  const lifetime = lifetimeOf(store);
  const short = lifetime !== null && lifetime <= context.option<number>("maxDays");
  context.report({
    system: system.id,
    path: store.path,
    location: store.proof.location,
    args: {
      store: store.name,
      origin: origins.map((path) => nameOf(system, path)),
      duration: lifetime === null ? "for a time nobody states" : durationOf(lifetime),
    },
    raise: short ? -1 : 0,
    evidence: [
      {
        kind: "setting",
        text: store.retention.proof.basis ?? `the period is ${store.retention.source}`,
        location: store.retention.proof.location,
      },
    ],
    related: origins.map((path) => ({ role: "derived from", path, location: null })),
  });
}

/** A person's or account's own data, or what refers to them directly; followed through one store. */
function isAboutPeople(context: RuleContext, system: System, path: string): boolean {
  const store = system.stores.find((each) => each.path === path);
  if (store !== undefined && store.subjectKey !== "none") return true;
  const entity = system.entities.find((each) => each.path === path || each.name === store?.entity);
  if (entity === undefined) return false;
  const near = context.subjectPath(system, entity);
  return near !== null && near.hops <= 1;
}

function nameOf(system: System, path: string): string {
  const named = [...system.stores, ...system.entities].find((each) => each.path === path);
  return named?.name ?? path;
}
