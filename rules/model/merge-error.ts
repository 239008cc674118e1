/** Definitions that do not fit together: the effective model is not what the files say. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { problemsOf, saidBy, type Placed } from "./problems-of.ts";

export default defineRule({
  meta: {
    id: "model/merge-error",
    title: "Model merge failed or is ambiguous",
    family: "model",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(2)"],
    basis: "product practice",
    systems: "all",
    inputs: [],
    messages: {
      merge: {
        what: "{says}",
        why: "The effective model differs from what the file says, and so do the map and the record (Art. 5(2)).",
        fix: "Correct the change, or add what it builds on to the analysed paths.",
      },
      dropped: {
        what: "{says}",
        why: "Missing from the map and the record (Art. 5(2)): {lost}.",
        fix: "Add what the module depends on, or exclude it if it is not installed.",
      },
      alternative: {
        what: "{says}",
        why: "The map shows one of the two; which one is installed is not written in the files (Art. 5(2)).",
        fix: "List the module that is not installed under excludeModules.",
      },
      duplicate: {
        what: "{says}",
        why: "Whoever reads the other definition believes something else than the system does (Art. 5(2)).",
        fix: "Remove the definition that does not count.",
      },
    },
  },

  check(context) {
    for (const placed of problemsOf(context.estate, ["merge", "module-dropped", "duplicate"])) {
      judge(context, placed);
    }
  },
});

function judge(context: RuleContext, { system, problem }: Placed): void {
  const variant = variantOf(problem);
  context.report({
    system,
    path: system,
    location: problem.location,
    messageId: variant,
    args: { says: saidBy(problem), lost: problem.lost ?? "what it defines" },
    raise: RAISE[variant],
    discriminator: `${problem.location.file} ${problem.message}`,
  });
}

type Variant = "merge" | "dropped" | "alternative" | "duplicate";

const RAISE: Readonly<Record<Variant, number>> = { merge: 0, dropped: 0, alternative: -2, duplicate: -1 };

/** A message that offers the configuration key tells of a choice between two whole modules, not of a defect. */
function variantOf({ kind, message }: Placed["problem"]): Variant {
  if (kind === "merge") return "merge";
  if (kind === "duplicate") return "duplicate";
  return message.includes("excludeModules") ? "alternative" : "dropped";
}
