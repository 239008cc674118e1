/** Program code that moves data in a way the analysis cannot follow. */
import { defineRule } from "../kit/define-rule.ts";
import { problemsOf, saidBy, type Placed } from "./problems-of.ts";

export default defineRule({
  meta: {
    id: "model/code-not-analysed",
    title: "Code that moves data is outside the analysis",
    family: "model",
    severity: { minimal: "off", recommended: "info", strict: "warning" },
    priority: "P1",
    articles: ["Art. 5(2)"],
    basis: "product practice",
    systems: "all",
    inputs: [],
    messages: {
      found: {
        what: "{says}{more}",
        why: "Not on the map and not in the record (Art. 5(2)): {lost}.",
        fix: "Read what the code does, and declare in register.yaml what it moves and who receives it.",
      },
    },
  },

  check(context) {
    const files = new Map<string, [Placed, ...Placed[]]>();
    for (const placed of problemsOf(context.estate, ["code"])) {
      const { file } = placed.problem.location;
      const others = files.get(file);
      if (others === undefined) files.set(file, [placed]);
      else others.push(placed);
    }
    for (const [file, [first, ...others]] of files) {
      const lost = [first, ...others].flatMap(({ problem }) => problem.lost ?? []);
      context.report({
        system: first.system,
        path: first.system,
        location: first.problem.location,
        args: { says: saidBy(first.problem), more: moreOf(others.length), lost: [...new Set(lost)] },
        evidence: others.map(({ problem }) => ({
          kind: "computed",
          text: saidBy(problem),
          location: problem.location,
        })),
        discriminator: file,
      });
    }
  },
});

function moreOf(others: number): string {
  if (others === 0) return "";
  return `, and so in ${others === 1 ? "one more class" : `${others} more classes`} of the file`;
}
