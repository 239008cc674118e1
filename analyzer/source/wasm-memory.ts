/** Keeps what a WebAssembly memory held at one moment, to bring it back after a program in it went wrong. */

export interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer;
}

const PAGE = 65_536;
const NOTHING = Buffer.alloc(PAGE);

export class MemoryImage {
  readonly #memory: WebAssemblyMemory;
  /** Pages that are not all zero, by offset. */
  readonly #pages = new Map<number, Buffer>();

  constructor(memory: WebAssemblyMemory) {
    this.#memory = memory;
    const bytes = Buffer.from(memory.buffer);
    for (let at = 0; at < bytes.length; at += PAGE) {
      const page = bytes.subarray(at, at + PAGE);
      if (!page.equals(NOTHING)) this.#pages.set(at, Buffer.from(page));
    }
  }

  /** Memory that was added since is zero, as it came. */
  restore(): void {
    const bytes = Buffer.from(this.#memory.buffer);
    bytes.fill(0);
    for (const [at, page] of this.#pages) page.copy(bytes, at);
  }
}
