/** What was read of each file, kept for as long as the file stays as it is: after a change one file is read again. */
import type { Problem } from "../model/problem.ts";
import type { SourceText } from "../source/text.ts";
import type { Fragment } from "../systems/adapter.ts";

/** One file as an adapter read it, with what was noticed on the way. */
export interface Reading {
  readonly fragments: readonly Fragment[];
  readonly problems: readonly Problem[];
  /** Texts that hold suppression comments. */
  readonly suppressible: readonly SourceText[];
}

/** Readings by what asked for them; fragments are plain data that nothing changes, so sharing them is safe. */
export class Readings {
  #kept = new Map<string, { readonly stamp: string; readonly reading: Reading }>();
  #used = new Map<string, { readonly stamp: string; readonly reading: Reading }>();

  /** The reading of `key` when its file still bears the same stamp, else what `read` gives now. */
  async of(key: string, stamp: string | null, read: () => Promise<Reading>): Promise<Reading> {
    const known = this.#kept.get(key);
    const entry =
      known !== undefined && stamp !== null && known.stamp === stamp
        ? known
        : { stamp: stamp ?? "", reading: await read() };
    if (stamp !== null) this.#used.set(key, entry);
    return entry.reading;
  }

  /** Called once an analysis is complete: what it did not ask for is of files that are gone. */
  settle(): void {
    this.#kept = this.#used;
    this.#used = new Map();
  }
}
