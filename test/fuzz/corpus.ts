/** The files that are damaged: the samples' own, and a small one of each kind that no sample has. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { MORE_FILES } from "./more-files.ts";

export interface CorpusFile {
  /** Path in the estate. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** Larger files make cases slow without making them better. */
const MAX_BYTES = 400_000;

export function corpus(samples: string): readonly CorpusFile[] {
  const found = readdirSync(samples, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("expected/") && statSync(join(samples, path)).isFile())
    .map((path) => ({ path, bytes: readFileSync(join(samples, path)).subarray(0, MAX_BYTES) }));
  const more = Object.entries(MORE_FILES).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  return [...found, ...more].sort((a, b) => (a.path < b.path ? -1 : 1));
}
