/** Log records that the product cut when it wrote them. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { System } from "../kit/facts.ts";

type Window = System["observations"][number];

export default defineRule({
  meta: {
    id: "model/truncated-record",
    title: "Log records cut by the source",
    family: "model",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(2)"],
    basis: "product practice",
    systems: "all",
    inputs: [],
    options: { warnShare: 0.01 },
    messages: {
      found: {
        what: "{damaged} of {rows} records in {file} {state}",
        why: "The fields and objects seen in them are a minimum (Art. 5(2)).",
        fix: "Let callers name the fields they want and ask for fewer objects at once; what was cut cannot be restored.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const window of system.observations) judge(context, system, window);
    }
  },
});

function judge(context: RuleContext, system: System, window: Window): void {
  const { file, rows, truncatedRows, unreadableRows } = window;
  const damaged = truncatedRows + unreadableRows;
  if (damaged === 0) return;
  const states = [
    ...(truncatedRows > 0 ? ["cut"] : []),
    ...(unreadableRows > 0 ? ["not readable as a request"] : []),
  ];
  const affected = system.operations.filter(
    ({ truncated, unreadable, location }) => location.file === file && truncated + unreadable > 0,
  );
  context.report({
    system: system.id,
    path: system.id,
    location: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
    args: { damaged, rows, file, state: `${damaged === 1 ? "is" : "are"} ${states.join(" or ")}` },
    evidence: affected.map(({ verb, entities, truncated, unreadable, location }) => ({
      kind: "log-range",
      text: `${verb} ${entities.join(", ")}: ${truncated + unreadable} of its calls`,
      location,
    })),
    raise: damaged / rows < context.option<number>("warnShare") ? -1 : 0,
    discriminator: file,
  });
}
