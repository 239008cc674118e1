/** Exports and logs that cannot carry what the rules ask about. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { System } from "../kit/facts.ts";
import { problemsOf, saidBy, type Placed } from "./problems-of.ts";

const DAY = 86_400_000;

type Window = System["observations"][number];

export default defineRule({
  meta: {
    id: "model/incomplete-export",
    title: "Export lacks facts the rules need",
    family: "model",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(2)"],
    basis: "product practice",
    systems: "all",
    inputs: [],
    options: { minDays: 7 },
    messages: {
      found: {
        what: "{says}{more}",
        why: "Rules that need this find nothing, and that proves nothing (Art. 5(2)). Not known: {lost}.",
        fix: "Export again as said, or answer the open questions in the system's own file.",
      },
      catalogue: {
        what: "{says}",
        why: "Changes made to the standard model elsewhere do not show (Art. 5(2)). Not known: {lost}.",
        fix: "Add the product's own modules to the analysed paths, or keep the catalogue if they were not changed.",
      },
      window: {
        what: "{file} covers {days} of the interface, {rows} records",
        why: "A flow that runs weekly or monthly does not show in it, so what was not seen may still exist (Art. 5(2)).",
        fix: "Export at least {minDays} days, better a month with its end.",
      },
    },
  },

  check(context) {
    const files = new Map<string, Placed[]>();
    for (const placed of problemsOf(context.estate, ["incomplete-export", "catalogue"])) {
      const key = `${placed.problem.kind} ${placed.problem.location.file}`;
      files.set(key, [...(files.get(key) ?? []), placed]);
    }
    for (const placed of files.values()) judge(context, placed);
    for (const system of context.systems) {
      for (const window of system.observations) judgeWindow(context, system, window);
    }
  },
});

/** One export or profile is one errand, however much it lacks. */
function judge(context: RuleContext, placed: readonly Placed[]): void {
  const [{ system, problem }, ...others] = placed as readonly [Placed, ...Placed[]];
  const catalogue = problem.kind === "catalogue";
  context.report({
    system,
    path: system,
    location: problem.location,
    messageId: catalogue ? "catalogue" : "found",
    args: {
      says: saidBy(problem),
      more: others.length === 0 ? "" : ` (and ${others.length} more gaps in ${problem.location.file})`,
      lost: `${problem.lost ?? "what it leaves out"}${others.length === 0 ? "" : ", and more"}`,
    },
    evidence: placed.map((each) => ({
      kind: "computed",
      text: [saidBy(each.problem), each.problem.lost]
        .filter((part) => part !== undefined)
        .join(": not known "),
      location: each.problem.location,
    })),
    raise: catalogue ? -1 : 0,
    discriminator: catalogue ? "catalogue" : problem.location.file,
  });
}

function judgeWindow(context: RuleContext, system: System, window: Window): void {
  const { channel, file, from, to, rows } = window;
  const minDays = context.option<number>("minDays");
  if (channel !== "rest" || rows === 0 || from === null || to === null) return;
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  if (!(days < minDays)) return;
  const whole = Math.floor(days);
  context.report({
    system: system.id,
    path: system.id,
    location: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
    messageId: "window",
    args: {
      file,
      days: whole === 0 ? "less than a day" : whole === 1 ? "one day" : `${whole} days`,
      rows,
      minDays,
    },
    discriminator: file,
  });
}
