/** Splits codes and labels into whole lower-case words: `callerEmail2` → caller, email, 2. */

/** Longest part of a name or label that is read; what lies beyond says nothing about the kind of data. */
export const MAX_NAME_CHARS = 256;

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;
const MARKS = /\p{M}+/gu;
const WORDS = /\p{L}+|\p{N}+/gu;
const LOWER_UPPER = /(\p{Ll})(\p{Lu})/gu;
const ACRONYM_WORD = /(\p{Lu})(\p{Lu}\p{Ll})/gu;
const PLAIN = /^[a-z0-9_]*$/;

/** Lower case without accents; `ß` becomes `ss`. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, "")
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l");
}

/** Words of a code or label in order, folded; camel case, digits and punctuation separate. */
export function wordsOf(text: string): readonly string[] {
  const cut = text.length > MAX_NAME_CHARS ? text.slice(0, MAX_NAME_CHARS) : text;
  const spaced = PLAIN.test(cut) ? cut : cut.replace(LOWER_UPPER, "$1 $2").replace(ACRONYM_WORD, "$1 $2");
  return fold(spaced).match(WORDS) ?? [];
}
