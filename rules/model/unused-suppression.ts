/** Exceptions and suppression comments that hide nothing. */
import { defineRule } from "../kit/define-rule.ts";
import { placeOf, targetOf } from "./exception-target.ts";

export default defineRule({
  meta: {
    id: "model/unused-suppression",
    title: "Suppression or exception that matches nothing",
    family: "model",
    severity: { minimal: "warning", recommended: "warning", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(2)"],
    basis: "product practice",
    systems: "all",
    inputs: ["exceptions"],
    messages: {
      found: {
        what: "The {source} for {target} matches no finding{hint}",
        why: "It would hide the next real finding unseen (Art. 5(2)).",
        fix: "Remove it, correct what it names, or switch the rule on.",
      },
    },
  },

  check(context) {
    for (const exception of context.exceptions) {
      if (exception.state !== "unused") continue;
      const { ruleOff, nearest } = exception;
      const near = nearest === null ? "" : `; did you mean ${nearest}?`;
      context.report({
        ...placeOf(exception),
        args: { ...targetOf(exception), hint: ruleOff ? ": the rule is off" : near },
        raise: ruleOff ? -2 : 0,
      });
    }
  },
});
