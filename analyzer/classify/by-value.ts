/** What enumerated values and a validation pattern say; a pattern is looked at, never run. */
import type { Category } from "../model/category.ts";
import type { FieldInput } from "./field-input.ts";
import type { Signal } from "./signal.ts";
import { fold } from "./tokens.ts";
import { vocabularyFor } from "./vocabulary.ts";
import { PATTERN, VALUES } from "./weights.ts";

/** Values read of one enumeration. */
const MAX_VALUES = 200;

const GENDER: ReadonlySet<string> = new Set(
  "male female m f man woman masculin feminin homme femme mannlich weiblich hombre mujer masculino femenino maschio femmina man vrouw feminino".split(
    " ",
  ),
);
const MARRIED: ReadonlySet<string> = new Set(
  "married divorced widowed marie celibataire divorce verheiratet ledig geschieden verwitwet casado soltero divorciado coniugato celibe gehuwd ongehuwd".split(
    " ",
  ),
);
/** Categories that values of a list can betray although neither name nor label says so. */
const BETRAYED: ReadonlySet<Category> = new Set<Category>([
  "health",
  "religion",
  "union",
  "ethnic",
  "criminal",
  "performance",
]);

export function byValues(input: FieldInput): readonly Signal[] {
  const values = (input.values ?? []).slice(0, MAX_VALUES);
  if (values.length === 0) return [];
  const folded = values.map(fold);
  const count = (set: ReadonlySet<string>): number => folded.filter((value) => set.has(value)).length;
  if (count(GENDER) >= 2) return [listed("gender", values)];
  if (count(MARRIED) >= 2) return [listed("marital-status", values)];
  const vocabulary = vocabularyFor(input.lang);
  const betrayed = values.flatMap((value) => {
    const words = vocabulary.words(value);
    const concept = vocabulary.concepts.startingAt(words, 0);
    const whole = concept !== undefined && concept.words.length === words.length;
    return whole && BETRAYED.has(concept.meaning.category) ? [concept.meaning.category] : [];
  });
  const category = betrayed[0];
  return category !== undefined ? [listed(category, values)] : [];
}

function listed(category: Category, values: readonly string[]): Signal {
  return {
    signal: "values",
    claim: "holds",
    category,
    says: `its values are those of ${category}`,
    weight: VALUES,
    quote: values.slice(0, 5).join(", "),
  };
}

const SHAPES: readonly (readonly [RegExp, Category, string])[] = [
  [/\[A-Za?-?z?\]\{2\}(\\d|\[0-9\])\{2\}/u, "financial", "shaped like an IBAN"],
  [/@.*\\\.|@.*\[\.\]/u, "email", "shaped like an e-mail address"],
  [
    /(\\d|\[0-9\])\{3\}-(\\d|\[0-9\])\{2\}-(\\d|\[0-9\])\{4\}/u,
    "national-id",
    "shaped like a social security number",
  ],
  [/(\[0-9A-Fa-f\]|\[a-fA-F0-9\]|\[0-9a-fA-F\])\{2\}[[(:-]/u, "mac-address", "shaped like a MAC address"],
];

const MAX_PATTERN = 500;

export function byPattern(input: FieldInput): readonly Signal[] {
  const pattern = input.pattern?.slice(0, MAX_PATTERN);
  if (pattern === undefined || pattern === "") return [];
  for (const [shape, category, says] of SHAPES) {
    if (shape.test(pattern))
      return [{ signal: "pattern", claim: "holds", category, says, weight: PATTERN, quote: pattern }];
  }
  return [];
}
