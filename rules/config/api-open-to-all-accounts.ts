/** A programming interface that more accounts can call than the programs that need it. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Setting, System } from "../kit/facts.ts";

/** Switches that open the interface, by name, with the value that does. */
const SWITCHES: readonly {
  readonly name: string;
  readonly opens: Setting["value"];
  readonly messageId: string;
}[] = [
  { name: "secure_rest_services", opens: false, messageId: "switch" },
  { name: "allow_rest_services_via_tokens", opens: true, messageId: "tokens" },
];

export default defineRule({
  meta: {
    id: "config/api-open-to-all-accounts",
    title: "API not limited to a dedicated role",
    family: "config",
    severity: { minimal: "error", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 32(1)(b)", "Art. 25(2)"],
    basis: "vendor practice",
    systems: "iTop",
    inputs: ["config"],
    options: { maxAccounts: 10 },
    messages: {
      switch: {
        what: "{name} = {value}: every account can call the programming interface",
        why: "Whoever can log in can read in bulk what the account may read (Art. 32(1)(b)).",
        fix: "Set {name} to {closed}, and give the role to the accounts of programs only.",
      },
      tokens: {
        what: "{name} = {value}: a token opens the programming interface without the role that is asked for otherwise",
        why: "The role is then no limit for accounts with a token (Art. 32(1)(b)).",
        fix: "Set {name} to {closed}, or limit each token to what its program needs.",
      },
      holders: {
        what: "{count} accounts may call the programming interface; {limit} are expected at most",
        why: "Each of them is a way to read in bulk (Art. 32(1)(b), 25(2)).",
        fix: "Take the role away from accounts that run no program.",
      },
      "end-user": {
        what: "{count} accounts of portal users may call the programming interface",
        why: "The interface shows what the portal keeps from its users (Art. 25(2)).",
        fix: "Take the role away from these accounts.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const opened = system.settings.filter((setting) => judge(context, system, setting));
      if (!opened.some(({ name }) => name === SWITCHES[0]?.name)) judgeHolders(context, system);
    }
  },
});

function judge(context: RuleContext, system: System, setting: Setting): boolean {
  const found = SWITCHES.find(({ name, opens }) => name === setting.name && opens === setting.value);
  if (found === undefined) return false;
  context.report({
    system: system.id,
    path: setting.path,
    location: setting.location,
    messageId: found.messageId,
    args: { name: setting.name, value: String(setting.value), closed: String(!found.opens) },
    evidence: [
      {
        kind: "setting",
        text:
          setting.basis ??
          `${setting.name} is ${String(setting.value)}, ${String(setting.default)} by default`,
        location: setting.location,
      },
    ],
    raise: found.messageId === "tokens" ? -1 : 0,
  });
  return true;
}

function judgeHolders(context: RuleContext, system: System): void {
  const holders = system.accounts.filter(({ apiAccess, status }) => apiAccess && status !== "disabled");
  const location = holders[0]?.proof.location ?? null;
  const related = holders.map(({ path, proof }) => ({ role: "may call", path, location: proof.location }));
  const limit = context.option<number>("maxAccounts");
  if (holders.length > limit) {
    const args = { count: holders.length, limit };
    context.report({ system: system.id, path: system.id, location, messageId: "holders", args, related });
  }
  const endUserRoles = new Set(
    system.roles.filter(({ audience }) => audience === "end-user").map(({ path }) => path),
  );
  const endUsers = holders.filter(({ roles }) => roles.some((role) => endUserRoles.has(role)));
  if (endUsers.length > 0) {
    context.report({
      system: system.id,
      path: system.id,
      location: endUsers[0]?.proof.location ?? null,
      messageId: "end-user",
      args: { count: endUsers.length },
      related: endUsers.map(({ path, proof }) => ({ role: "may call", path, location: proof.location })),
    });
  }
}
