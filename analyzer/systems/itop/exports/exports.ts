/** Reads iTop's run-time exports: REST `core/get` replies and export-v2 CSV. */
import type { Location } from "../../../model/location.ts";
import { csvRows } from "../../../source/csv.ts";
import { headerCells, isHtmlPage } from "../../../source/csv-sniff.ts";
import { readTruncatedJson } from "../../../source/json-lenient.ts";
import { jsonMembers, type RawRecord } from "../../../source/records.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { readBigLog } from "../rest/query/big-log.ts";
import { classByColumns } from "./export-classes.ts";
import { ExportCollector, type ExportedObject } from "./export-collector.ts";
import { isMap, textValue } from "./export-values.ts";

/** Column headings that only iTop exports have. */
const MARKS: ReadonlySet<string> = new Set(["finalclass", "friendlyname", "json_input", "id (Primary Key)"]);

/** Tells from the first bytes whether a file is an iTop export. */
export function acceptsExport(file: SourceFile): "rest-export" | "csv-export" | null {
  const head = file.head.replace(/^\uFEFF/, "").trimStart();
  if (head.startsWith("{") || head.startsWith("[")) return isRestExport(head) ? "rest-export" : null;
  if (!/\.[ct]sv$/i.test(file.name)) return null;
  if (isHtmlPage(head) || head.startsWith("Missing parameter")) return "csv-export";
  const cells = headerCells(head);
  const isOurs = cells.some((cell) => MARKS.has(cell) || /^[A-Z]\w*\.[a-z]\w*$/.test(cell));
  return isOurs || classByColumns(cells) !== null ? "csv-export" : null;
}

function isRestExport(head: string): boolean {
  if (/^\{\s*"code"\s*:\s*"?\d/.test(head) && /"(?:objects|message)"\s*:/.test(head)) return true;
  if (/^\{\s*"objects"\s*:\s*(?:\{|null)/.test(head)) return true;
  if (/"json_input"\s*:/.test(head) && /"(?:json_output|userinfo)"\s*:/.test(head)) return true;
  return /^\[?\s*\{[^{]*"class"\s*:\s*"\w+"\s*,\s*"key"\s*:[^{]*"fields"\s*:\s*\{/.test(head);
}

export async function readRestExport(file: SourceFile): Promise<ReadResult> {
  const collector = new ExportCollector(file.path);
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
  let first = true;
  for await (const { header, values, location } of csvRows(file.chunks(), file.path, collector.report)) {
    if (first && !readableHeader(header, location, collector)) break;
    first = false;
    const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    header.forEach((name, column) => (fields[name] ??= values[column] ?? ""));
    const name = textValue(fields["finalclass"]) || (classByColumns(header) ?? classOfFile(file.name));
    collector.add({ class: name, id: textValue(fields["id"]), fields, location });
  }
  if (first && file.head.startsWith("Missing parameter")) {
    const location = start(file.path);
    collector.report({ kind: "malformed", message: "The export failed: a parameter was missing.", location });
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

/** Codes are read; labels of the user's language cannot be told apart, and a join mixes classes in one row. */
function readableHeader(header: readonly string[], location: Location, collector: ExportCollector): boolean {
  const at = { ...location, line: 1, endLine: 1 };
  const lost = "every row of this export";
  if (header.every((name) => /^[A-Za-z_]\w*$/.test(name))) return true;
  if (header.some((name) => /^[A-Za-z_]\w*\.\w+$/.test(name))) {
    const message = "The columns come from several classes of a join query; export each class on its own.";
    collector.report({ kind: "incomplete-export", message, location: at, lost });
  } else {
    const message = "The column headings are labels, not attribute codes; export with no_localize=1.";
    collector.report({ kind: "incomplete-export", message, location: at, lost });
  }
  return false;
}

/** `exports/URP_Profiles.csv` → `URP_Profiles`: the last resort when rows do not name their class. */
function classOfFile(name: string): string {
  return (name.split("/").at(-1) as string).split(".", 1)[0] as string;
}

function start(file: string): Location {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
