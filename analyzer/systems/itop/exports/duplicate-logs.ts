/** Log rows that came in several exports count once: told by their ids, never by their values. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import type { RestLogData, StoreRowsData } from "../fragments.ts";
import { type IdRanges, shared, united } from "./row-ids.ts";

export interface CountedLogs {
  readonly logs: readonly RestLogData[];
  readonly rows: readonly StoreRowsData[];
  readonly problems: readonly Problem[];
}

/**
 * A file all of whose rows are in another is left out. Files that share some rows are both read: counts of rows are
 * corrected, folded calls cannot be, which is reported. Logs without ids are taken as they are.
 */
export function countedOnce(logs: readonly RestLogData[], rows: readonly StoreRowsData[]): CountedLogs {
  const problems: Problem[] = [];
  const known = new Map<string, { readonly file: string; readonly ids: IdRanges }[]>();
  const keptLogs: RestLogData[] = [];
  const keptRows: StoreRowsData[] = [];

  // The fullest first; a folded log before bare counts of the same rows, because it tells more.
  const byRows = logs.toSorted(
    (a, b) => b.window.rows - a.window.rows || (a.window.file < b.window.file ? -1 : 1),
  );
  for (const log of byRows) {
    const { file } = log.window;
    const { overlap, others } = take(known, "EventRestService", file, log.ids);
    if (overlap > 0) problems.push(repeated("EventRestService", file, overlap, log.window.rows, others));
    if (overlap < log.window.rows) keptLogs.push(log);
  }
  const counted = rows.toSorted(
    (a, b) => b.observation.rows - a.observation.rows || (a.observation.file < b.observation.file ? -1 : 1),
  );
  for (const each of counted) {
    const { class: name, observation } = each;
    const { overlap, others } = take(known, name, observation.file, each.ids);
    if (overlap === observation.rows) {
      problems.push(repeated(name, observation.file, overlap, overlap, others));
    } else {
      keptRows.push(
        overlap === 0 ? each : { ...each, observation: { ...observation, rows: observation.rows - overlap } },
      );
    }
  }
  // In the order of the files, as they came.
  return {
    logs: logs.filter((log) => keptLogs.includes(log)),
    rows: rows.flatMap(
      (each) =>
        keptRows.find(({ location, class: name }) => location === each.location && name === each.class) ?? [],
    ),
    problems,
  };
}

/** How many of a file's rows earlier files hold; adds its ids to what is known, unless all of them are. */
function take(
  known: Map<string, { file: string; ids: IdRanges }[]>,
  className: string,
  file: string,
  ids: IdRanges | undefined,
): { readonly overlap: number; readonly others: readonly string[] } {
  if (ids === undefined) return { overlap: 0, others: [] };
  const before = known.get(className) ?? [];
  const others = before.filter((each) => shared(each.ids, ids) > 0);
  const overlap = shared(
    others.reduce<IdRanges>((all, each) => united(all, each.ids), []),
    ids,
  );
  if (shared(ids, ids) > overlap) known.set(className, [...before, { file, ids }]);
  return { overlap, others: others.map((each) => each.file) };
}

function repeated(
  className: string,
  file: string,
  overlap: number,
  rows: number,
  others: readonly string[],
): Problem {
  const location: Location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const where = others.length === 1 ? (others[0] as string) : `${others.length} other files`;
  if (overlap === rows) {
    const message = `All ${rows} rows of ${className} in this file are also in ${where}; they count once.`;
    return { kind: "repeated", message, location };
  }
  const message = `${overlap} of ${rows} rows of ${className} in this file are also in ${where}; their calls count twice.`;
  return { kind: "repeated", message, location, lost: "exact numbers of calls" };
}
