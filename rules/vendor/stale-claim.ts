/** Vendor papers whose statements are old or undated and still stand in for knowledge. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Claim, System } from "../kit/facts.ts";
import { isAnswered, isOwnWord, topicWords } from "./answers.ts";

/** What ages without consequence: how a product is built, and what it lists of itself. */
const TIMELESS: ReadonlySet<Claim["topic"]> = new Set(["inventory", "other", "monitoring"]);

export default defineRule({
  meta: {
    id: "vendor/stale-claim",
    title: "Vendor claim out of date",
    family: "vendor",
    severity: { minimal: "off", recommended: "info", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(2)", "Art. 28(1)", "Art. 28(3)(h)"],
    basis: "product practice",
    systems: "all",
    inputs: ["profile"],
    options: { maxMonths: 24 },
    messages: {
      found: {
        what: "{system}: what is known on {topics} is from {source}, of {date}",
        why: "Measures, roles and limits must be current to count (Art. 5(2), 28(3)(h)).",
        fix: "Ask the vendor for the present state, and put it with its date into the system's own file.",
      },
      undated: {
        what: "{system}: what is known on {topics} is from {source}, which bears no date",
        why: "Nobody can tell whether it still holds (Art. 5(2), 28(3)(h)).",
        fix: "Ask the vendor for the present state, and put it with its date into the system's own file.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const claims of bySource(context, system)) judge(context, system, claims);
    }
  },
});

/** One paper is one fact, however much is quoted from it. */
function bySource({ estate }: RuleContext, system: System): Iterable<readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of system.claims) {
    if (TIMELESS.has(claim.topic) || isOwnWord(estate, claim) || isAnswered(estate, system, claim)) continue;
    const key = `${claim.source}\n${claim.assertedOn ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return groups.values();
}

function judge(context: RuleContext, system: System, claims: readonly Claim[]): void {
  const [{ source, assertedOn, proof }] = claims as readonly [Claim, ...Claim[]];
  if (assertedOn !== null) {
    const age = monthsBetween(assertedOn, context.estate.asOf);
    if (age === null || age <= context.option<number>("maxMonths")) return;
  }
  const topics = [...new Set(claims.map(({ topic }) => topicWords(topic)))].sort();
  context.report({
    system: system.id,
    path: system.id,
    location: proof.location,
    messageId: assertedOn === null ? "undated" : "found",
    args: {
      system: system.product.name,
      topics,
      source: source.replace(/ \(undated\)$/, ""),
      date: assertedOn ?? "",
    },
    evidence: claims.map(({ says, proof: { location } }) => ({ kind: "quote", text: says, location })),
    related: claims.map(({ path, proof: { location } }) => ({ role: "states", path, location })),
    discriminator: source,
  });
}

/** Whole months; a year or a month alone counts from its end, in the statement's favour. `null` for no date. */
function monthsBetween(from: string, to: string): number | null {
  const start = /^(\d{4})(?:-(\d{2}))?/.exec(from);
  const end = /^(\d{4})-(\d{2})/.exec(to);
  if (start === null || end === null) return null;
  return (Number(end[1]) - Number(start[1])) * 12 + Number(end[2]) - Number(start[2] ?? 12);
}
