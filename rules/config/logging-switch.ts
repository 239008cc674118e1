/** Logging that writes more than operation needs, or that nobody decided on. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { localPart, type Setting, type Store, type System } from "../kit/facts.ts";
import { diagnosticOf } from "./diagnostics.ts";

const LOG_KINDS: ReadonlySet<Store["kind"]> = new Set([
  "event-log",
  "login-log",
  "notification-log",
  "audit-log",
]);

/** A limit the systems contradict is a decision too; other rules tell of the contradiction. */
const LIMIT_STATES: ReadonlySet<string> = new Set(["declared", "conflict"]);

export default defineRule({
  meta: {
    id: "config/logging-switch",
    title: "Logging switch undecided or at diagnostic level",
    family: "config",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 25(2)"],
    basis: "product practice",
    systems: "all",
    inputs: ["config"],
    options: { diagnosticMinLevel: "warning" },
    messages: {
      diagnostic: {
        what: "{name} = {value} writes {writes} into {into}",
        why: "Diagnostics copy personal data to a place that nobody cleans up with the record (Art. 5(1)(c)).",
        fix: "Set it back once the analysis is over, clear what it wrote, or accept the finding with a date.",
      },
      undecided: {
        what: "{count} with personal data, on only because that is the default: {logs}",
        why: "What is logged about people, and for how long, is to be decided (Art. 5(1)(c), 25(2)).",
        fix: "Switch off what nobody reads, and declare a time limit for the rest in the record.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const setting of system.settings) judgeDiagnostic(context, system, setting);
      judgeUndecided(context, system);
    }
  },
});

function judgeDiagnostic(context: RuleContext, system: System, setting: Setting): void {
  const diagnostic = diagnosticOf(setting.name, context.option<string>("diagnosticMinLevel"));
  if (diagnostic === undefined || !diagnostic.isOn(setting.value)) return;
  context.report({
    system: system.id,
    path: setting.path,
    location: setting.location,
    messageId: "diagnostic",
    args: {
      name: setting.name,
      value: String(setting.value),
      writes: diagnostic.writes,
      into: diagnostic.into,
    },
    evidence: [
      {
        kind: "setting",
        text: `the default is ${JSON.stringify(setting.default)}`,
        location: setting.location,
      },
    ],
  });
}

/** One finding a system; a log counts as decided once a record that holds it declares a time limit. */
function judgeUndecided(context: RuleContext, system: System): void {
  const records =
    context.register?.records.filter(({ cells }) => LIMIT_STATES.has(cells.retention.state)) ?? [];
  const decided = new Set(records.flatMap(({ elements }) => elements));
  const stores = system.stores.filter(({ path, kind, active, holds }) => {
    const setting = system.settings.find((each) => each.path === active.setting);
    const byDefault = active.state === "on" && setting?.isDefault === true;
    return byDefault && LOG_KINDS.has(kind) && holds.parts.length > 0 && !decided.has(path);
  });
  if (stores.length === 0) return;
  context.report({
    system: system.id,
    path: system.id,
    location: null,
    messageId: "undecided",
    args: {
      count: stores.length === 1 ? "One log" : `${stores.length} logs`,
      logs: stores.map(({ path, active }) => `${nameOf(path)} (${nameOf(active.setting ?? "")})`),
    },
    related: stores.map(({ path, active }) => ({
      role: "on by default",
      path,
      location: active.proof.location,
    })),
    raise: -1,
  });
}

function nameOf(path: string): string {
  return localPart(path).replace(/^[a-z]+\//, "");
}
