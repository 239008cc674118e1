/** Activities without a basis under Article 6(1), or with one that is only half stated. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { controllerActivities, WHOLE_ESTATE, type Activity } from "./declared-activity.ts";

/** The letter in a basis written as words: `Art. 6(1)(b) GDPR`, `6 (1) b`. */
const LETTER = /\b6\s*\(?1\)?\s*\(?(?:lit\.?\s*)?([a-f])\b/i;

export default defineRule({
  meta: {
    id: "records/legal-basis-missing",
    title: "Legal basis missing or unfinished",
    family: "records",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 6(1)", "Art. 5(2)", "Art. 13(1)(c)"],
    basis: "law",
    systems: "all",
    inputs: ["records"],
    options: { requireAssessmentRef: true },
    messages: {
      found: {
        what: "Activity {activity} {state}",
        why: "Processing rests on one of Art. 6(1)(a) to (f), and people are told which (Art. 13(1)(c)).",
        fix: "Have the controller declare it; no system can tell.",
      },
      interest: {
        what: "Activity {activity} rests on legitimate interests, but {missing} missing",
        why: "Only an interest that was weighed against those of the people concerned carries it (Art. 6(1)(f)).",
        fix: "State the interest, and refer to the assessment that weighed it.",
      },
      consent: {
        what: "Activity {activity} rests on consent, but how it is withdrawn is not stated",
        why: "Withdrawing is to be as easy as giving (Art. 7(3)); without a way the basis does not hold.",
        fix: "State how consent is withdrawn and what happens to the data then.",
      },
    },
  },

  check(context) {
    if (context.register === null) return;
    for (const activity of controllerActivities(context.register)) judge(context, activity);
  },
});

function judge(context: RuleContext, { record, declared, path, title, place }: Activity): void {
  const basis = declared["legal-basis"];
  const written = record.cells["legal-basis"].value;
  const article = basis?.article6 ?? LETTER.exec(written.join(" "))?.[1]?.toLowerCase();
  const report = (messageId: string, args: Record<string, string>): void => {
    const common = { system: WHOLE_ESTATE, path, location: place("legal-basis") };
    context.report({ ...common, messageId, args: { activity: title, ...args } });
  };
  if (article === undefined) {
    const state = written.length === 0 ? "has no legal basis" : "names none of Art. 6(1)(a) to (f)";
    report("found", { state });
  } else if (article === "f") {
    const missing = [
      ...(basis?.interest === undefined ? ["the interest"] : []),
      ...(basis?.assessment === undefined && context.option<boolean>("requireAssessmentRef")
        ? ["the assessment"]
        : []),
    ];
    if (missing.length === 0) return;
    report("interest", { missing: `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"}` });
  } else if (article === "a" && basis?.withdrawal === undefined) {
    report("consent", {});
  }
}
