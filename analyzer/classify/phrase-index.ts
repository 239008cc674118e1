/** Finds the longest known phrase at a place in a list of words. */

interface Entry<T> {
  readonly words: readonly string[];
  /** The first meaning. */
  readonly meaning: T;
  /** All of them: a `title` is a post or the subject of a request. */
  readonly meanings: readonly T[];
  readonly lang: string;
}

export class PhraseIndex<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>();
  readonly #byLast = new Map<string, Entry<T>[]>();

  /** Adds a meaning of one language; the language that came first keeps the phrase to itself. */
  add(words: readonly string[], meaning: T, lang: string): void {
    const entry = { words, meaning, meanings: [meaning], lang };
    insert(this.#byFirst, words[0] as string, entry);
    insert(this.#byLast, words.at(-1) as string, entry);
  }

  /** Longest phrase that begins at `at`. */
  startingAt(words: readonly string[], at: number): Entry<T> | undefined {
    return this.#byFirst
      .get(words[at] as string)
      ?.find((entry) => entry.words.every((word, index) => words[at + index] === word));
  }

  /** Longest phrase whose last word is at `at` and that does not begin before `from`. */
  endingAt(words: readonly string[], at: number, from = 0): Entry<T> | undefined {
    return this.#byLast.get(words[at] as string)?.find((entry) => {
      const start = at - entry.words.length + 1;
      return start >= from && entry.words.every((word, index) => words[start + index] === word);
    });
  }
}

function insert<T>(index: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  const entries = index.get(key);
  if (entries === undefined) {
    index.set(key, [entry]);
    return;
  }
  const same = entries.findIndex(
    (other) =>
      other.words.length === entry.words.length && other.words.every((word, at) => word === entry.words[at]),
  );
  const existing = entries[same];
  if (existing !== undefined) {
    if (existing.lang !== entry.lang || existing.meanings.includes(entry.meaning)) return;
    entries[same] = { ...existing, meanings: [...existing.meanings, entry.meaning] };
    return;
  }
  const shorter = entries.findIndex((other) => other.words.length < entry.words.length);
  if (shorter === -1) entries.push(entry);
  else entries.splice(shorter, 0, entry);
}
