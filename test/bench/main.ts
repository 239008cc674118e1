/** `npm run bench [-- --itop DIR] [--rows N]`: speed and memory, as ratios to a bare reader of the same bytes where there is one. */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { logEngine } from "../../analyzer/workspace/log-engine-duckdb.ts";
import { bigLog } from "./big-log.ts";
import { writeLogs } from "./log-file.ts";
import { measure, type Measured } from "./measure.ts";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const { values } = parseArgs({
  options: {
    itop: { type: "string" },
    rows: { type: "string", default: "1000000" },
    runs: { type: "string", default: "5" },
    "log-bytes": { type: "string", default: "100000000" },
  },
});
const scratch = mkdtempSync(join(tmpdir(), "art30-bench-"));

try {
  table("Cold lint (median of runs, whole process)", ["what", "seconds", "peak MiB"], coldLints());
  if (values.itop !== undefined) {
    table(
      "Lint again in one process, one data model file written (median of ten)",
      ["what", "first, seconds", "again, seconds", "again / first"],
      [againRow(resolve(values.itop))],
    );
  }
  table(
    `REST log folding, ${values.rows} rows`,
    ["reader", "seconds", "rows/s", "MB/s", "peak MiB", "ratio to bare read"],
    folding(),
  );
  if (logEngine(scratch) !== null)
    table(
      `Big REST log through the query engine, ${Number(values["log-bytes"]) / 1e6} MB of CSV`,
      ["what", "seconds", "MB/s", "peak MiB", "ours / (wc + this)"],
      bigLog(scratch, Number(values["log-bytes"])),
    );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function coldLints(): string[][] {
  const runs = Number(values.runs);
  const row = (what: string, { seconds, peakMiB }: Measured) => [
    what,
    seconds.toFixed(2),
    peakMiB.toFixed(0),
  ];
  const rows = [row("sample hospital group", measure("lint", [join(root, "samples/hospital-group")], runs))];
  if (values.itop === undefined) return rows;
  const tree = resolve(values.itop);
  const compiled = join(scratch, "compiled");
  const { bytes } = measure("compile", [tree, compiled]).result as { bytes: number };
  rows.push(row("the given iTop tree", measure("lint", [tree], runs)));
  rows.push(
    row(`its compiled model, ${(bytes / 1e6).toFixed(1)} MB in one file`, measure("lint", [compiled], runs)),
  );
  return rows;
}

function againRow(tree: string): string[] {
  const copy = join(scratch, "tree");
  cpSync(tree, copy, { recursive: true });
  const found = readdirSync(copy, { recursive: true, encoding: "utf8" }).sort();
  const file = found.find((name) => /(^|\/)datamodel\.[^/]*\.xml$/.test(name));
  if (file === undefined) throw new Error(`no data model file in ${tree}`);
  const { first, again } = measure("again", [copy, file]).result as { first: number; again: number };
  return ["the given iTop tree", first.toFixed(2), again.toFixed(2), (again / first).toFixed(2)];
}

function folding(): string[][] {
  const files = { json: join(scratch, "EventRestService.json"), csv: join(scratch, "EventRestService.csv") };
  writeLogs(files, Number(values.rows));
  const pairs = [
    ["JSON, folded", files.json, measure("fold", [files.json]), measure("parse-json", [files.json])],
    ["CSV, folded", files.csv, measure("fold", [files.csv]), measure("read-csv", [files.csv])],
  ] as const;
  return pairs.flatMap(([what, file, ours, bare]) => [
    rate(what, file, ours, bare),
    rate(what.replace("folded", "bare read"), file, bare, bare),
  ]);
}

function rate(what: string, file: string, { seconds, peakMiB, result }: Measured, bare: Measured): string[] {
  const rows = (result as { rows: number }).rows;
  if (rows !== Number(values.rows)) throw new Error(`${what} saw ${rows} rows`);
  const megabytes = statSync(file).size / 1e6;
  return [
    what,
    seconds.toFixed(1),
    Math.round(rows / seconds).toString(),
    (megabytes / seconds).toFixed(0),
    peakMiB.toFixed(0),
    (seconds / bare.seconds).toFixed(2),
  ];
}

function table(title: string, head: readonly string[], rows: readonly string[][]): void {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  process.stdout.write(`\n## ${title}\n\n${lines.join("\n")}\n`);
}
