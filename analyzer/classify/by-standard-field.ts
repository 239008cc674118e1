/** What is known of the standard fields of a product, looked up along the class's parents. */
import type { FieldInput } from "./field-input.ts";
import { ITOP_FIELDS } from "./lexicon/itop.ts";
import type { Claim, Signal } from "./signal.ts";
import { isCategory } from "./taxonomy.ts";
import { STANDARD, STANDARD_DEVICE } from "./weights.ts";

const CLAIMS: Readonly<Record<string, readonly [Claim, number, string]>> = {
  "~": ["may-hold", STANDARD, "writing room"],
  "@": ["links", STANDARD, "refers to people"],
  "?": ["holds", STANDARD_DEVICE, "personal when someone uses it alone"],
  "-": ["not", -STANDARD, "nothing personal"],
};

export function byStandardField(input: FieldInput): readonly Signal[] {
  if (input.system !== undefined && input.system !== "itop") return [];
  const line = input.lineage ?? (input.entity === undefined ? [] : [input.entity]);
  for (const entity of line) {
    const fields = Object.hasOwn(ITOP_FIELDS, entity) ? ITOP_FIELDS[entity] : undefined;
    const entry =
      fields !== undefined && Object.hasOwn(fields, input.field) ? fields[input.field] : undefined;
    if (entry !== undefined) return [signalOf(entry, `${entity}.${input.field}`)];
  }
  return [];
}

function signalOf(entry: string, quote: string): Signal {
  const mark = CLAIMS[entry.charAt(0)];
  const category = mark === undefined ? entry : entry.slice(1);
  const [claim, weight, says] = mark ?? (["holds", STANDARD, category] as const);
  return {
    signal: "standard-field",
    claim,
    category: isCategory(category) ? category : "other-personal",
    says: `standard field: ${says}`,
    weight,
    quote,
  };
}
