/** Reads dumps of an iTop database: SQL text, the XML of the MySQL clients, and tab-separated query results. */
import { mysqlBatchItems } from "../../../source/mysql-batch.ts";
import { mysqlXmlItems } from "../../../source/mysql-xml.ts";
import { sqlItems } from "../../../source/sql-rows.ts";
import type { TableReader } from "../../../source/table-items.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { DumpCollector } from "./dump-collector.ts";
import type { DumpKind } from "./accepts-dump.ts";
import { tableByColumns } from "./dump-tables.ts";

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
