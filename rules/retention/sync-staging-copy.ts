/** Staging tables in which what was imported about people stays on its own terms. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { type Category, type Movement, type Store, type System } from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";

const WHY = "Access, erasure and correction of the target do not reach the copy (Art. 5(1)(e), 17(1)).";

export default defineRule({
  meta: {
    id: "retention/sync-staging-copy",
    title: "Staging copy of imported data has its own life",
    family: "retention",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(1)(e)", "Art. 5(1)(c)", "Art. 17(1)"],
    basis: "product practice",
    systems: "iTop, and any system with staging tables",
    inputs: ["sync"],
    options: { retiredOnly: false },
    messages: {
      "no-removal": {
        what: "{staging} is a second copy of {categories} data from {source}, and nothing removes its rows: {why}",
        why: WHY,
        fix: "Choose a deletion policy that deletes, with a period after which a missing record counts as gone.",
      },
      retired: {
        what: "{source} is {status}, but {staging} may still hold the {categories} data it brought",
        why: WHY,
        fix: "Delete the records of the retired source and drop its table.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const movement of system.movements) {
        const staging = system.stores.find(({ path }) => path === movement.staging);
        // Mails that wait to be read are a store of another kind, and no table that could be dropped.
        if (staging?.kind === "sync-staging") judge(context, system, movement, staging);
      }
    }
  },
});

function judge(context: RuleContext, system: System, movement: Movement, staging: Store): void {
  const categories = categoriesOf(context, movement);
  if (categories.length === 0) return;
  const retired = movement.status === "obsolete" || movement.status === "disabled";
  const stays = whyRowsStay(movement, staging);
  if (!retired && (stays === null || context.option<boolean>("retiredOnly"))) return;
  context.report({
    system: system.id,
    path: movement.path,
    location: movement.proof.location,
    messageId: retired ? "retired" : "no-removal",
    args: {
      staging: staging.name,
      source: movement.name,
      status: movement.status,
      categories,
      why: stays ?? "",
    },
    evidence: [
      {
        kind: "setting",
        text: staging.proof.basis ?? `${staging.name} keeps its rows`,
        location: staging.proof.location,
      },
    ],
    related: [{ role: "target", path: movement.to.ref, location: null }],
    discriminator: staging.path,
  });
}

/** `null` when rows go, or nobody can tell. */
function whyRowsStay({ deletion }: Movement, staging: Store): string | null {
  if (staging.purge.exists === "yes" && staging.purge.enabled !== "no") return null;
  if (deletion === null || deletion.canFire === "unknown") return null;
  if (deletion.canFire === "no") return deletion.why;
  // An updated target keeps its source record, and with it the row.
  return deletion.policy === "update" ? "records that are gone are only marked in the target" : null;
}

function categoriesOf(context: RuleContext, { map }: Movement): readonly Category[] {
  const found = new Set<Category>();
  for (const { to, update, match } of map) {
    if (to === null || !(update || match)) continue;
    const verdict = context.verdict(to);
    if (standingOf(verdict) === "yes") found.add(verdict.category);
  }
  return [...found].sort();
}
