/** Data sources that are set to remove records and, as they are run, never do. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { labelOf } from "../kit/label.ts";
import type { Movement, System } from "../kit/facts.ts";
import { targetOf, writesAboutPeople } from "./sources.ts";

const POLICY_WORDS: Readonly<Record<string, string>> = {
  delete: "delete",
  update: "update",
  "update-then-delete": "update and then delete",
};

const TODO = {
  running: "Set a full-load period, 7 days for example, or run import and synchronization in one step",
  retired: "Erase what it brought in, or hand its records over to the source that replaces it",
};

export default defineRule({
  meta: {
    id: "flow/sync-deletion-never-fires",
    title: "Deletion configured but unable to fire",
    family: "flow",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(e)", "Art. 5(2)", "Art. 17(1)"],
    basis: "product practice",
    systems: "iTop; any source with a full-load condition",
    inputs: ["sync"],
    messages: {
      found: {
        what: "{source} is set to {policy} records of {entity} that are gone, and never does: {cause}",
        why: "The documented deletion does not happen (Art. 5(1)(e), 5(2)).",
        fix: "{todo}.",
      },
      "runner-unknown": {
        what: "{source} is set to {policy} records of {entity} that are gone, but may never do so: {cause}",
        why: "The documented deletion may not happen (Art. 5(1)(e), 5(2)).",
        fix: "How is it run? If import and synchronization are separate steps, set a full-load period, 7 days for example.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const movement of system.movements) judge(context, system, movement);
    }
  },
});

function judge(context: RuleContext, system: System, movement: Movement): void {
  const { deletion, schedule, status } = movement;
  const policy = POLICY_WORDS[deletion?.policy ?? ""];
  if (deletion === null || policy === undefined || !writesAboutPeople(context, system, movement)) return;
  // A period that is not known is a gap of the export, and said there.
  const open = deletion.canFire === "unknown" && schedule.fullLoadDays === 0 && schedule.runner === "unknown";
  if (deletion.canFire !== "no" && !open) return;
  const retired = status === "obsolete" || status === "disabled";
  const entity = targetOf(context, system, movement);
  context.report({
    system: system.id,
    path: movement.path,
    location: movement.proof.location,
    messageId: open ? "runner-unknown" : "found",
    args: {
      source: movement.name,
      policy,
      entity: entity === undefined ? "people" : labelOf(entity),
      cause: deletion.why,
      todo: retired ? TODO.retired : TODO.running,
    },
    raise: open || retired ? -1 : 0,
  });
}
