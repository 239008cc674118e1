/** Takes compounds apart (`Telefonnummer`, `lastname`) when known words cover the whole of it; never finds a word inside another. */

const SHORTEST_COMPOUND = 6;
/** Shorter parts are everywhere by accident: `mess|age`, `us|age`. */
const SHORTEST_PART = 4;
/** Short words that do end or begin compounds. */
const SHORT_PARTS: ReadonlySet<string> = new Set([
  "id",
  "nr",
  "plz",
  "ort",
  "tel",
  "fax",
  "ip",
  "mac",
  "sim",
  "kfz",
  "taal",
]);
/** Letters German and Dutch put between the parts. */
const LINKS = ["", "s", "n", "en", "es", "er"];

export function isCompound(word: string): boolean {
  return word.length >= SHORTEST_COMPOUND;
}

/** Fewest known words that cover the word without a gap; `null` when there is no such cover. */
export function partsOf(word: string, known: ReadonlySet<string>): readonly string[] | null {
  // best[i] covers word[i..] with the fewest parts
  const best: (readonly string[] | null)[] = Array.from({ length: word.length + 1 }, () => null);
  best[word.length] = [];
  for (let start = word.length - 2; start >= 0; start -= 1) {
    for (let end = word.length; end > start + 1; end -= 1) {
      const part = word.slice(start, end);
      if (!known.has(part) || (part.length < SHORTEST_PART && !SHORT_PARTS.has(part))) continue;
      for (const link of LINKS) {
        if (!word.startsWith(link, end) || (link !== "" && end + link.length === word.length)) continue;
        const rest = best[end + link.length];
        if (rest === null || rest === undefined) continue;
        const current = best[start];
        if (current === null || current === undefined || rest.length + 1 < current.length)
          best[start] = [part, ...rest];
      }
    }
  }
  return best[0] ?? null;
}
