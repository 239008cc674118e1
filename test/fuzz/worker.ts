/** Takes case numbers from its parent and answers each with how it went; dies or hangs where the product would. */
import { join } from "node:path";
import { Cases } from "./case.ts";
import { analyseAll, readOne } from "./try-file.ts";

/** The whole analysis is a hundred times slower than reading one file. */
const WHOLE_EVERY = 40;

export interface Outcome {
  readonly path: string;
  /** Of this process on a core: what else the machine does is not charged to the reader. */
  readonly seconds: number;
  readonly residentMiB: number;
  /** Kind and place of what was thrown; `null` when nothing was. */
  readonly thrown: string | null;
}

const cases = new Cases(join(import.meta.dirname, "../../.."));

async function attempt(seed: number): Promise<Outcome> {
  const damaged = cases.of(seed);
  const { path, bytes } = damaged;
  const before = process.cpuUsage();
  let thrown: string | null = null;
  try {
    if (seed % WHOLE_EVERY === 0) await analyseAll(cases.estateOf(damaged));
    else await readOne(path, bytes);
  } catch (error) {
    thrown = error instanceof Error ? (error.stack ?? error.name) : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return { path, seconds, residentMiB: process.memoryUsage.rss() / 2 ** 20, thrown };
}

process.on("message", (seed: number) => {
  void attempt(seed).then((outcome) => process.send?.(outcome));
});
process.send?.("ready");
