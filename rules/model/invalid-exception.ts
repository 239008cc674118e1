/** Exceptions and suppression comments that are not applied, and why. */
import { defineRule } from "../kit/define-rule.ts";
import { placeOf, targetOf } from "./exception-target.ts";

export default defineRule({
  meta: {
    id: "model/invalid-exception",
    title: "Exception without reason, approver or valid target",
    family: "model",
    severity: { minimal: "error", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(2)"],
    basis: "product practice",
    systems: "all",
    inputs: ["exceptions"],
    options: { minReason: 15, approverFrom: "error", allowWildcards: false, allowInlineForErrors: false },
    messages: {
      found: {
        what: "The {source} for {target} is not applied: {fault}",
        why: "An accepted risk is a record: without a reason and someone who answers for it, it proves nothing (Art. 5(2)).",
        fix: "Complete it, or remove it and deal with the finding.",
      },
    },
  },

  check(context) {
    for (const exception of context.exceptions) {
      if (exception.state !== "invalid") continue;
      context.report({
        ...placeOf(exception),
        args: { ...targetOf(exception), fault: exception.fault ?? "it is not understood" },
      });
    }
  },
});
