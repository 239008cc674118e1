/** One line on a terminal that says which class is read and how far it is; nothing elsewhere. */
import type { Io } from "../io.ts";

const BAR = 20;
const ERASE = "\r\u001B[2K";

export class ProgressBar {
  readonly #io: Io;
  readonly #shown: boolean;

  constructor(io: Io, quiet: boolean) {
    this.#io = io;
    this.#shown = io.errIsTerminal === true && !quiet;
  }

  show(name: string, rows: number, total: number): void {
    if (this.#shown) this.#io.err(ERASE + barLine(name, rows, total).slice(0, (this.#io.columns ?? 80) - 1));
  }

  clear(): void {
    if (this.#shown) this.#io.err(ERASE);
  }
}

export function barLine(name: string, rows: number, total: number): string {
  const full = total === 0 ? BAR : Math.min(BAR, Math.floor((rows / total) * BAR));
  return `${name.padEnd(26)} ${"#".repeat(full)}${".".repeat(BAR - full)} ${rows} of ${total}`;
}
