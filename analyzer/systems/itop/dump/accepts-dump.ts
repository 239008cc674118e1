/** Tells from name and beginning whether a file is a dump of an iTop database, and in which form. */
import { batchHeader } from "../../../source/mysql-batch.ts";
import type { SourceFile } from "../../adapter.ts";
import { dumpTable, isDistinctive, tableByColumns } from "./dump-tables.ts";

/** The word `export` in them keeps their lines, which hold values, from being shown. */
export type DumpKind = "sql-export" | "mysql-xml-export" | "mysql-batch-export";

/** What only the beginning of a SQL dump looks like. */
const SQL_DUMP =
  /^(?=--|#|\/\*|(?:CREATE|DROP|INSERT|REPLACE|SET|USE|LOCK|START)\b)[\s\S]*?\b(?:(?:MySQL|MariaDB|phpMyAdmin)\b.{0,8}\bdump|(?:CREATE|DROP) (?:TABLE|DATABASE)|(?:INSERT|REPLACE) [A-Z ]{0,20}INTO|sandbox mode)\b/i;

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
