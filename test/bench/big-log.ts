/** Measures a big log through the query engine against `wc -l` and bare scans of the same file, in the same run. */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { writeCsvLog } from "./log-file.ts";
import { measure } from "./measure.ts";

/** The target is at most 3 in the last column. */
export function bigLog(scratch: string, bytes: number): string[][] {
  const file = join(scratch, "big.csv");
  const rows = writeCsvLog(file, bytes);
  const megabytes = statSync(file).size / 1e6;
  const run = (work: string): { seconds: number; peakMiB: number } => {
    const { result, peakMiB } = measure(work, [file]);
    const told = result as { rows: number; seconds: number };
    if (told.rows !== rows) throw new Error(`${work} saw ${told.rows} of ${rows} rows`);
    return { seconds: told.seconds, peakMiB };
  };
  // The first pass over the file is for all: whoever comes first must not pay for the disk.
  countLines(file);
  const wc = countLines(file);
  const scan = run("scan");
  const columns = run("scan-columns");
  const ours = run("fold-big");
  const row = (what: string, seconds: number, peak: string, ratio: string): string[] => [
    what,
    seconds.toFixed(2),
    (megabytes / seconds).toFixed(0),
    peak,
    ratio,
  ];
  const against = (scanned: { seconds: number; peakMiB: number }, what: string): string[] =>
    row(
      what,
      scanned.seconds,
      scanned.peakMiB.toFixed(0),
      (ours.seconds / (wc + scanned.seconds)).toFixed(2),
    );
  return [
    row("folded by the engine", ours.seconds, ours.peakMiB.toFixed(0), ""),
    row("wc -l", wc, "", ""),
    against(columns, "DuckDB scan, every column read"),
    against(scan, "DuckDB scan, rows counted"),
  ];
}

function countLines(file: string): number {
  const started = performance.now();
  execFileSync("wc", ["-l", file]);
  return (performance.now() - started) / 1000;
}
