/** Passwords and tokens that logged calls carry where anyone who reads the log can use them. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Operation, System } from "../kit/facts.ts";
import {
  callerName,
  callerPath,
  callsBy,
  counted,
  firstPlace,
  logEvidence,
  type CallGroup,
} from "./callers.ts";

export default defineRule({
  meta: {
    id: "flow/api-secret-in-log",
    title: "Password or token in the API log",
    family: "flow",
    severity: { minimal: "error", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(f)", "Art. 32(1)(a)", "Art. 33(1)"],
    basis: "product practice",
    systems: "all",
    inputs: ["rest-log"],
    messages: {
      "credential-check": {
        what: "Passwords stand in clear in {calls} by which {account} checks sign-ins",
        why: "Whoever reads the log or its backup has the passwords of those who signed in (Art. 32(1)(a)).",
        fix: "Let people sign in through single sign-on, delete these rows, have the passwords changed; until then switch the log off.",
      },
      found: {
        what: "A password, token or key stands in clear in {calls} of {account} ({verb})",
        why: "Whoever reads the log or its backup can use it (Art. 32(1)(a)).",
        fix: "Change the secrets, delete these rows, and keep secrets out of calls that are logged.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const groups = callsBy(system.operations, (each) => (secretCalls(each) > 0 ? [each.verb] : []));
      for (const group of groups) report(context, system, group);
    }
  },
});

function report(context: RuleContext, system: System, { account, about: verb, operations }: CallGroup): void {
  context.report({
    system: system.id,
    path: callerPath(system, account),
    location: firstPlace(operations),
    messageId: verb === "check-credentials" ? "credential-check" : "found",
    args: {
      account: callerName(account),
      calls: counted(
        operations.reduce((sum, each) => sum + secretCalls(each), 0),
        "call",
      ),
      verb,
    },
    evidence: logEvidence(operations),
    // A cut or unreadable request may hold more than could be seen.
    certainty: operations.some(({ truncated, unreadable }) => truncated + unreadable > 0)
      ? "at-least"
      : "proved",
    discriminator: verb,
  });
}

/** Shapes count a call once for each place; the fullest place is the number of calls. */
function secretCalls({ parameters }: Operation): number {
  return Math.max(0, ...parameters.filter(({ kind }) => kind === "secret").map(({ calls }) => calls));
}
