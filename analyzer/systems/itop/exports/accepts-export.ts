/** Tells from name and beginning whether a file is an iTop export, and in which format. */
import { headerCells, isHtmlPage } from "../../../source/csv-sniff.ts";
import { isZip } from "../../../source/xlsx/is-zip.ts";
import type { SourceFile } from "../../adapter.ts";
import { classByColumns, familyOf } from "./export-classes.ts";
import { areCodes, columnPlans } from "./export-headings.ts";
import { classOfFile, MAX_COLUMNS } from "./export-table.ts";
import { failureIn } from "./failed-export.ts";
import { attributesOf, languages } from "./labels/label-facts.ts";

export type ExportKind = "rest-export" | "csv-export" | "xml-export" | "html-export" | "xlsx-export";

/** Column headings that only iTop exports have. */
const MARKS: ReadonlySet<string> = new Set(["finalclass", "friendlyname", "json_input"]);

/** Data that modules install, in the form of an export: ids in it are no ids of the instance. */
const MODULE_DATA = /(?:^|\/)(?:[a-z]{2}_[a-z]{2}\.)?data\.[^/]+\.xml$/i;

export function acceptsExport(file: SourceFile): ExportKind | null {
  const head = file.head.replace(/^\uFEFF/, "").trimStart();
  if (/\.xlsx$/i.test(file.name)) return isZip(head) || failureIn(head) !== null ? "xlsx-export" : null;
  if (/\.xml$/i.test(file.name)) return acceptsXml(file.name, head);
  if (/\.(?:html?|xls)$/i.test(file.name))
    return isHtmlPage(head) && isExportPage(head) ? "html-export" : null;
  if (head.startsWith("{") || head.startsWith("[")) return isRestExport(head) ? "rest-export" : null;
  if (/\.json$/i.test(file.name)) return failureIn(head) === null ? null : "rest-export";
  if (!/\.[ct]sv$/i.test(file.name)) return null;
  if (isHtmlPage(head) || failureIn(head) !== null) return "csv-export";
  return isExportHeader(headerCells(head), file.name) ? "csv-export" : null;
}

/** Whether the headings of a table, codes or labels, are those of an export. */
export function isExportHeader(cells: readonly string[], fileName: string): boolean {
  const ids = languages().flatMap(({ words }) => words.get("id") ?? []);
  if (cells.some((cell) => MARKS.has(cell) || ids.includes(cell) || /^[A-Z]\w*\.[a-z]\w*$/.test(cell)))
    return true;
  if (classByColumns(cells) !== null) return true;
  const named = classOfFile(fileName);
  const hint = named !== null && familyOf(named) !== "other" ? named : null;
  if (areCodes(cells)) return hint !== null && cells.includes("id") && areAttributes(cells, hint);
  return columnPlans(cells.slice(0, MAX_COLUMNS), hint).some(
    ({ className, columns }) => className !== null && columns.length > 1,
  );
}

function areAttributes(cells: readonly string[], className: string): boolean {
  const [facts] = languages();
  const codes = facts === undefined ? [] : attributesOf(facts, className).map(({ code }) => code);
  return cells.every((cell) => cell === "id" || codes.includes(cell));
}

function acceptsXml(name: string, head: string): "xml-export" | null {
  if (MODULE_DATA.test(name)) return null;
  if (failureIn(head) === "page") return /\biTop\b/.test(head) ? "xml-export" : null;
  return /<Set\s*\/>|<Set>\s*(?:<\/Set>|(?:<Row>\s*)?<[A-Za-z_]\w*\s+alias=)/.test(head)
    ? "xml-export"
    : null;
}

/** The page names itself after the program; the table itself stands far below. */
function isExportPage(head: string): boolean {
  if (/<title>\s*iTop\b[^<]{0,40}\bexport/i.test(head)) return true;
  return /<table\s+class="listResults"|<td x:str>/i.test(head);
}

function isRestExport(head: string): boolean {
  if (/^\{\s*"code"\s*:\s*"?\d/.test(head) && /"(?:objects|message)"\s*:/.test(head)) return true;
  if (/^\{\s*"objects"\s*:\s*(?:\{|null)/.test(head)) return true;
  if (/"json_input"\s*:/.test(head) && /"(?:json_output|userinfo)"\s*:/.test(head)) return true;
  return /^\[?\s*\{[^{]*"class"\s*:\s*"\w+"\s*,\s*"key"\s*:[^{]*"fields"\s*:\s*\{/.test(head);
}
