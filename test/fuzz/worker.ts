/** Takes case numbers from its parent and answers each with how it went; dies or hangs where the product would. */
import { join } from "node:path";
import { corpus } from "./corpus.ts";
import { damaged } from "./damage.ts";
import { Random } from "./random.ts";
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

const files = corpus(join(import.meta.dirname, "../../../samples/hospital-group"));
const whole = Object.fromEntries(files.map(({ path, bytes }) => [path, bytes as Uint8Array]));

async function attempt(seed: number): Promise<Outcome> {
  const random = new Random(seed);
  const { path, bytes } = random.of(files);
  const kind = path.slice(path.lastIndexOf("."));
  const others = files.filter((file) => file.path.endsWith(kind)).map((file) => file.bytes);
  const result = damaged(bytes, random, others);
  const before = process.cpuUsage();
  let thrown: string | null = null;
  try {
    if (seed % WHOLE_EVERY === 0) await analyseAll({ ...whole, [path]: result });
    else await readOne(path, result);
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
