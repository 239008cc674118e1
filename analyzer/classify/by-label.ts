/** What labels and descriptions say, each in its own language. */
import type { EntityContext } from "./entity-context.ts";
import type { FieldInput } from "./field-input.ts";
import { interpret } from "./interpret.ts";
import { read, type Reading } from "./reading.ts";
import type { Signal } from "./signal.ts";
import { vocabularyFor } from "./vocabulary.ts";
import { CERTAIN, CONTEXT_FOREIGN, DESCRIPTION_SHARE, LABEL_AGREES, LABEL_SHARE } from "./weights.ts";

export interface LabelReading {
  readonly lang: string;
  readonly reading: Reading;
}

/** Every label, by language code. */
export function readLabels(input: FieldInput): readonly LabelReading[] {
  const labels = Object.entries(input.labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return labels.map(([lang, text]) => ({ lang, reading: read(text, vocabularyFor(lang)) }));
}

/** The strongest label; it counts little when it only repeats what the code said. */
export function byLabel(
  labels: readonly LabelReading[],
  context: EntityContext,
  name: readonly Signal[],
): readonly Signal[] {
  let best: readonly Signal[] = [];
  for (const { reading } of labels) {
    const signals = interpret(reading, context, "label", LABEL_SHARE);
    if (best.length === 0 || sum(signals) > sum(best)) best = signals.length > 0 ? signals : best;
  }
  const said = name.find((signal) => signal.claim === "holds");
  const first = best[0];
  if (first === undefined || said === undefined || first.category !== said.category) return best;
  // The code's surroundings were judged already; only words that need none may outweigh them.
  const foreign = name.some((signal) => signal.weight === CONTEXT_FOREIGN);
  const surer = !foreign || first.weight >= CERTAIN * LABEL_SHARE;
  if (!surer) return [{ ...first, says: `agrees: ${first.category}`, weight: LABEL_AGREES }];
  // The stronger of both readings counts once.
  const gain = Math.max(0, sum(best) - sum(name));
  return [{ ...first, says: `agrees: ${first.category}`, weight: gain + LABEL_AGREES }];
}

/** Descriptions are prose: only words that name data for certain count, and little. */
export function byDescription(input: FieldInput, context: EntityContext): readonly Signal[] {
  if (input.description === undefined || input.description === "") return [];
  const reading = read(input.description, vocabularyFor(input.lang));
  const mentions = reading.mentions
    .filter((mention) => mention.concept.strength === "certain")
    .map((mention) => ({ ...mention, unknown: 0, about: null }));
  return interpret({ mentions, role: null }, context, "description", DESCRIPTION_SHARE);
}

function sum(signals: readonly Signal[]): number {
  return signals.reduce((total, signal) => total + signal.weight, 0);
}
