/** Runs one piece of work in a fresh process and reports wall time and peak memory. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Measured {
  /** Wall time of the whole process in seconds, start-up included. */
  readonly seconds: number;
  /** Peak resident memory in MiB, as the process reports it. */
  readonly peakMiB: number;
  readonly result: unknown;
}

const WORKER = fileURLToPath(new URL("./worker.js", import.meta.url));

/** The median by wall time of several runs; `work` names a task of `worker.ts`. */
export function measure(work: string, args: readonly string[], runs = 1): Measured {
  const all = Array.from({ length: runs }, () => once(work, args)).sort((a, b) => a.seconds - b.seconds);
  return all[Math.floor(all.length / 2)] as Measured;
}

function once(work: string, args: readonly string[]): Measured {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [WORKER, work, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${work} failed: ${stderr}`);
  const last = stdout.trimEnd().split("\n").at(-1) ?? "{}";
  const { peakKiB, result } = JSON.parse(last) as { peakKiB: number; result: unknown };
  return { seconds, peakMiB: peakKiB / 1024, result };
}
