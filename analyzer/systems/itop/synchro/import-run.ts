/** Reads what the synchronization pages print: which source ran, whether loading and synchronizing were one; counts alone. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import { textLines } from "../../../source/text-lines.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { fragment, type SynchroRunData } from "../fragments.ts";
import { isIdentifier } from "../rest/rest-names.ts";

/** Runs of one file that are told apart. */
export const MAX_RUNS = 10_000;

/** Lines of synchro_import.php. */
const SOURCE = /^#Data Source: (\d{1,10})$/;
const SYNCHRONIZES = /^#Synchronize: ([01])$/;
const CLASS = /^#Class: (\w{1,64})$/;
const COLUMNS = /^#Columns: (.+)$/;
const LINES = /^#Data Lines: (\d{1,10})$/;
const SIMULATES = /^#Simulate: 1$/;
/** synchro_exec.php names each source by a text that is not read, and by its id. */
const EXECUTES = /^Working on .{0,1000}\(id=(\d{1,10})\)\.\.\.$/;

const MARK =
  /^\s*#\s*(?:Import phase|Synchronization phase|Data Source: \d+)|^\s*Working on .{0,1000}\(id=\d{1,10}\)\.\.\./m;

interface Run {
  kind: SynchroRunData["kind"];
  source: string;
  synchronizes: boolean;
  simulated: boolean;
  class: string | null;
  columns: readonly string[];
  rows: number | null;
  location: Location;
}

export function acceptsImportRun(file: SourceFile): "synchro-run" | null {
  if (!/\.(?:txt|html?|log|out)$/i.test(file.name)) return null;
  return MARK.test(withoutTags(file.head)) ? "synchro-run" : null;
}

export async function readImportRun(file: SourceFile): Promise<ReadResult> {
  const runs: Run[] = [];
  const problems: Problem[] = [];
  const at = (line: number): Location => ({ file: file.path, line, column: 1, endLine: line, endColumn: 1 });
  let dropped = false;
  const foreign = (): void => {
    const message = "The file is not valid UTF-8; Windows-1252 was read instead.";
    problems.push({ kind: "encoding", message, location: at(1) });
  };
  for await (const { text, number } of textLines(file.chunks(), foreign)) {
    // The page can come as one line of paragraphs.
    for (const part of withoutTags(text).split("\n")) {
      const begun = beginning(part.trim(), at(number));
      if (begun === null) {
        const open = runs.at(-1);
        if (open !== undefined && !dropped) tell(open, part.trim());
      } else if (runs.length < MAX_RUNS) runs.push(begun);
      else if (!dropped) {
        dropped = true;
        const message = `The file has more than ${MAX_RUNS} runs (MAX_RUNS).`;
        problems.push({ kind: "limit", message, location: at(number), lost: "the runs after this one" });
      }
    }
  }
  if (runs.length === 0 && problems.length === 0) {
    const message = "The output of a synchronization ends before it names its data source.";
    problems.push({ kind: "truncated", message, location: at(1), lost: "which source ran" });
  }
  return { fragments: runs.map((run) => fragment("synchro-run", file.path, run)), problems };
}

function beginning(line: string, location: Location): Run | null {
  const loaded = SOURCE.exec(line)?.[1];
  const executed = EXECUTES.exec(line)?.[1];
  const source = loaded ?? executed;
  if (source === undefined) return null;
  const run = { source, simulated: false, class: null, columns: [], rows: null, location };
  return loaded === undefined
    ? { ...run, kind: "synchronization", synchronizes: true }
    : { ...run, kind: "import", synchronizes: false };
}

function tell(run: Run, line: string): void {
  if (run.kind !== "import") return;
  if (SYNCHRONIZES.exec(line)?.[1] === "1") run.synchronizes = true;
  run.class ??= CLASS.exec(line)?.[1] ?? null;
  const columns = COLUMNS.exec(line)?.[1];
  if (columns !== undefined)
    run.columns = columns
      .split(", ")
      .filter((name) => isIdentifier(name))
      .slice(1);
  const rows = LINES.exec(line)?.[1];
  if (rows !== undefined) run.rows = Number(rows);
  if (SIMULATES.test(line)) run.simulated = true;
}

/** Line breaks of the page become those of a text. */
function withoutTags(text: string): string {
  return text.replace(/<\/?(?:br|p|div|li)\b[^<>]{0,200}>/gi, "\n");
}
