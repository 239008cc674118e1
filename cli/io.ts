/** The process as a command sees it: two streams, a clock and a place. Tests hand in their own. */
import { once } from "node:events";
import { watch } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Editors write a file in several steps; so long nothing may happen before the files are read again. */
const QUIET_MS = 80;

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The report itself. */
  out(text: string): void;
  /** Progress, problems and errors. */
  err(text: string): void;
  readonly outIsTerminal: boolean;
  /** Width of the terminal; `undefined` when there is none. */
  readonly columns: number | undefined;
  /** Today, `YYYY-MM-DD`; `--as-of` overrides it. */
  today(): string;
  readStdin(): Promise<string>;
  /** One beat per burst of changes below a directory; ends when the user stops the program. */
  changes(directory: string): AsyncIterable<void>;
}

export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    today: () => new Date().toISOString().slice(0, 10),
    async readStdin() {
      const parts: Buffer[] = [];
      for await (const part of process.stdin) parts.push(part as Buffer);
      return Buffer.concat(parts).toString("utf8");
    },
    changes,
  };
}

async function* changes(directory: string): AsyncGenerator<void> {
  const stop = new AbortController();
  const changed = new EventTarget();
  let seen = 0;
  const watcher = watch(directory, { recursive: true }, () => {
    seen++;
    changed.dispatchEvent(new Event("change"));
  });
  process.once("SIGINT", () => stop.abort());
  try {
    while (!stop.signal.aborted) {
      if (seen === 0) await once(changed, "change", { signal: stop.signal });
      for (let before = 0; before !== seen; await pause(QUIET_MS)) before = seen;
      seen = 0;
      yield;
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    watcher.close();
  }
}
