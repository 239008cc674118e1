/** The files that are damaged: the samples' own, and a small one of each kind that no sample has. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { gzipSync } from "node:zlib";
import { CODE_AND_QUERIES } from "./seeds/code-and-queries.ts";
import { COLLECTORS } from "./seeds/collectors.ts";
import { DUMPS } from "./seeds/dumps.ts";
import { EXPORTS } from "./seeds/exports.ts";
import { MODEL } from "./seeds/model.ts";
import { RUNS_AND_MAILS } from "./seeds/runs-and-mails.ts";
import type { Seed, Seeds } from "./seeds/seed.ts";

export interface CorpusFile {
  /** Path in the estate. */
  readonly path: string;
  readonly bytes: Buffer;
  /** Texts inside of a packed file, and the file made anew of what became of them. */
  readonly inside?: {
    readonly parts: readonly string[];
    bytes(part: string): Buffer;
    packed(part: string, bytes: Buffer): Buffer;
  };
}

export const SEEDS: Seeds = {
  ...CODE_AND_QUERIES,
  ...COLLECTORS,
  ...DUMPS,
  ...EXPORTS,
  ...MODEL,
  ...RUNS_AND_MAILS,
};

/** Larger files make cases slow without making them better. */
export const MAX_BYTES = 400_000;

/** The same bytes whenever it is packed. */
const MODIFIED = new Date(2026, 0, 1);

export function corpus(samples: string): readonly CorpusFile[] {
  const found = readdirSync(samples, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("expected/") && statSync(join(samples, path)).isFile())
    .map((path) => ({ path, bytes: readFileSync(join(samples, path)).subarray(0, MAX_BYTES) }));
  const seeds = Object.entries(SEEDS).map(([path, seed]) => fileOf(path, seed));
  return [...found, ...seeds].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function fileOf(path: string, { content }: Seed): CorpusFile {
  if (typeof content === "string") return { path, bytes: Buffer.from(content) };
  if ("gzip" in content) {
    const packed = (_part: string, bytes: Buffer): Buffer => gzipSync(bytes);
    const text = Buffer.from(content.gzip);
    return { path, bytes: packed("", text), inside: { parts: [""], bytes: () => text, packed } };
  }
  const { zip } = content;
  const packed = (part: string, bytes: Uint8Array): Buffer => {
    const whole = Object.entries(zip).map(([name, text]) => [name, name === part ? bytes : strToU8(text)]);
    return Buffer.from(zipSync(Object.fromEntries(whole) as Record<string, Uint8Array>, { mtime: MODIFIED }));
  };
  const bytes = (part: string): Buffer => Buffer.from(zip[part] ?? "");
  return { path, bytes: packed("", Buffer.alloc(0)), inside: { parts: Object.keys(zip), bytes, packed } };
}
