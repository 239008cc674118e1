/** The words of the lexicons as one index per language: a code is read with all of them, a label with its own. */
import { CONCEPTS, type Concept, type ConceptId, type Context, type Lexicon } from "./lexicon/concept.ts";
import { de } from "./lexicon/de.ts";
import { en } from "./lexicon/en.ts";
import { es } from "./lexicon/es.ts";
import { fr } from "./lexicon/fr.ts";
import { it } from "./lexicon/it.ts";
import { nl } from "./lexicon/nl.ts";
import { pt } from "./lexicon/pt.ts";
import { isCompound, partsOf } from "./compound.ts";
import { PhraseIndex } from "./phrase-index.ts";
import { wordsOf } from "./tokens.ts";

export const LEXICONS: readonly Lexicon[] = [en, fr, de, es, it, nl, pt];

const HEAD_FIRST: ReadonlySet<string> = new Set(["fr", "es", "it", "pt"]);
/** A longer word is no compound of these lexicons. */
const LONGEST_COMPOUND = 40;

export class Vocabulary {
  readonly concepts = new PhraseIndex<Concept>();
  readonly roles = new PhraseIndex<"role" | "superior">();
  readonly contexts = new PhraseIndex<Context>();
  readonly aboutBefore = new PhraseIndex<true>();
  readonly about: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly neutral: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  /** The owner follows without a preposition, too: `contrat client`. */
  readonly headFirst: boolean;
  readonly #known = new Set<string>();

  /** `lang` admits the words that mean something else in other languages. */
  constructor(lexicons: readonly Lexicon[], lang: string | null) {
    const sets = {
      about: new Set<string>(),
      keys: new Set<string>(),
      neutral: new Set<string>(),
      of: new Set<string>(),
    };
    for (const lexicon of lexicons) {
      const own = lexicon.lang === lang;
      const phrases = (text: string): readonly string[][] => this.#phrasesOf(text, own);
      for (const [id, text] of Object.entries(lexicon.concepts)) {
        for (const phrase of phrases(text))
          this.concepts.add(phrase, CONCEPTS[id as ConceptId], lexicon.lang);
      }
      for (const [context, text] of Object.entries(lexicon.contexts)) {
        for (const phrase of phrases(text)) this.contexts.add(phrase, context as Context, lexicon.lang);
      }
      for (const phrase of phrases(lexicon.superiors)) this.roles.add(phrase, "superior", lexicon.lang);
      for (const phrase of phrases(lexicon.roles)) this.roles.add(phrase, "role", lexicon.lang);
      for (const phrase of phrases(lexicon.aboutBefore)) this.aboutBefore.add(phrase, true, lexicon.lang);
      for (const name of ["about", "keys", "neutral", "of"] as const) {
        for (const phrase of phrases(lexicon[name]))
          if (phrase.length === 1) sets[name].add(phrase[0] as string);
      }
    }
    this.headFirst = lang !== null && HEAD_FIRST.has(lang);
    this.about = sets.about;
    this.keys = sets.keys;
    this.neutral = sets.neutral;
    this.of = sets.of;
  }

  /** Words of a name as the lexicons know them: plurals and compounds resolved where the word itself is unknown. */
  words(name: string): readonly string[] {
    return wordsOf(name).flatMap((word) => this.#resolve(word));
  }

  #resolve(word: string): readonly string[] {
    if (this.#known.has(word)) return [word];
    for (const ending of ["s", "es"]) {
      const singular = word.endsWith(ending) ? word.slice(0, -ending.length) : "";
      if (singular.length > 2 && this.#known.has(singular)) return [singular];
    }
    if (!isCompound(word) || word.length > LONGEST_COMPOUND) return [word];
    return partsOf(word, this.#known) ?? [word];
  }

  #phrasesOf(text: string, own: boolean): readonly string[][] {
    const phrases: string[][] = [];
    for (const piece of text.split(",")) {
      const trimmed = piece.trim();
      if (trimmed.startsWith("!") && !own) continue;
      const phrase = [...wordsOf(trimmed)];
      if (phrase.length === 0) continue;
      for (const word of phrase) this.#known.add(word);
      phrases.push(phrase);
    }
    return phrases;
  }
}

const vocabularies = new Map<string, Vocabulary>();

/** The vocabulary of a language code (`fr`, `FR FR`, `de-CH`), English included; all languages for an unknown or absent one. */
export function vocabularyFor(lang: string | null | undefined): Vocabulary {
  const code = lang === null || lang === undefined ? "" : lang.slice(0, 2).toLowerCase();
  const own = LEXICONS.find((lexicon) => lexicon.lang === code);
  const key = own?.lang ?? "";
  let vocabulary = vocabularies.get(key);
  if (vocabulary === undefined) {
    vocabulary =
      own === undefined || own === en ? new Vocabulary(LEXICONS, null) : new Vocabulary([own, en], own.lang);
    vocabularies.set(key, vocabulary);
  }
  return vocabulary;
}
