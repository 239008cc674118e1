/** One task of the benchmark in its own process: does it, then prints its peak memory and result as one JSON line. */
import { appendFileSync, createReadStream, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse";
import { run } from "../../cli/run.ts";
import { itopAdapter } from "../../analyzer/systems/itop/adapter.ts";
import { dataOf } from "../../analyzer/systems/itop/fragments.ts";
import { writeCompiledModel } from "./compiled-model.ts";
import { lint } from "../../rules/engine/lint.ts";
import { analyseWorkspace, openWorkspace } from "../../analyzer/workspace/open.ts";
import { Readings } from "../../analyzer/workspace/readings.ts";
import { diskReader } from "../../analyzer/workspace/reader.ts";
import { PACKAGE_RESOURCES } from "../../analyzer/workspace/resources.ts";
import { sourceFile } from "../../analyzer/workspace/source-file.ts";
import { rowOf } from "./rest-log-rows.ts";

const TASKS: Readonly<Record<string, (...args: readonly string[]) => Promise<unknown>>> = {
  lint: lintTask,
  again: againTask,
  compile: async (tree = ".", directory = ".") => ({ bytes: await writeCompiledModel(tree, directory) }),
  fold: async (path = "") => foldTask(path),
  "parse-json": async (file = "") => parseLines(file),
  "read-csv": readCsv,
  "fold-big": async (path = "") => timed(() => foldTask(path, 1)),
  scan: async (path = "") => timed(() => scanTask(path, "count(*)")),
  "scan-columns": async (path = "") => timed(() => scanTask(path, "count(*), max(columns(*))")),
};

/** `art30 lint DIR` with the report thrown away. */
async function lintTask(directory = "."): Promise<unknown> {
  let bytes = 0;
  const code = await run(["lint", directory, "--as-of", "2026-11-24", "--format", "json"], {
    cwd: process.cwd(),
    env: {},
    out: (text) => void (bytes += text.length),
    err: () => {},
    outIsTerminal: false,
    columns: undefined,
    today: () => "2026-11-24",
    readStdin: async () => "",
  });
  if (code === 2) throw new Error("lint could not run");
  return { bytes };
}

/** Lints a directory once, then once for every time one of its data model files was written; seconds of each. */
async function againTask(directory = ".", file = ""): Promise<unknown> {
  const readings = new Readings();
  const path = join(directory, file);
  const seconds: number[] = [];
  for (let times = 0; times <= 10; times++) {
    if (times > 0) appendFileSync(path, "\n");
    const started = performance.now();
    const workspace = openWorkspace(directory);
    const analysis = await analyseWorkspace(workspace, "2026-11-24", readings);
    lint({ analysis, config: workspace.config.rules, exceptions: null, baseline: null, only: [], skip: [] });
    seconds.push((performance.now() - started) / 1000);
  }
  return { first: seconds[0], again: seconds.slice(1).sort((a, b) => a - b)[5] };
}

/** Folds a REST log the way the product does; from `bigLogBytes` on through the query engine. */
async function foldTask(path = "", bigLogBytes = Infinity): Promise<unknown> {
  const sink = { problem: () => {}, suppressible: () => {} };
  const found = { path: path.slice(1), name: path, bytes: statSync(path).size };
  const file = sourceFile(diskReader("/"), found, 0, sink, bigLogBytes);
  const kind = itopAdapter.accepts(file);
  if (kind === null) throw new Error(`${path} is not recognised`);
  const { fragments, problems } = await itopAdapter.read(file, kind, PACKAGE_RESOURCES);
  if (problems.length > 0) throw new Error(problems[0]?.message);
  const [log] = dataOf(fragments, "rest-log");
  return { rows: log?.window.rows ?? 0, shapes: log?.operations.length ?? 0 };
}

/** What DuckDB needs for the same bytes and nothing but the given results; columns are declared, not sniffed. */
async function scanTask(path: string, results: string): Promise<unknown> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "2",
    preserve_insertion_order: "false",
  });
  const columns = Object.keys(rowOf(0)).map((name) => `'${name}': 'VARCHAR'`);
  const options = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"'`;
  const connection = await instance.connect();
  const scan = `read_csv('${path}', ${options}, columns = {${columns.join(", ")}})`;
  const reader = await connection.runAndReadAll(`SELECT ${results} FROM ${scan}`);
  return { rows: Number(reader.getRows()[0]?.[0]) };
}

/** Seconds of the work itself, without the start of the process. */
async function timed(work: () => Promise<unknown>): Promise<unknown> {
  const started = performance.now();
  const result = (await work()) as object;
  return { ...result, seconds: (performance.now() - started) / 1000 };
}

/** The bare minimum a JSON reader must do with the same bytes: one `JSON.parse` a row, nothing kept. */
async function parseLines(path: string): Promise<unknown> {
  let rows = 0;
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 18 })) {
    const lines = (rest + (chunk as string)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const row = line.startsWith('"EventRestService::')
        ? line.slice(line.indexOf(":{") + 1).replace(/,$/, "")
        : "";
      if (row !== "" && typeof JSON.parse(row) === "object") rows++;
    }
  }
  return { rows };
}

/** The bare minimum a CSV reader must do: the library's own parser, nothing kept. */
async function readCsv(path = ""): Promise<unknown> {
  let rows = 0;
  for await (const _ of createReadStream(path).pipe(parse({ columns: true, relax_column_count: true })))
    rows++;
  return { rows };
}

const [task = "", ...args] = process.argv.slice(2);
const work = TASKS[task];
if (work === undefined) throw new Error(`no task ${task}`);
const result = await work(...args);
process.stdout.write(`${JSON.stringify({ peakKiB: process.resourceUsage().maxRSS, result })}\n`);
