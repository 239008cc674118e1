/** Logs of an interface that keep whole requests and answers, switched on and left so. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { localPart, type Store, type System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";

const MS_PER_DAY = 86_400_000;

export default defineRule({
  meta: {
    id: "flow/api-log-left-on",
    title: "Payload logging of the API left on",
    family: "flow",
    severity: { minimal: "warning", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 5(1)(e)", "Art. 32(1)(b)"],
    basis: "vendor practice",
    systems: "all",
    inputs: [],
    anyInput: ["config", "rest-log", "profile"],
    options: { auditDays: 14 },
    messages: {
      found: {
        what: "{switch} is on: {store} copies every request and answer of the interface{span}",
        why: "What consumers read and write, personal data included, is kept a second time (Art. 5(1)(c), 5(1)(e)).",
        fix: "Switch it on for the time of an audit only, and delete its rows afterwards.",
      },
      rows: {
        what: "{store} holds requests and answers of the interface{span}, and no configuration tells whether it is still on",
        why: "What consumers read and write, personal data included, is kept a second time (Art. 5(1)(c), 5(1)(e)).",
        fix: "Switch the log off after an audit, and delete its rows.",
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
  const { active, observed, path, name, proof } = store;
  if (active.state === "off") return;
  const days = observedDays(store, context.estate.asOf);
  const long = days !== null && days.span > context.option<number>("auditDays");
  if (active.state === "unknown" && !(long && days.age <= context.option<number>("auditDays"))) return;
  const location = active.proof.location ?? proof.location;
  context.report({
    system: system.id,
    path,
    location,
    messageId: active.state === "on" ? "found" : "rows",
    args: {
      switch: active.setting === null ? "Logging" : localPart(active.setting).replace(/^setting\//, ""),
      store: name,
      span: observed === null ? "" : `:${rowsIn(observed)} so far`,
    },
    evidence: [switchEvidence(store), ...rowEvidence(store)],
    // A few days of rows may well be the audit the switch is there for.
    raise: days !== null && !long ? -1 : 0,
    discriminator: active.setting ?? "",
  });
}

/** Days the rows span, and days since the last one; `null` when no export of the log was given. */
function observedDays({ observed }: Store, asOf: string): { span: number; age: number } | null {
  if (observed === null || observed.from === null || observed.to === null) return null;
  return { span: daysBetween(observed.from, observed.to), age: daysBetween(observed.to, asOf) };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / MS_PER_DAY);
}

function switchEvidence({ active }: Store): Evidence {
  const { location, basis } = active.proof;
  return { kind: "setting", text: basis ?? "the setting that switches the log", location };
}

function rowEvidence({ observed }: Store): readonly Evidence[] {
  if (observed === null) return [];
  const location = { file: observed.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return [{ kind: "log-range", text: `rows:${rowsIn(observed)}`, location }];
}

/** ` 746 between 2025-11-20 and 2026-11-19`. */
function rowsIn({ rows, from, to }: NonNullable<Store["observed"]>): string {
  if (from === null || to === null) return ` ${rows}`;
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
  return first === last ? ` ${rows} on ${first}` : ` ${rows} between ${first} and ${last}`;
}
