/** Reads dumps of an iTop database: SQL text, the XML of the MySQL clients, and tab-separated query results. */
import { batchHeader, mysqlBatchItems } from "../../../source/mysql-batch.ts";
import { mysqlXmlItems } from "../../../source/mysql-xml.ts";
import { sqlItems } from "../../../source/sql-rows.ts";
import type { TableReader } from "../../../source/table-items.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { DumpCollector } from "./dump-collector.ts";
import { dumpTable, isDistinctive, tableByColumns } from "./dump-tables.ts";

/** The word `export` in them keeps their lines, which hold values, from being shown. */
export type DumpKind = "sql-export" | "mysql-xml-export" | "mysql-batch-export";

/** What only the beginning of a SQL dump looks like. */
const SQL_DUMP =
  /^(?=--|#|\/\*|(?:CREATE|DROP|INSERT|REPLACE|SET|USE|LOCK|START)\b)[\s\S]*?\b(?:(?:MySQL|MariaDB|phpMyAdmin)\b.{0,8}\bdump|(?:CREATE|DROP) (?:TABLE|DATABASE)|(?:INSERT|REPLACE) [A-Z ]{0,20}INTO|sandbox mode)\b/i;

/** Tells from the first bytes whether a file is a dump that could be of an iTop. */
export function acceptsDump(file: SourceFile): DumpKind | null {
  const head = file.head.replace(/^\uFEFF/, "").trimStart();
  if (/\.(?:sql|dump)$/i.test(file.name)) {
    return SQL_DUMP.test(head) && couldBeOurs(file, head) ? "sql-export" : null;
  }
  if (/\.xml$/i.test(file.name))
    return /<(?:mysqldump|resultset)[\s>]/.test(head) ? "mysql-xml-export" : null;
  if (!/\.(?:tsv|txt|tab)$/i.test(file.name)) return null;
  const columns = batchHeader(head);
  return columns.length > 1 && tableByColumns(columns) !== null ? "mysql-batch-export" : null;
}

/** Of a short dump everything is seen; in a long one tables of iTop may come later. */
function couldBeOurs(file: SourceFile, head: string): boolean {
  if (Buffer.byteLength(file.head) < file.bytes) return true;
  return head.split(/[^\w$]+/).some((name) => dumpTable(name) !== null || isDistinctive(name));
}

const READERS: Readonly<Record<DumpKind, TableReader>> = {
  "sql-export": sqlItems,
  "mysql-xml-export": mysqlXmlItems,
  "mysql-batch-export": (chunks, file, report) =>
    mysqlBatchItems(chunks, file, report, (cells) => tableByColumns(cells) !== null),
};

export async function readDump(file: SourceFile, kind: DumpKind): Promise<ReadResult> {
  const collector = new DumpCollector(file.path);
  const pass = async (): Promise<void> => {
    const { report, wanted } = collector;
    for await (const item of READERS[kind](file.chunks(), file.path, report, wanted)) collector.take(item);
  };
  await pass();
  if (collector.wantsSecondPass) {
    collector.beginAgain();
    await pass();
  }
  return collector.finish();
}
