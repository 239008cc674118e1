/** Where people are, what they look at and how they use their devices, as far as a system records it. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { System } from "../kit/facts.ts";
import { labelOf } from "../kit/label.ts";
import { collectedBy, isDecided, monitoringClaims, wordsOf, type Collected } from "./collected.ts";

type Variant = "location" | "browsing" | "usage";

const BROWSING = new Set("url urls page pages website websites browser browsing http https web".split(" "));
const CALLS_AND_MESSAGES = new Set("call calls telephony sms mms voice".split(" "));
/** These tell where somebody is without saying so. */
const INDIRECT = new Set("carrier roaming cell cells network operator ip ssid wifi".split(" "));

export default defineRule({
  meta: {
    id: "vendor/behaviour-monitoring",
    title: "Location, browsing or usage of people monitored",
    family: "vendor",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 35(3)", "Art. 88", "Art. 13"],
    basis: "vendor practice",
    systems: "all",
    inputs: [],
    anyInput: ["profile", "config", "model"],
    options: { variants: ["location", "browsing", "usage"] },
    messages: {
      location: {
        what: "{system} {does} where people are ({fields}){indirect}{unproven}",
        why: "Positions over time show a person's life; for staff that is monitoring (Art. 35(3), 88).",
        fix: "Switch it off or keep it to lost devices, or record basis and impact assessment.",
      },
      browsing: {
        what: "{system} {does} which pages people open ({fields}){unproven}",
        why: "Addresses of pages tell of health, belief and union as well (Art. 9, 35(3), 88).",
        fix: "Switch it off or keep domains without persons, or record basis and impact assessment.",
      },
      usage: {
        what: "{system} {does} how people use their devices and mailboxes ({fields}){unproven}",
        why: "Times of use show when and how much somebody works (Art. 35(3), 88).",
        fix: "Keep figures per device instead of per person, switch it off, or record basis and impact assessment.",
      },
    },
  },

  check(context) {
    const variants = context.option<readonly Variant[]>("variants");
    for (const system of context.systems) {
      const collected = collectedBy(context, system);
      for (const variant of variants) {
        report(
          context,
          system,
          variant,
          collected.filter((each) => variantOf(each) === variant),
        );
      }
    }
  },
});

function variantOf(collected: Collected): Variant | null {
  const { category, entity } = collected;
  const words = wordsOf(collected);
  const about = (list: ReadonlySet<string>): boolean => [...words].some((word) => list.has(word));
  if (category === "geo-location") return "location";
  if (category === "usage-behaviour") return about(BROWSING) ? "browsing" : "usage";
  // Calls and messages have a rule of their own.
  const activity = category === "communication-metadata" && entity.role === "log-record";
  return activity && !about(CALLS_AND_MESSAGES) ? "usage" : null;
}

function report(
  context: RuleContext,
  system: System,
  variant: Variant,
  collected: readonly Collected[],
): void {
  const [first] = collected;
  if (first === undefined || isDecided(context, collected)) return;
  const certain = collected.some((each) => each.certain);
  const indirect = collected.filter((each) => [...wordsOf(each)].some((word) => INDIRECT.has(word)));
  context.report({
    system: system.id,
    path: system.id,
    location: first.field.location,
    messageId: variant,
    args: {
      system: system.product.name,
      does: certain ? "collects" : "can collect",
      unproven: certain ? "" : "; nothing shows that this is off",
      fields: collected.map(({ entity, field }) => `${entity.name}.${labelOf(field)}`),
      indirect:
        indirect.length === 0
          ? ""
          : `, partly without saying so: ${indirect.map(({ field }) => labelOf(field)).join(", ")}`,
    },
    evidence: monitoringClaims(system).map(({ says, proof }) => ({
      kind: "quote",
      text: says,
      location: proof.location,
    })),
    related: collected.map(({ field }) => ({
      role: "collected",
      path: field.path,
      location: field.location,
    })),
    raise: variant === "usage" ? -1 : 0,
  });
}
