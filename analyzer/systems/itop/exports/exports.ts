/** Reads REST `core/get` replies and CSV exports. */
import type { Location } from "../../../model/location.ts";
import { csvRows } from "../../../source/csv.ts";
import { readTruncatedJson } from "../../../source/json-lenient.ts";
import { jsonMembers, type RawRecord } from "../../../source/records.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { readBigLog } from "../rest/query/big-log.ts";
import { classByColumns } from "./export-classes.ts";
import { ExportCollector, type ExportedObject } from "./export-collector.ts";
import { ExportTable, type TableFormat } from "./export-table.ts";
import { isMap, textValue } from "./export-values.ts";
import { failedExport, failureIn } from "./failed-export.ts";

export { acceptsExport } from "./accepts-export.ts";

const CSV: TableFormat = { classes: "ids", labelled: false, linkSets: true };

export async function readRestExport(file: SourceFile): Promise<ReadResult> {
  const collector = new ExportCollector(file.path);
  const failure = failureIn(file.head);
  if (failure !== null) {
    collector.report(failedExport(file.path, failure));
    return collector.finish();
  }
  const big = await readBigLog(file);
  if (big !== null && "result" in big) return big.result;
  if (big !== null) collector.report(big.refused);
  for await (const record of jsonMembers(file.chunks(), file.path, collector.report)) {
    const object = objectOf(record, file.name, collector);
    if (object !== null) collector.add(object);
  }
  return collector.finish();
}

export async function readCsvExport(file: SourceFile): Promise<ReadResult> {
  const collector = new ExportCollector(file.path);
  const big = await readBigLog(file);
  if (big !== null && "result" in big) return big.result;
  if (big !== null) collector.report(big.refused);
  let table: ExportTable | null = null;
  for await (const { header, values, location } of csvRows(file.chunks(), file.path, collector.report)) {
    table ??= new ExportTable(header, start(file.path), file.name, CSV, collector);
    table.add(
      values.map((text) => ({ text })),
      location,
    );
  }
  if (table === null && failureIn(file.head) === "parameter") {
    collector.report(failedExport(file.path, "parameter"));
  }
  return collector.finish();
}

/** A member `{class, key, fields}` of a reply, or a row of plain attributes; `null` for an envelope without objects. */
function objectOf(record: RawRecord, fileName: string, collector: ExportCollector): ExportedObject | null {
  const { value, state } = readTruncatedJson(record.text);
  const { location } = record;
  if (record.complete && state !== "complete") {
    collector.report({
      kind: "malformed",
      message: "An object is not valid JSON; read as far as it goes.",
      location,
    });
  }
  if (!isMap(value)) return null;
  const [keyClass = "", keyId = ""] = record.key?.split("::", 2) ?? [];
  if (isMap(value["fields"])) {
    const name = textValue(value["class"]) || keyClass || textValue(value["fields"]["finalclass"]);
    return { class: name, id: textValue(value["key"]) || keyId, fields: value["fields"], location };
  }
  if (
    "objects" in value ||
    ("code" in value && "message" in value && !("finalclass" in value) && !("json_input" in value))
  ) {
    const code = textValue(value["code"]);
    if (code !== "0" && code !== "") {
      const message = `The reply reports error ${/^\d{1,3}$/.test(code) ? code : "(unknown)"} instead of objects.`;
      collector.report({ kind: "malformed", message, location });
    }
    return null;
  }
  const columns = Object.keys(value);
  const name =
    textValue(value["finalclass"]) || keyClass || (classByColumns(columns) ?? classOfFile(fileName));
  return { class: name, id: textValue(value["id"]) || keyId, fields: value, location };
}

/** `exports/URP_Profiles.csv` → `URP_Profiles`: the last resort when rows do not name their class. */
function classOfFile(name: string): string {
  return (name.split("/").at(-1) as string).split(".", 1)[0] as string;
}

function start(file: string): Location {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
