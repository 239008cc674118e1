/** DuckDB behind the port to a query engine: opened on first use, in memory, closed with its query. */
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { QueryRefused, type LogLayout, type ResultRow, type RunQuery } from "../source/log-engine.ts";

/** What DuckDB may hold; the process around it takes about 100 MiB more. It never writes to disk. */
const MEMORY_LIMIT = "384MiB";
const MAX_THREADS = 2;

/** Longest line, and what each thread reads at once; iTop's rows end far below. */
const MAX_LINE_BYTES = 2_000_000;
const BUFFER_BYTES = 4 * MAX_LINE_BYTES;

const PACKAGE = "@duckdb/node-api";

/** What is used of the package, so that this compiles where it is not installed. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<Instance>;
  };
}
interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}
interface Connection {
  stream(sql: string): Promise<{ yieldRowObjectJs(): AsyncIterable<readonly ResultRow[]> }>;
  closeSync(): void;
}

let installed: boolean | undefined;

/** A way to query the file at a path; `null` where DuckDB is not installed or would take the path for a pattern. */
export function logEngine(path: string): RunQuery | null {
  installed ??= isInstalled();
  if (!installed || /[*?[\]{}]/.test(path)) return null;
  return ({ layout, statement }) => run(`WITH log AS (${scan(path, layout)}) SELECT * FROM (${statement})`);
}

async function* run(sql: string): AsyncGenerator<ResultRow> {
  let instance: Instance | undefined;
  let connection: Connection | undefined;
  try {
    const { DuckDBInstance } = await load();
    instance = await DuckDBInstance.create(":memory:", {
      memory_limit: MEMORY_LIMIT,
      threads: String(Math.min(availableParallelism(), MAX_THREADS)),
      preserve_insertion_order: "false",
      temp_directory: "",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    connection = await instance.connect();
    for await (const rows of (await connection.stream(sql)).yieldRowObjectJs()) yield* rows;
  } catch (error) {
    if (error instanceof QueryRefused) throw error;
    const isMemory = error instanceof Error && error.message.startsWith("Out of Memory");
    throw new QueryRefused(isMemory ? "memory" : "layout");
  } finally {
    connection?.closeSync();
    instance?.closeSync();
  }
}

/**
 * Nothing is detected, replaced or skipped: a file that differs from its layout is refused. In one thing DuckDB is more
 * lenient than the stream, which keeps them: blanks between a quoted cell and its separator, which iTop never writes.
 */
function scan(path: string, layout: LogLayout): string {
  const separated = layout.kind === "separated";
  const columns = separated ? layout.columns : ["line"];
  const options = {
    auto_detect: "false",
    columns: `{${columns.map((name) => `${quoted(name)}: 'VARCHAR'`).join(", ")}}`,
    force_not_null: `[${columns.map(quoted).join(", ")}]`,
    // Told to skip a header, DuckDB skips in silence what it takes for one; so the header is a row.
    header: "false",
    // A line of its own is one column: a separator that no text holds, and no quotes.
    delim: quoted(separated ? layout.separator : "\u0001"),
    quote: separated ? `'"'` : "''",
    escape: separated ? `'"'` : "''",
    comment: "''",
    strict_mode: "true",
    null_padding: "false",
    ignore_errors: "false",
    max_line_size: String(MAX_LINE_BYTES),
    buffer_size: String(BUFFER_BYTES),
  };
  const given = Object.entries(options).map(([name, value]) => `${name} = ${value}`);
  return `SELECT * FROM read_csv(${quoted(path)}, ${given.join(", ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve(PACKAGE);
    return true;
  } catch {
    return false;
  }
}

/** The name in a variable: a package that may be absent. */
async function load(): Promise<DuckDb> {
  try {
    return (await import(PACKAGE)) as DuckDb;
  } catch {
    // Installed without the binary of this platform.
    throw new QueryRefused("unavailable");
  }
}
