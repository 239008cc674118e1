/** Writes a REST log of any size: believable calls of invented accounts, as one `core/get` reply and as CSV. */
import { closeSync, openSync, writeSync } from "node:fs";
import { rowOf } from "./rest-log-rows.ts";

const ROWS_PER_WRITE = 2000;

export interface LogFiles {
  readonly json: string;
  readonly csv: string;
}

/** The log as CSV alone, up to a size; gives the number of rows. */
export function writeCsvLog(file: string, bytes: number): number {
  const csv = openSync(file, "w");
  let written = writeSync(csv, `${Object.keys(rowOf(0)).map(quoted).join(",")}\n`);
  let rows = 0;
  while (written < bytes) {
    const batch = Array.from({ length: ROWS_PER_WRITE }, (_, index) => rows + index);
    written += writeSync(
      csv,
      batch.map((index) => `${Object.values(rowOf(index)).map(quoted).join(",")}\n`).join(""),
    );
    rows += batch.length;
  }
  closeSync(csv);
  return rows;
}

/** One row a line, so that a bare reader can split it; iTop writes the same without the line breaks. */
export function writeLogs(files: LogFiles, rows: number): void {
  const json = openSync(files.json, "w");
  const csv = openSync(files.csv, "w");
  writeSync(json, `{"code":0,"message":"Found: ${rows}","objects":{\n`);
  writeSync(csv, `${Object.keys(rowOf(0)).concat("id").map(quoted).join(",")}\n`);
  for (let start = 0; start < rows; start += ROWS_PER_WRITE) {
    const batch = Array.from({ length: Math.min(ROWS_PER_WRITE, rows - start) }, (_, index) => start + index);
    writeSync(json, batch.map((index) => `${member(index)}${index === rows - 1 ? "" : ","}\n`).join(""));
    writeSync(
      csv,
      batch
        .map((index) => `${Object.values(rowOf(index)).concat(String(index)).map(quoted).join(",")}\n`)
        .join(""),
    );
  }
  writeSync(json, "}}\n");
  closeSync(json);
  closeSync(csv);
}

function member(index: number): string {
  const fields = rowOf(index);
  return `"EventRestService::${index}":${JSON.stringify({ code: 0, message: "", class: "EventRestService", key: String(index), fields })}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
