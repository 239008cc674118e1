/** Ids of log rows as ranges: small enough to keep, exact enough to see which rows two files share. */

/** Blocks of 65,536 ids; hostile ids that scatter further are not compared. */
export const MAX_ID_BLOCKS = 4_096;

/** Ranges kept of one file; rows that scatter further are not compared. */
export const MAX_ID_RANGES = 500_000;

const BLOCK = 65_536;

/** First and last id of each range by turns, ascending: `[1, 5, 8, 8]`. */
export type IdRanges = readonly number[];

export class RowIds {
  readonly #blocks = new Map<number, Uint8Array>();
  /** A row without an id, or too many blocks: nothing can be said of the whole. */
  #unknown = false;
  #repeated = 0;

  /** False for an id that was added before. */
  add(id: string): boolean {
    const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
    const block = Math.floor(number / BLOCK);
    let bits = this.#blocks.get(block);
    if (number === 0 || (bits === undefined && this.#blocks.size >= MAX_ID_BLOCKS)) {
      this.#unknown = true;
      return true;
    }
    if (bits === undefined) this.#blocks.set(block, (bits = new Uint8Array(BLOCK / 8)));
    const at = number % BLOCK;
    const mask = 1 << (at & 7);
    const isNew = ((bits[at >> 3] as number) & mask) === 0;
    bits[at >> 3] = (bits[at >> 3] as number) | mask;
    if (!isNew) this.#repeated++;
    return isNew;
  }

  /** `undefined` when a row had no id, when ids repeat, or when they scatter beyond the limits. */
  ranges(): IdRanges | undefined {
    if (this.#unknown || this.#repeated > 0) return undefined;
    const ranges: number[] = [];
    for (const [block, bits] of [...this.#blocks].sort(([a], [b]) => a - b)) {
      for (let at = 0; at < BLOCK; at++) {
        if (bits[at >> 3] === 0) at |= 7;
        else if (((bits[at >> 3] as number) & (1 << (at & 7))) !== 0) {
          const id = block * BLOCK + at;
          if (ranges.at(-1) === id - 1) ranges[ranges.length - 1] = id;
          else ranges.push(id, id);
        }
      }
      if (ranges.length > 2 * MAX_ID_RANGES) return undefined;
    }
    return ranges;
  }
}

/** How many ids two files share. */
export function shared(a: IdRanges, b: IdRanges): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const first = Math.max(a[i] as number, b[j] as number);
    const last = Math.min(a[i + 1] as number, b[j + 1] as number);
    if (first <= last) count += last - first + 1;
    if ((a[i + 1] as number) < (b[j + 1] as number)) i += 2;
    else j += 2;
  }
  return count;
}

/** Ids of either. */
export function united(a: IdRanges, b: IdRanges): IdRanges {
  const pairs: (readonly [number, number])[] = [];
  for (const ranges of [a, b])
    for (let i = 0; i < ranges.length; i += 2) pairs.push([ranges[i] as number, ranges[i + 1] as number]);
  const ranges: number[] = [];
  for (const [first, last] of pairs.sort(([x], [y]) => x - y)) {
    const end = ranges.at(-1);
    if (end !== undefined && first <= end + 1) ranges[ranges.length - 1] = Math.max(end, last);
    else ranges.push(first, last);
  }
  return ranges;
}
