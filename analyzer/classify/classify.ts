/** Combines the signals of one field into its verdict; the weights stand in `weights.ts`. */
import type { Category } from "../model/category.ts";
import type { Personal, Verdict } from "../model/verdict.ts";
import { byDeclaration } from "./by-declaration.ts";
import { byFreeText } from "./by-free-text.ts";
import { byDescription, byLabel, readLabels } from "./by-label.ts";
import { byName, readName } from "./by-name.ts";
import { byReference, isReference } from "./by-reference.ts";
import { byStandardField } from "./by-standard-field.ts";
import { byType, kindAgainst } from "./by-type.ts";
import { byPattern, byValues } from "./by-value.ts";
import { contextOf, type EntityContext } from "./entity-context.ts";
import { freeTextOf, kindOf } from "./field-kind.ts";
import type { FieldInput } from "./field-input.ts";
import { evidenceOf, round, type Signal } from "./signal.ts";
import { TAXONOMY } from "./taxonomy.ts";
import { PRIOR, probability } from "./weights.ts";

/** `context` may be given when many fields of one entity are judged. */
export function classifyField(input: FieldInput, context: EntityContext = contextOf(input)): Verdict {
  const known = byStandardField(input);
  if (known.length > 0) return judge([...byDeclaration(input), ...known], context);
  if (input.copyOf !== undefined) return copied(input.copyOf.path, input.copyOf.verdict);
  const kind = kindOf(input);
  const name = readName(input);
  const labels = readLabels(input);
  const readings = [name, ...labels.map((label) => label.reading)];
  const stated = byDeclaration(input);
  if (isReference(kind)) return judge([...stated, ...byReference(input, context, readings)], context);
  const fromName = byName(name, kind, context);
  const fromType = byType(input, kind, context);
  const signals = [
    ...stated,
    ...fromType,
    // What the product itself validates as an address or a number is one, whatever words surround it.
    ...[...fromName, ...byLabel(labels, context, fromName)].filter(
      ({ claim }) => claim !== "not" || fromType.length === 0,
    ),
    ...byDescription(input, context),
    ...byValues(input),
    ...byPattern(input),
    ...byFreeText(freeTextOf(input, kind), kind, context, readings),
  ];
  const leading = leader(signals);
  const against = leading === undefined ? undefined : kindAgainst(kind, leading.category, input.type);
  return judge(against === undefined ? signals : [...signals, against], context);
}

/** A copy shows what its target holds. */
function copied(path: string, target: Verdict): Verdict {
  const evidence = [{ signal: "copy", says: `shows ${path}`, weight: 0, quote: path }, ...target.evidence];
  return { ...target, evidence, decision: null };
}

interface Leader {
  readonly category: Category;
  readonly sum: number;
}

/** The category most is said for. */
function leader(signals: readonly Signal[]): Leader | undefined {
  const sums = new Map<Category, number>();
  for (const signal of signals) {
    if (signal.claim === "holds") sums.set(signal.category, (sums.get(signal.category) ?? 0) + signal.weight);
  }
  let best: Leader | undefined;
  for (const [category, sum] of sums) if (best === undefined || sum > best.sum) best = { category, sum };
  return best;
}

function judge(signals: readonly Signal[], context: EntityContext): Verdict {
  const best = leader(signals);
  const against = total(signals, (signal) => signal.claim === "not");
  const holds = probability(PRIOR + (best?.sum ?? 0) + against);
  if (best !== undefined && holds >= 0.5) {
    const personal: Personal = isImpersonalSecret(best.category, context) ? "no" : "yes";
    return verdict(personal, best.category, holds, signals, context);
  }
  const link = signals.find((signal) => signal.claim === "links");
  if (link !== undefined)
    return verdict("person-link", link.category, probability(link.weight), signals, context);
  const room = signals.find((signal) => signal.claim === "may-hold");
  const may = probability(total(signals, (signal) => signal.claim === "may-hold"));
  if (room !== undefined && may >= 0.5 && against > -5)
    return verdict("may-contain", room.category, may, signals, context);
  return verdict("no", "none", 1 - holds, signals, context);
}

/** A secret of a machine is a finding of its own kind, not data about a person; its sensitivity stays. */
function isImpersonalSecret(category: Category, context: EntityContext): boolean {
  if (category !== "credential" && category !== "secret-token") return false;
  switch (context.about) {
    case "thing":
    case "config":
    case "organisation":
    case "site":
    case "device":
      return true;
    case null:
      return category === "secret-token";
    default:
      return false;
  }
}

function verdict(
  personal: Personal,
  category: Category,
  confidence: number,
  signals: readonly Signal[],
  context: EntityContext,
): Verdict {
  const meaning = TAXONOMY[category];
  const speaking = signals.filter((signal) => signal.category === category && signal.claim === "holds");
  const dpv = speaking.find((signal) => signal.dpv !== undefined)?.dpv;
  // A list of absences is special as soon as one of its values is sickness.
  const listed = signals.find((signal) => signal.signal === "values")?.category ?? "none";
  const special =
    speaking.find((signal) => signal.special)?.special ??
    meaning.special ??
    (personal === "yes" ? TAXONOMY[listed].special : null);
  const subject = speaking.find((signal) => signal.subject !== undefined)?.subject;
  return {
    personal,
    category,
    dpv: dpv === undefined ? meaning.dpv : `dpv-pd:${dpv}`,
    special,
    sensitivity: special ?? meaning.sensitivity,
    subject: subject ?? (personal === "yes" && isHolder(context) ? "holder" : "unknown"),
    confidence: round(confidence),
    evidence: [...signals].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(evidenceOf),
    decision: null,
  };
}

function isHolder(context: EntityContext): boolean {
  return context.about === "person" || context.about === "account" || context.about === "login";
}

function total(signals: readonly Signal[], which: (signal: Signal) => boolean): number {
  return signals.reduce((sum, signal) => (which(signal) ? sum + signal.weight : sum), 0);
}
