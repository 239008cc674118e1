/** Tells when files below a directory change. */
import { once } from "node:events";
import { watch } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Editors write a file in several steps; so long nothing may happen before the files are read again. */
const QUIET_MS = 80;

/** One beat per burst of changes; ends at the first interrupt. */
export async function* changes(directory: string): AsyncGenerator<void> {
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
