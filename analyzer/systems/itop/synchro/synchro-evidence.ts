/** What loaded files and printed runs prove of the data sources: who was run how, and what was really delivered. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { ObservationWindow } from "../../../model/operation.ts";
import type { Problem } from "../../../model/problem.ts";
import type { ImportFileData, SynchroRunData } from "../fragments.ts";
import type { SynchroSource } from "./synchro-definition.ts";
import type { Runner } from "./synchro-deletion.ts";

export interface SynchroEvidence {
  /** How a source was run, by its name; absent where runs contradict each other. */
  readonly runners: ReadonlyMap<string, Runner>;
  /** Columns that a file delivered, by name of the source. */
  readonly delivered: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly Problem[];
}

export function synchroEvidence(
  sources: readonly SynchroSource[],
  runs: readonly SynchroRunData[],
  files: readonly ImportFileData[],
  index: EntityIndex,
): SynchroEvidence {
  const runners = new Map<string, Runner>();
  const delivered = new Map<string, ReadonlySet<string>>();
  const problems: Problem[] = [];
  const deliver = (name: string, columns: readonly string[]): void =>
    void delivered.set(name, new Set([...(delivered.get(name) ?? []), ...columns]));
  for (const run of runs) {
    const source = sources.find(({ id }) => id === run.source);
    if (source === undefined || (run.class !== null && run.class !== source.scopeClass)) {
      problems.push(unknownSource(run, source));
      continue;
    }
    if (run.columns.length > 0) deliver(source.name, run.columns);
    if (run.simulated) continue;
    const runner: Runner = run.kind === "import" && run.synchronizes ? "combined" : "separate";
    const before = runners.get(source.name) ?? runner;
    runners.set(source.name, before === runner ? runner : "unknown");
  }
  for (const file of files) {
    const fitting = sourcesOf(file, sources, index);
    const [only, ...others] = fitting;
    if (only !== undefined && others.length === 0) deliver(only.name, file.columns);
    else problems.push(ambiguous(file, fitting));
  }
  return { runners, delivered, problems };
}

/** Loaded rows were seen, at no date that the files tell. */
export function importWindows(
  runs: readonly SynchroRunData[],
  files: readonly ImportFileData[],
): readonly ObservationWindow[] {
  const counts = new Map<string, number>();
  for (const { rows, location } of [...runs, ...files]) {
    if (rows !== null) counts.set(location.file, (counts.get(location.file) ?? 0) + rows);
  }
  return [...counts].map(([file, rows]) => ({
    channel: "import",
    from: null,
    to: null,
    rows,
    truncatedRows: 0,
    unreadableRows: 0,
    file,
  }));
}

/** Sources whose class has every column; where several do, those that take over each of them. */
function sourcesOf(
  { columns }: ImportFileData,
  sources: readonly SynchroSource[],
  index: EntityIndex,
): readonly SynchroSource[] {
  const able = sources.filter(({ scopeClass, attributes }) => {
    const names = new Set(index.entity(scopeClass)?.fields.map((field) => field.name));
    for (const { attcode } of attributes ?? []) names.add(attcode);
    return columns.every((column) => names.has(column));
  });
  if (able.length < 2) return able;
  const running = able.filter(({ status }) => status !== "obsolete");
  const narrowed = running.filter(({ attributes }) => {
    const taken = (attributes ?? []).filter((row) => row.update !== false || row.reconcile !== false);
    return taken.every(({ attcode }) => columns.includes(attcode));
  });
  return narrowed.length === 1 ? narrowed : able;
}

function unknownSource(run: SynchroRunData, source: SynchroSource | undefined): Problem {
  const message =
    source === undefined
      ? `The output is of the data source ${run.source}, which no export describes.`
      : `The output is of the data source ${run.source}, which fills another class in the exports.`;
  return { kind: "unresolved", message, location: run.location, lost: "how this source is run" };
}

function ambiguous({ location }: ImportFileData, fitting: readonly SynchroSource[]): Problem {
  const names = fitting.map(({ name }) => `"${name}"`).sort();
  const message =
    names.length === 0
      ? "No data source that was given has all columns of this import file."
      : `The columns of this import file fit several data sources: ${names.join(", ")}.`;
  return { kind: "unresolved", message, location, lost: "which source delivers these columns" };
}
