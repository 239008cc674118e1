/** Screens of a portal that show what its users are not meant to see. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Field, System, View } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { FIRM } from "../kit/standing.ts";
import { isInternalNote, reachOf, WORK_CONTACT } from "./portal-reach.ts";

const WHOM: Record<View["audience"], string> = {
  public: "everybody, without logging in",
  "end-user": "portal users",
  internal: "staff",
};

type Variant = "sensitive" | "internal-note" | "other-people";

export default defineRule({
  meta: {
    id: "access/portal-exposes-field",
    title: "Portal or self-service shows data not meant for it",
    family: "access",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 25(2)", "Art. 5(1)(f)"],
    basis: "product practice",
    systems: "all with a portal",
    inputs: ["forms", "model"],
    options: { allow: ["own-record", "work-contact"] },
    messages: {
      sensitive: {
        what: "{view} shows {fields} ({categories}) to {whom}",
        why: "By default such data must not reach people who do not need it (Art. 25(2)).",
        fix: "Hide the fields, or limit the rows to the viewer's own.",
      },
      "internal-note": {
        what: "{view} shows {fields} to {whom}",
        why: "Notes meant for staff are written in the belief that the person concerned does not read them (Art. 5(1)(f)).",
        fix: "Hide the fields on this screen.",
      },
      "other-people": {
        what: "{view} shows {fields} ({categories}) of other people to {whom}",
        why: "Everyone with access to the portal can read them about everyone listed (Art. 25(2)).",
        fix: "Limit the rows to the viewer or the viewer's organisation, and leave work contact data only.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const view of system.views) {
        if (view.audience !== "internal") judge(context, system, view);
      }
    }
  },
});

function judge(context: RuleContext, system: System, view: View): void {
  const shown = [...new Set(view.fields.filter((each) => each.shown !== "hidden").map(({ field }) => field))]
    .map((path) => context.field(path))
    .filter((field) => field !== undefined);
  const allowed = context.option<readonly string[]>("allow");
  const reach = reachOf(view.scope);
  const own = reach === "own" && allowed.includes("own-record");
  const aboutPeople = ["subject", "account"].includes(context.entity(system, view.entity)?.role ?? "");

  const exposed = shown.filter((field) => isExposed(context, field, own));
  const notes = shown.filter(isInternalNote);
  const others = shown.filter((field) => {
    if (!aboutPeople || reach === "own" || exposed.includes(field)) return false;
    const { personal, confidence, category } = context.verdict(field);
    if (personal !== "yes" || confidence < FIRM) return false;
    return reach === "anyone" || !(allowed.includes("work-contact") && WORK_CONTACT.has(category));
  });
  report(context, system, view, "sensitive", exposed);
  report(context, system, view, "internal-note", notes);
  report(context, system, view, "other-people", others);
}

function report(
  context: RuleContext,
  system: System,
  view: View,
  messageId: Variant,
  fields: readonly Field[],
): void {
  if (fields.length === 0) return;
  const categories = new Set(fields.map((field) => context.verdict(field).category));
  context.report({
    system: system.id,
    path: view.path,
    location: view.proof.location,
    messageId,
    args: {
      view: view.name,
      fields: [...new Set(fields.map(labelOf))],
      categories: [...categories].sort(),
      whom: WHOM[view.audience],
    },
    evidence: [
      {
        kind: "definition",
        text: view.scope === null ? "no query limits its rows" : `its rows are limited by: ${view.scope}`,
        location: view.proof.location,
      },
    ],
    related: fields.map(({ path, location }) => ({ role: "shown", path, location })),
    raise: view.audience === "public" ? 1 : 0,
  });
}

function isExposed(context: RuleContext, field: Field, own: boolean): boolean {
  const { sensitivity, confidence } = context.verdict(field);
  if (sensitivity === "ordinary" || confidence < FIRM || field.protection === "hashed") return false;
  return sensitivity === "secret" || !own;
}
