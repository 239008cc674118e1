/** The cell being read of a SQL row: unescaped bytes up to a limit, then text. */
import { decodeLeniently } from "./records-decode.ts";
import { MAX_CELL_BYTES } from "./table-items.ts";

const FIRST_CAPACITY = 1 << 12;

export class SqlCell {
  #bytes = Buffer.allocUnsafe(FIRST_CAPACITY);
  #length = 0;
  /** The cell was longer than `MAX_CELL_BYTES`; stays set until `reset`. */
  cut = false;
  /** The text was not UTF-8. */
  foreign = false;

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  push(byte: number): void {
    if (this.#length >= this.#bytes.length && !this.#grow(1)) return;
    this.#bytes[this.#length++] = byte;
  }

  append(chunk: Uint8Array, from: number, to: number): void {
    let count = to - from;
    if (this.#length + count > this.#bytes.length && !this.#grow(count)) {
      count = this.#bytes.length - this.#length;
    }
    this.#bytes.set(chunk.subarray(from, from + count), this.#length);
    this.#length += count;
  }

  /** Of quoted text; `binary` bytes are nobody's encoding. */
  text(binary: boolean): string {
    const { text, valid } = decodeLeniently(this.#bytes.subarray(0, this.#length));
    if (!valid && !binary) this.foreign = true;
    return text;
  }

  /** Of a bare word: numbers as written, `0x…` decoded, NULL and words of no known meaning as `null`. */
  word(): string | null {
    const word = this.#bytes.toString("latin1", 0, this.#length);
    if (/^0x[\da-f]*$/i.test(word)) return fromHex(word.slice(2));
    if (/^[-+]?[\d.]+(?:e[-+]?\d+)?$/i.test(word)) return word;
    if (/^true$/i.test(word)) return "1";
    return /^false$/i.test(word) ? "0" : null;
  }

  /** Of `x'41'`. */
  hex(): string {
    return fromHex(this.#bytes.toString("latin1", 0, this.#length));
  }

  /** Whether the word so far stands before a string: a character set, `N`, or `x` and `b` for digits. */
  introducer(): "text" | "binary" | "hex" | "bits" | null {
    if (this.#length > 32) return null;
    const word = this.#bytes.toString("latin1", 0, this.#length).toLowerCase();
    if (word === "x") return "hex";
    if (word === "b") return "bits";
    if (word === "_binary") return "binary";
    return word === "n" || /^_[a-z]\w*$/.test(word) ? "text" : null;
  }

  /** False when the limit is reached; the cell then holds what fits. */
  #grow(count: number): boolean {
    const needed = this.#length + count;
    const capacity = Math.min(MAX_CELL_BYTES, Math.max(needed, this.#bytes.length * 2));
    if (capacity > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(capacity);
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    if (needed <= capacity) return true;
    this.cut = true;
    return false;
  }
}

function fromHex(digits: string): string {
  return decodeLeniently(Buffer.from(digits, "hex")).text;
}
