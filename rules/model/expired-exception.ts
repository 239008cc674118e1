/** Exceptions whose date is past, and those that end soon. */
import { defineRule } from "../kit/define-rule.ts";
import { placeOf, targetOf } from "./exception-target.ts";

export default defineRule({
  meta: {
    id: "model/expired-exception",
    title: "Exception past its date",
    family: "model",
    severity: { minimal: "error", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(2)", "Art. 24(1)"],
    basis: "product practice",
    systems: "all",
    inputs: ["exceptions"],
    options: { warnDays: 30, maxYears: 2 },
    messages: {
      found: {
        what: "The {source} for {target} ended on {until}",
        why: "The risk it accepted is open again and its findings count (Art. 24(1)).",
        fix: "Deal with the finding, or renew the exception with a reason and an approver.",
      },
      ending: {
        what: "The {source} for {target} ends on {until}",
        why: "From then on its findings count again (Art. 24(1)).",
        fix: "Deal with the finding before that day, or renew the exception with a reason and an approver.",
      },
    },
  },

  check(context) {
    for (const exception of context.exceptions) {
      const { state, until } = exception;
      if ((state !== "expired" && state !== "ending") || until === null) continue;
      context.report({
        ...placeOf(exception),
        messageId: state === "expired" ? "found" : "ending",
        args: { ...targetOf(exception), until },
        raise: state === "expired" ? 0 : -2,
      });
    }
  },
});
