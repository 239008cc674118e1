/** Folds a big REST log through a query engine, if the file is of a kind it reads exactly; else leaves it to the stream. */
import type { Location } from "../../../../model/location.ts";
import type { Problem } from "../../../../model/problem.ts";
import { headerCells, sniffSeparator } from "../../../../source/csv-sniff.ts";
import { QueryRefused, type LogQuery, type ResultRow, type RunQuery } from "../../../../source/log-engine.ts";
import type { ReadResult, SourceFile } from "../../../adapter.ts";
import { classByColumns } from "../../exports/export-classes.ts";
import { fragment } from "../../fragments.ts";
import { RestLogFolder } from "../rest-log.ts";
import { DUCKDB } from "./dialect.ts";
import { addGroup } from "./groups.ts";
import { foldingStatement, fromColumns, fromLines } from "./statement.ts";

const LOG_CLASS = "EventRestService";

/** `result` when the engine folded the log; else `refused` says why the slower way has to be taken. */
export type BigLog = { readonly result: ReadResult } | { readonly refused: Problem };

/** `null` for a file that is not big, or not a plain export of REST log rows. */
export async function readBigLog(file: SourceFile): Promise<BigLog | null> {
  const query = file.query === undefined ? null : (separatedLog(file.head) ?? linesLog(file.head));
  return query === null ? null : fold(file, file.query as RunQuery, query);
}

async function fold(file: SourceFile, run: RunQuery, query: LogQuery): Promise<BigLog> {
  const groups = new RestLogFolder(file.path);
  let headers = query.layout.kind === "separated" ? 1 : 0;
  const place = placeOf(file.path, 0);
  try {
    for await (const group of run(query)) {
      if (isHeader(group)) {
        headers -= Number(group["calls"]);
        continue;
      }
      const isLog = group["finalclass"] === LOG_CLASS || group["finalclass"] === "";
      if (!isLog || !addGroup(groups, group, place)) return refusal(file, "rows");
      if (groups.bounded) return refusal(file, "bound");
    }
  } catch (error) {
    if (!(error instanceof QueryRefused)) throw error;
    return refusal(file, error.reason);
  }
  if (headers !== 0) return refusal(file, "rows");
  const { data, problems } = groups.finish();
  if (data === null) return { result: { fragments: [], problems } };
  // An engine reads in parts and tells no lines; the shapes stand for the rows of the whole log.
  const location = placeOf(file.path, data.window.rows);
  const operations = data.operations.map((operation) => ({ ...operation, location }));
  return { result: { fragments: [fragment("rest-log", file.path, { ...data, operations })], problems } };
}

/** The header line comes out as a group of its own, whose request is no JSON. */
function isHeader(group: ResultRow): boolean {
  return group["ok"] === false && /^\uFEFF?json_input$/.test(String(group["request"]));
}

/** A header of plain, different attribute codes among which are those of the log. */
function separatedLog(head: string): LogQuery | null {
  const [line = ""] = /^[^\n]*\n/.exec(head) ?? [];
  const separator = sniffSeparator(line);
  const header = line.replace(/^\uFEFF/, "");
  if (!/^(?:"?[A-Za-z_]\w*"?[,;\t])+"?[A-Za-z_]\w*"?\r?\n$/.test(header)) return null;
  const columns = headerCells(line);
  const isPlain = columns.every((name) => /^[A-Za-z_]\w*$/.test(name));
  const lower = new Set(columns.map((name) => name.toLowerCase()));
  if (!isPlain || lower.size < columns.length || classByColumns(columns) !== LOG_CLASS) return null;
  return {
    layout: { kind: "separated", separator, columns },
    statement: foldingStatement(DUCKDB, fromColumns(columns)),
  };
}

/** One object of plain attributes a line; a reply of `core/get` holds objects in objects and is one giant line. */
function linesLog(head: string): LogQuery | null {
  const isRow = /^\uFEFF?\{/.test(head) && /"json_input"\s*:/.test(head);
  if (!isRow || /"(?:objects|fields)"\s*:/.test(head)) return null;
  return { layout: { kind: "lines" }, statement: foldingStatement(DUCKDB, fromLines(DUCKDB)) };
}

const REASONS = {
  layout: ["malformed", "The query engine refuses the file as it is written"],
  rows: ["malformed", "Some rows of the log are unlike what iTop writes"],
  bound: ["limit", "The log holds more different calls than are told apart"],
  memory: ["limit", "The log holds more different calls than fit into the query engine's memory"],
  unavailable: ["not-analysed", "The query engine does not start on this machine"],
} as const;

function refusal({ path }: SourceFile, reason: keyof typeof REASONS): BigLog {
  const [kind, why] = REASONS[reason];
  const message = `${why}; it was read row by row, which takes longer and loses nothing.`;
  return { refused: { kind, message, location: { ...placeOf(path, 0), line: 1 } } };
}

/** The rows of a log below its header, taken as one a line. */
function placeOf(file: string, rows: number): Location {
  return { file, line: 2, column: 1, endLine: rows + 1, endColumn: 1 };
}
