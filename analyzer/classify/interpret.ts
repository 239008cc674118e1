/** Weighs what a name or label says in the surroundings of its entity. */
import { CONCEPTS, type Concept, type Context } from "./lexicon/concept.ts";
import type { EntityContext } from "./entity-context.ts";
import type { Mention, Reading } from "./reading.ts";
import type { Signal } from "./signal.ts";
import * as weights from "./weights.ts";

/** Surroundings that make a plain word for data more surely a person's, or less. */
const HELPS: ReadonlySet<Context> = new Set<Context>([
  "person",
  "account",
  "login",
  "address",
  "payment",
  "activity",
  "mail",
  "ticket",
]);

/** The best reading of one text, as the signals it gives; empty when it says nothing. */
export function interpret(
  reading: Reading,
  context: EntityContext,
  signal: string,
  share: number,
): readonly Signal[] {
  let best: readonly Signal[] = [];
  let bestSum = -Infinity;
  let about: Signal | undefined;
  for (const mention of reading.mentions) {
    if (mention.concept.strength === "free-text") continue;
    if (mention.about !== null) {
      about ??= aboutData(mention, mention.about, signal);
      continue;
    }
    if (leadsElsewhere(mention)) continue;
    const signals = ofMention(mention, context, signal, share);
    const sum = signals.reduce((total, each) => total + each.weight, 0);
    if (sum > bestSum) {
      best = signals;
      bestSum = sum;
    }
  }
  // `email_client` is about mail although a client is a person, too.
  const role = best.length === 0 && about !== undefined ? undefined : ofRole(reading, context, signal, share);
  if (role !== undefined && role.weight > bestSum) best = [role];
  return best.length > 0 || about === undefined ? best : [about];
}

/** A key of something a person only has (`team_id`), or of an owner the role names better (`user_id`). */
function leadsElsewhere(mention: Mention): boolean {
  if (mention.concept === CONCEPTS.personKey) return mention.owner !== null || mention.unknown > 0;
  return mention.keyed && mention.concept.strength === "contextual";
}

function aboutData(mention: Mention, word: string, signal: string): Signal {
  return {
    signal,
    claim: "not",
    category: mention.concept.category,
    says: `a fact about ${mention.concept.category} data, not the data`,
    weight: weights.ABOUT_DATA,
    quote: `${mention.quote} … ${word}`,
  };
}

function ofMention(
  mention: Mention,
  context: EntityContext,
  signal: string,
  share: number,
): readonly Signal[] {
  const { concept, quote, owner, unknown } = mention;
  const surroundings = owner === "form" ? context.about : (owner ?? context.about);
  const category = placeOf(concept, surroundings);
  const base = strengthOf(concept) + unknown * weights.UNKNOWN_WORD;
  const from = { category, claim: "holds", ...finer(concept, category) } as const;
  const signals: Signal[] = [
    { ...from, signal, says: `${signalWords(concept)} ${category}`, weight: base * share, quote },
  ];
  const fit = contextWeight(concept, surroundings, owner !== null, context.named);
  if (fit !== 0) {
    const says = surroundings === null ? "stands alone" : `belongs to: ${surroundings}`;
    signals.push({
      ...from,
      signal: "context",
      says,
      weight: fit * share,
      quote: owner === null ? context.quote : quote,
    });
  }
  return signals;
}

/** The address of a site is where people work, not where a person lives. */
function placeOf(concept: Concept, surroundings: Context | null): Concept["category"] {
  return concept.category === "postal-address" && surroundings === "site"
    ? "work-location"
    : concept.category;
}

function finer(concept: Concept, category: Concept["category"]): Pick<Signal, "dpv" | "special" | "subject"> {
  return {
    ...(concept.dpv !== undefined && category === concept.category && { dpv: concept.dpv }),
    ...(concept.special !== undefined && { special: concept.special }),
    ...(concept.subject !== undefined && { subject: concept.subject }),
  };
}

function strengthOf(concept: Concept): number {
  switch (concept.strength) {
    case "certain":
      return weights.CERTAIN;
    case "likely":
      return weights.LIKELY;
    case "contextual":
    case "free-text":
      return weights.CONTEXTUAL;
    default: {
      const never: never = concept.strength;
      return never;
    }
  }
}

function signalWords(concept: Concept): string {
  return concept.strength === "certain" ? "names" : "may name";
}

function contextWeight(
  concept: Concept,
  surroundings: Context | null,
  owned: boolean,
  named: boolean,
): number {
  if (concept.strength === "contextual") {
    if (surroundings === null) return !named && concept.where?.includes("none") ? weights.CONTEXT_ABSENT : 0;
    if (!concept.where?.includes(surroundings)) return weights.CONTEXT_FOREIGN;
    return surroundings === "site" || surroundings === "device" ? weights.CONTEXT_SITE : weights.CONTEXT_FITS;
  }
  if (surroundings === null) return 0;
  if (HELPS.has(surroundings)) return weights.CONTEXT_HELPS;
  if (surroundings === "thing" || surroundings === "config") {
    if (concept.category === "credential" || concept.category === "secret-token") return 0;
    // What a name itself calls a thing's is a thing's (`service family name`); an entity that is one may still keep people's data.
    if (owned) return weights.CONTEXT_OWNED;
    return concept.strength === "likely" ? weights.CONTEXT_FOREIGN : weights.CONTEXT_FOREIGN / 2;
  }
  return surroundings === "organisation" ? weights.CONTEXT_FOREIGN / 2 : 0;
}

function ofRole(reading: Reading, context: EntityContext, signal: string, share: number): Signal | undefined {
  const role = reading.role;
  if (role === null) return undefined;
  // The client of an interface is a program.
  if (role.key && role.quote === "client" && (context.about === "thing" || context.about === "config"))
    return undefined;
  const base = (role.key ? weights.PERSON_KEY : weights.PERSON_ROLE) + role.unknown * weights.UNKNOWN_WORD;
  const helped = context.about !== null && HELPS.has(context.about) ? weights.CONTEXT_HELPS / 2 : 0;
  return {
    signal,
    claim: "holds",
    category: role.key ? (role.account ? "username" : "employee-id") : "name",
    says: role.key ? "key of a person" : "names a person by role",
    weight: (base + helped) * share,
    quote: role.quote,
  };
}
