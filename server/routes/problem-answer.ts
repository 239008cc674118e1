/** Problems of the input as the contract says them: filtered, counted by kind, one page. */
import type { Problem } from "../../analyzer/model/problem.ts";
import type { ProblemPage, ProblemQuery } from "../contract.ts";
import { PAGE_SIZE, pageOf } from "./route.ts";

export function problemPage(problems: readonly Problem[], query: ProblemQuery): ProblemPage {
  const { kind, page = 1, pageSize = PAGE_SIZE } = query;
  const wanted = (query.q ?? "").trim().toLowerCase();
  const found = problems.filter(({ message, location }) =>
    `${location.file}\n${message}`.toLowerCase().includes(wanted),
  );
  const rows = found.filter((problem) => kind === undefined || problem.kind === kind);
  const counts = new Map<string, number>();
  for (const problem of found) counts.set(problem.kind, (counts.get(problem.kind) ?? 0) + 1);
  return {
    items: pageOf(rows, page, pageSize).map(({ kind: each, message, lost, location }) => ({
      kind: each,
      message,
      lost: lost ?? null,
      file: location.file,
      line: location.line,
      column: location.column,
    })),
    total: rows.length,
    page,
    pageSize,
    kinds: [...counts]
      .map(([each, count]) => ({ kind: each, count }))
      .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
  };
}
