/** Replaces placeholders in a text one after the other, and remembers where each piece stood before. */

/** Characters a definition may grow to; values may hold placeholders that come later. */
export const MAX_EXPANDED_CHARACTERS = 4_000_000;
/** Places in one definition where something is put in; the largest public one has 15. */
export const MAX_REPLACEMENTS = 20_000;
/** Characters gone through in all. */
const MAX_CHARACTERS_READ = 500_000_000;

interface Piece {
  /** Offset of its first character in the text as it is now. */
  readonly start: number;
  readonly length: number;
  /** Offset in the text as it was; of a value that was put in, that of its placeholder. */
  readonly from: number;
  readonly isOriginal: boolean;
}

export interface Expansion {
  readonly text: string;
  /** `false` when a limit was reached; the text is then as it was before. */
  readonly complete: boolean;
  /** Offset before all replacements. */
  original(offset: number): number;
}

/**
 * In the given order, over the whole text each: a value may bring a placeholder that is replaced later, not earlier.
 * Keys stand between two `$` and hold none.
 */
export function expand(
  original: string,
  replacements: readonly (readonly [key: string, value: string])[],
): Expansion {
  let text = original;
  let pieces: readonly Piece[] = [{ start: 0, length: text.length, from: 0, isOriginal: true }];
  let present = betweenMarks(text);
  let done = 0;
  let read = 0;
  for (const [key, value] of replacements) {
    if (!present.has(key)) continue;
    const found = occurrences(text, key);
    const length = text.length + found.length * (value.length - key.length);
    done += found.length;
    read += text.length;
    if (length > MAX_EXPANDED_CHARACTERS || done > MAX_REPLACEMENTS || read > MAX_CHARACTERS_READ) {
      return { text: original, complete: false, original: (offset) => offset };
    }
    pieces = replaced(pieces, found, key.length, value.length);
    text = text.replaceAll(key, () => value);
    present = betweenMarks(text);
  }
  return { text, complete: true, original: (offset) => originalOf(pieces, offset) };
}

function betweenMarks(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split("$")
      .slice(1, -1)
      .map((name) => `$${name}$`),
  );
}

function occurrences(text: string, key: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at + key.length)) found.push(at);
  return found;
}

function replaced(
  pieces: readonly Piece[],
  found: readonly number[],
  before: number,
  after: number,
): readonly Piece[] {
  const result: Piece[] = [];
  let length = 0;
  let index = 0;
  const add = (piece: Omit<Piece, "start">): void => {
    if (piece.length === 0) return;
    result.push({ ...piece, start: length });
    length += piece.length;
  };
  const copy = (from: number, to: number): void => {
    for (let at = from; at < to;) {
      while ((pieces[index] as Piece).start + (pieces[index] as Piece).length <= at) index++;
      const piece = pieces[index] as Piece;
      const end = Math.min(to, piece.start + piece.length);
      add({
        ...piece,
        length: end - at,
        from: piece.isOriginal ? piece.from + at - piece.start : piece.from,
      });
      at = end;
    }
  };
  let done = 0;
  for (const at of found) {
    copy(done, at);
    while ((pieces[index] as Piece).start + (pieces[index] as Piece).length <= at) index++;
    const piece = pieces[index] as Piece;
    const from = piece.isOriginal ? piece.from + at - piece.start : piece.from;
    add({ length: after, from, isOriginal: false });
    done = at + before;
  }
  const last = pieces.at(-1);
  copy(done, last === undefined ? 0 : last.start + last.length);
  return result;
}

function originalOf(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).start <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return 0;
  return piece.isOriginal ? piece.from + Math.min(offset - piece.start, piece.length) : piece.from;
}
