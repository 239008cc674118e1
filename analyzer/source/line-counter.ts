/** Tells the line of an offset while a text streams by; offsets only move forward. */

export class LineCounter {
  total = 1;
  #breaks: number[] = [];
  #passed = 0;
  #offset = 0;

  push(text: string): void {
    this.#breaks = this.#breaks.slice(this.#passed);
    this.#passed = 0;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
      this.#breaks.push(this.#offset + at);
      this.total++;
    }
    this.#offset += text.length;
  }

  lineAt(offset: number): number {
    while (this.#passed < this.#breaks.length && (this.#breaks[this.#passed] as number) < offset)
      this.#passed++;
    return this.total - (this.#breaks.length - this.#passed);
  }
}
