/** What an annotation of the vendor or the customer states about the field. */
import type { Category } from "../model/category.ts";
import type { FieldInput } from "./field-input.ts";
import type { Signal } from "./signal.ts";
import { isCategory } from "./taxonomy.ts";
import { fold } from "./tokens.ts";
import { vocabularyFor } from "./vocabulary.ts";
import { DECLARED } from "./weights.ts";

const NOT_PERSONAL: ReadonlySet<string> = new Set([
  "none",
  "no",
  "false",
  "not personal",
  "non personal",
  "system",
  "system.operations",
  "public",
]);

export function byDeclaration(input: FieldInput): readonly Signal[] {
  const declared = input.declaredCategory;
  if (declared === undefined || declared === "") return [];
  if (NOT_PERSONAL.has(fold(declared))) {
    return [
      {
        signal: "annotation",
        claim: "not",
        category: "none",
        says: "declared not personal",
        weight: -DECLARED,
        quote: declared,
      },
    ];
  }
  const category = categoryOf(declared);
  return [
    {
      signal: "annotation",
      claim: "holds",
      category,
      says: `declared ${category}`,
      weight: DECLARED,
      quote: declared,
    },
  ];
}

/** `user.contact.email`, `EmailAddress`, `email`: the last words that name a concept decide. */
function categoryOf(declared: string): Category {
  const plain = fold(declared);
  if (isCategory(plain)) return plain;
  const vocabulary = vocabularyFor("en");
  const words = vocabulary.words(declared);
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const concept = vocabulary.concepts.endingAt(words, at)?.meaning;
    if (concept !== undefined && concept.strength !== "free-text") return concept.category;
  }
  return "other-personal";
}
