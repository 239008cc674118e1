/** Accounts of programs that may do everything, that may do what they never do, or that belong to a person. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { localPart, type Account, type System } from "../kit/facts.ts";
import { liveAccounts } from "./roles-on.ts";
import { daysWatched, unusedRights, usedRights } from "./observed-use.ts";

export default defineRule({
  meta: {
    id: "access/api-account-over-privileged",
    title: "API account with administrator or unused rights",
    family: "access",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 32(1)(b)", "Art. 25(2)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["accounts", "rights"],
    options: { windowDays: 30 },
    messages: {
      admin: {
        what: "{account} uses the programming interface as {role}, an administrator",
        why: "A token or password that leaks opens every record of every person (Art. 32(1)(b), 25(2)).",
        fix: "Give it a role of its own with {needed}, and take {role} away.",
      },
      unused: {
        what: "{account} may {rights}, and did not in {days} days of log",
        why: "What a program does not need only helps whoever gets hold of its token (Art. 25(2)).",
        fix: "Give it a role of its own with {needed}.",
      },
      person: {
        what: "{account} belongs to a person and may use the programming interface",
        why: "Calls of programs and of the person cannot be told apart, and a person's rights are wider (Art. 32(1)(b)).",
        fix: "Make an account for the program, and take the interface away from the person's.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const account of liveAccounts(system)) {
        if (account.apiAccess) judge(context, system, account);
      }
    }
  },
});

function judge(context: RuleContext, system: System, account: Account): void {
  const name = localPart(account.path).replace(/^account\//, "");
  const roles = system.roles.filter(({ path }) => account.roles.includes(path));
  const used = usedRights(system, account);
  const needed = used.length === 0 ? "only what it needs" : `what it was seen to do (${used.join(", ")})`;
  const report = (messageId: string, args: Record<string, string | number | readonly string[]>): void => {
    context.report({
      system: system.id,
      path: account.path,
      location: account.proof.location,
      messageId,
      args: { account: name, ...args },
      evidence: roles.map(({ name: role, proof }) => ({
        kind: "definition",
        text: `has the role ${role}`,
        location: proof.location,
      })),
      raise: messageId === "unused" ? -1 : 0,
    });
  };

  const administrator = roles.find(({ audience }) => audience === "admin");
  if (account.kind === "human" && isLimited(system)) report("person", {});
  if (administrator !== undefined) return report("admin", { role: administrator.name, needed });
  const days = daysWatched(system);
  const rights =
    days >= context.option<number>("windowDays") ? unusedRights(context, system, account, roles) : [];
  if (rights.length > 0) report("unused", { rights, days, needed });
}

/** Where every account may call, the open interface is the finding, not each person. */
function isLimited(system: System): boolean {
  return liveAccounts(system).some(({ apiAccess }) => !apiAccess) || system.accounts.length === 1;
}
