/** Names of people in text: what announces one, and what only looks like one. */
import type { Span } from "./free-text.ts";
import { NOT_NAMES } from "./lexicon/not-names.ts";

const NAME_WORD = "\\p{Lu}[\\p{Ll}'’]{1,24}(?:-\\p{Lu}\\p{Ll}{1,24})?";
const PARTICLE = "(?:van|von|der|den|de|del|della|da|dos|la|le|di|el|al|bin|ter|zu)";
const NAME = `${NAME_WORD}(?:\\s(?:\\p{Lu}\\.|(?:${PARTICLE}\\s){0,2}${NAME_WORD})){0,3}`;

/** Titles and phrases after which a name follows; the name is group 1. */
const CUES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Mme|Mlle|Monsieur|Madame|Maître|Sra?|Srta|Señora?|Don|Doña|Signora?|Sig|Dott|Mevr|Dhr|Senhora?)\\b\\.?\\s(?:Dr\\.\\s)?(${NAME})`,
    "gu",
  ),
  new RegExp(`\\bM\\.\\s(${NAME})`, "gu"),
  new RegExp(
    `\\b(?:[Mm]y name is|[Nn]amed?|[Cc]alled by|[Rr]eported by|[Rr]equested by|[Aa]ssigned to|[Cc]reated by|[Cc]losed by|[Oo]n behalf of|[Ss]poke (?:to|with)|[Cc]ontact person:?|[Cc]aller:|[Rr]equester:|[Uu]ser:|[Ee]mployee:|[Pp]atient:?|[Cc]ontact:|[Aa]ttn:?|[Mm]itarbeiter(?:in)?:?|[Bb]enutzer(?:in)?:?|[Mm]elder(?:in)?:?|[Aa]nsprechpartner(?:in)?:?|[Pp]atientin|[Kk]olleg(?:e|in)|[Gg]emeldet von|[Ee]rstellt von|[Zz]ugewiesen an|[Mm]ein Name ist|[Jj]e m['’]appelle|[Dd]emandeur\\s?:|[Uu]tilisateur\\s?:|[Ss]alarié(?:e)?\\s?:?|[Ss]ignalé par|[Dd]emandé par|[Cc]réé par|[Aa]ffecté à|[Aa]ppel de|[Mm]e llamo|[Mm]i nombre es|[Ss]olicitado por|[Rr]eportado por|[Cc]reado por|[Aa]signado a|[Uu]suari[oa]:|[Ee]mplead[oa]:?|[Ll]lamada de)\\s{1,2}(${NAME})`,
    "gu",
  ),
  new RegExp(
    `\\b(?:[Rr]egards|[Bb]est wishes|[Ss]incerely|[Cc]heers|[Tt]hanks|[Tt]hank you|Grüßen?|Gruß|[Cc]ordialement|[Bb]ien à vous|[Ss]aludos|[Aa]tentamente|[Cc]ordiali saluti|[Gg]roeten?),?\\s{1,4}(${NAME})`,
    "gu",
  ),
  new RegExp(
    `\\b(?:Dear|Hello|Hi|Bonjour|Hallo|Liebe[r]?|Hola|Estimad[oa]|Gentile|Beste|Prezad[oa])\\s(?:Mr\\.?\\s|Mrs\\.?\\s|Ms\\.?\\s|Herr\\s|Frau\\s|Madame\\s|Monsieur\\s)?(${NAME})`,
    "gu",
  ),
];

/** Names that a title or phrase announces, in any of the languages. */
export function cuedNamesIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const cue of CUES) {
    for (const match of text.matchAll(cue)) {
      const name = match[1] ?? "";
      if (!isPersonName(name)) continue;
      const start = match.index + match[0].lastIndexOf(name);
      spans.push({ start, end: start + name.length, label: "PERSON", score: 0.82 });
    }
  }
  return spans;
}

/** A capital inside a sentence, or two in a row: without one a name finder has nothing to find. */
const HINT =
  /[\p{Ll}\d,;:)]\s+["“(]?\p{Lu}\p{Ll}|\p{Lu}\p{Ll}+\s+\p{Lu}[\p{Ll}.]|^\s*\p{Lu}\p{Ll}+(?:,|'s\b)/mu;

export function hintsAtPerson(text: string): boolean {
  return HINT.test(text);
}

/** Not a product, a weekday or a heading, and written as a name. */
export function isPersonName(name: string): boolean {
  const words = name.split(/[\s-]+/u);
  if (words.length > 5 || !/^\p{Lu}\p{L}/u.test(name)) return false;
  return !words.some((word) => NOT_NAMES.has(word.toLowerCase().replace(/[^\p{L}]/gu, "")));
}
